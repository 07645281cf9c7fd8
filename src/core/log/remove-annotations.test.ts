import { expect, it } from 'vitest';
import { anAnnotation, aRelation, SOME_TIME } from '../testing/builders.ts';
import { removeAnnotations } from './remove-annotations.ts';

const TEXT = 'The minister of Norvia warned the port.';
const ACTOR = anAnnotation(TEXT, [[4, 22]], { id: 'actor', label: 'actor' });
const THREAT = anAnnotation(TEXT, [[23, 38]], {
  id: 'threat',
  label: 'threat',
  attributes: {
    source: [{ annotation: 'actor' }, { annotation: 'other' }, { text: 'a ship' }],
    mode: ['sanctions'],
  },
});
const OTHER = anAnnotation(TEXT, [[34, 38]], { id: 'other', label: 'actor' });
const LAYER = {
  articleId: ACTOR.articleId,
  analyst: ACTOR.analyst,
  annotations: [ACTOR, THREAT, OTHER],
  relations: [
    aRelation(THREAT, ACTOR, { id: 'r1' }),
    aRelation(ACTOR, THREAT, { id: 'r2' }),
    aRelation(THREAT, OTHER, { id: 'r3' }),
  ],
};

it('takes the relations along, and leaves words where attributes pointed to it', () => {
  const drafts = removeAnnotations(LAYER, new Set(['actor']), SOME_TIME);
  expect(drafts.map(({ k, r, p }) => [k, r.split('/')[1], p])).toEqual([
    ['relation', 'r1', { _del: true }],
    ['relation', 'r2', { _del: true }],
    ['annotation', 'actor', { _del: true }],
    [
      'annotation',
      'threat',
      {
        updatedAt: SOME_TIME,
        'a.source': [{ text: 'minister of Norvia' }, { annotation: 'other' }, { text: 'a ship' }],
      },
    ],
  ]);
});

it('touches nothing else', () => {
  expect(removeAnnotations(LAYER, new Set(), SOME_TIME)).toEqual([]);
  const drafts = removeAnnotations(LAYER, new Set(['threat']), SOME_TIME);
  expect(drafts.map(({ r }) => r.split('/')[1])).toEqual(['r1', 'r2', 'r3', 'threat']);
});
