import { describe, expect, it, test } from 'vitest';
import type { Span } from '../model/span.ts';
import { anAnnotation, aRelation, SOME_TIME } from '../testing/builders.ts';
import { aChoice, aCodebook, aLabel, anAttribute, aRelationType } from '../testing/codebook.ts';
import { suggestValues } from './suggest-values.ts';
import { validateLayer } from './validate-layer.ts';

const TEXT = 'One bank,  two banks. ';
const CODEBOOK = aCodebook({
  labels: [
    aLabel(),
    aLabel({ id: 'threat', zeroWidth: true }),
    aLabel({ id: 'actor', helper: true }),
  ],
  attributes: [
    anAttribute({ values: [aChoice('a'), aChoice('b')], required: true }),
    anAttribute({
      id: 'why',
      name: 'Why',
      type: 'text',
      required: true,
      showWhen: { attribute: 'kind', anyOf: ['b'] },
    }),
    anAttribute({ id: 'off', type: 'text', required: true, enabled: false }),
    anAttribute({ id: 'size', type: 'number', labels: ['threat'] }),
  ],
  relationTypes: [
    aRelationType({ from: ['claim'], to: ['actor'] }),
    aRelationType({ id: 'same', sameLabel: true }),
  ],
});

const make = (id: string, label: string, attributes = {}, spans: readonly Span[] = [[4, 8]]) =>
  anAnnotation(TEXT, spans, { id, label, attributes });

const kinds = (...annotations: ReturnType<typeof make>[]) =>
  validateLayer(CODEBOOK, annotations, [], TEXT).map(({ kind, annotationId, attribute }) =>
    `${annotationId} ${kind} ${attribute ?? ''}`.trim(),
  );

describe('a layer is ready', () => {
  it('when what is required and shown is answered', () => {
    expect(kinds(make('x', 'claim', { kind: 'a' }), make('y', 'actor'))).toEqual([]);
    expect(kinds(make('x', 'claim'))).toEqual(['x missing-attribute kind']);
    expect(kinds(make('x', 'claim', { kind: 'b', why: ' ' }))).toEqual(['x missing-attribute why']);
    expect(kinds(make('x', 'claim', { kind: 'b', why: 'so' }))).toEqual([]);
  });

  it('when answers fit; what is hidden or not asked is not judged', () => {
    expect(kinds(make('x', 'threat', { kind: 'z', size: 'big' }))).toEqual([
      'x bad-attribute kind',
      'x bad-attribute size',
    ]);
    expect(kinds(make('x', 'claim', { kind: 'a', size: 'big', why: 7, off: 7, alien: 1 }))).toEqual(
      [],
    );
  });

  it('when spans stand on words, and not on blanks at their edges', () => {
    const fine = { kind: 'a' };
    expect(kinds(make('x', 'claim', fine, [[4, 4]]))).toEqual(['x empty-span']);
    expect(kinds(make('x', 'threat', fine, [[4, 4]]))).toEqual([]);
    expect(kinds(make('x', 'claim', fine, [[3, 8]]))).toEqual(['x blank-edge']);
    expect(
      kinds(
        make('x', 'claim', fine, [
          [0, 3],
          [9, 11],
        ]),
      ),
    ).toEqual(['x blank-edge']);
    const elsewhere = {
      ...make('x', 'claim', fine),
      anchor: make('y', 'claim', fine, [[0, 3]]).anchor,
    };
    const moved = { ...elsewhere, anchor: { ...elsewhere.anchor, quote: ['Two'] } };
    expect(kinds(moved)).toEqual(['x bad-position']);
  });

  it('when its labels are there', () => {
    expect(kinds(make('x', 'rumour'))).toEqual(['x unknown-label']);
  });

  it('when its relations hold and link what they may', () => {
    const claim = make('c', 'claim', { kind: 'a' });
    const actor = make('k', 'actor');
    const check = (over: Parameters<typeof aRelation>[2]) =>
      validateLayer(CODEBOOK, [claim, actor], [aRelation(claim, actor, over)], TEXT).map(
        ({ kind }) => kind,
      );
    expect(check({})).toEqual([]);
    expect(check({ to: 'gone' })).toEqual(['dangling-relation']);
    expect(check({ from: 'gone' })).toEqual(['dangling-relation']);
    expect(check({ type: 'likes' })).toEqual(['unknown-relation-type']);
    expect(check({ from: 'k', to: 'c' })).toEqual(['wrong-end']);
    expect(check({ type: 'same' })).toEqual(['wrong-end']);
    const free = { ...CODEBOOK, relationTypes: [] };
    const relation = aRelation(claim, actor, { type: 'likes' });
    expect(validateLayer(free, [claim, actor], [relation], TEXT)).toEqual([]);
  });
});

test('values are offered from the last with the same label, the same article first', () => {
  const at = (id: string, articleId: string, hour: number, attributes = {}) => ({
    ...make(id, 'claim', attributes),
    articleId,
    createdAt: SOME_TIME.replace('T09', `T${hour}`),
  });
  const previous = [
    at('far', 'a2', 12, {
      kind: 'b',
      source: [{ annotation: 'x' }, { text: 'B' }],
      cue: { quote: ['q'], spans: [[0, 1]] },
    }),
    at('near', 'a1', 10, { kind: 'a', source: [{ annotation: 'x' }] }),
    at('nearer', 'a1', 11, {}),
    { ...make('other', 'threat', { kind: 'z' }), articleId: 'a1' },
  ];
  expect(suggestValues(previous, { label: 'claim', articleId: 'a1' })).toEqual({
    from: 'near',
    attributes: { kind: 'a', source: [{ annotation: 'x' }] },
  });
  expect(suggestValues(previous, { label: 'claim', articleId: 'a3' })).toEqual({
    from: 'far',
    attributes: { kind: 'b', source: [{ text: 'B' }] },
  });
  expect(suggestValues(previous, { label: 'actor', articleId: 'a1' })).toBeUndefined();
});
