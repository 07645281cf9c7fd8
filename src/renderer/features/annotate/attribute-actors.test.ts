import { describe, expect, it } from 'vitest';
import { DEFAULT_CODEBOOK } from '../../../core/codebook/default-codebook.ts';
import { anAnnotation } from '../../../core/testing/builders.ts';
import {
  knownActors,
  namesIn,
  offeredActors,
  withActor,
  withNames,
  withoutActor,
  wordsByLetters,
} from './attribute-actors.ts';

const TEXT = 'Zoë Marlow and the Harbour Board spoke.';
const marked = anAnnotation(TEXT, [[0, 10]], { label: 'actor' });
const claim = anAnnotation(TEXT, [[33, 38]], {
  attributes: { source: [{ text: 'Harbour Board' }, { annotation: marked.id }] },
});
const { attributes } = DEFAULT_CODEBOOK;
const source = attributes.find(({ id }) => id === 'source');

describe('actors a field offers', () => {
  const known = knownActors([marked, claim], attributes);

  it('are those marked in the article, then names used before, each once', () => {
    expect(known.map(({ name }) => name)).toEqual(['Zoë Marlow', 'Harbour Board']);
  });

  it('are found by the beginning of any word, with or without accents', () => {
    const names = (typed: string): string[] =>
      offeredActors(known, typed, []).map((one) => one.name);
    expect(names('zoe')).toEqual(['Zoë Marlow']);
    expect(names('boa')).toEqual(['Harbour Board']);
    expect(names('oard')).toEqual([]);
  });

  it('are not offered twice', () => {
    expect(offeredActors(known, '', [{ annotation: marked.id }])).toHaveLength(1);
  });

  it('are added and taken away', () => {
    if (source === undefined) throw new Error('no source');
    const two = withActor(source, [{ text: 'A' }], { text: 'B' });
    expect(two).toEqual([{ text: 'A' }, { text: 'B' }]);
    expect(withActor({ ...source, multiple: false }, two, { text: 'C' })).toEqual([{ text: 'C' }]);
    expect(withoutActor(two, 0)).toEqual([{ text: 'B' }]);
  });

  it('and names of the paragraph that are not known, without what is the possessive', () => {
    const names = namesIn(
      'Zoë Marlow met Éva O’Neill-Roth at Orvana’s door, or the Marine Institute, he said.',
    );
    expect(names.map(({ name }) => name)).toEqual([
      'Zoë Marlow',
      'Éva O’Neill-Roth',
      'Orvana',
      'Marine Institute',
    ]);
    expect(offeredActors(withNames(known, names), 'zo', []).map(({ hint }) => hint)).toEqual([
      'marking.actorMarked',
    ]);
    expect(offeredActors(withNames(known, names), 'inst', [])).toEqual([
      { name: 'Marine Institute', hint: 'marking.actorHere', actor: { text: 'Marine Institute' } },
    ]);
    expect(namesIn('nothing here, I fear')).toEqual([]);
  });

  it('and words of the paragraph by the letters of two of them', () => {
    const words = 'Bread will cost more, the farmers’ league warned, and nobody doubts the league.';
    expect(wordsByLetters(words, 'fa le').map(({ name }) => name)).toEqual(['farmers’ league']);
    expect(wordsByLetters(words, 'fa')).toEqual([]);
    expect(wordsByLetters(words, 'br d')).toEqual([]);
    expect(wordsByLetters(words, 'xx yy')).toEqual([]);
  });
});
