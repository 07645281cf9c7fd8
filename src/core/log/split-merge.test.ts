import { describe, expect, it } from 'vitest';
import type { Span } from '../model/span.ts';
import { anAnnotation, aRelation } from '../testing/builders.ts';
import { DELETED } from './op.ts';
import { clashingAttributes, mergeAnnotations, splitAnnotation } from './split-merge.ts';

const TEXT = 'Kyiv asked for sanctions. Berlin kept silent.';
const NOW = '2026-02-01T00:00:00.000Z';
const at = (words: string): Span => {
  const start = TEXT.indexOf(words);
  return [start, start + words.length];
};
const make = (id: string, words: string, over: Parameters<typeof anAnnotation>[2] = {}) =>
  anAnnotation(TEXT, [at(words)], { id, ...over });

describe('splitting', () => {
  const whole = make('a', 'asked for sanctions', { attributes: { mode: 'war' }, note: 'Rule 5' });

  it('keeps the first piece and copies what was said to the others', () => {
    const drafts = splitAnnotation(
      TEXT,
      whole,
      { pieces: [[at('asked')], [at('sanctions')]], ids: ['b'] },
      NOW,
    );
    const ids = drafts.ok ? drafts.value.map(({ r }) => r.split('/')[1]) : [];
    expect(ids).toEqual(['a', 'b']);
    expect(drafts.ok && drafts.value).toMatchObject([
      { p: { spans: { quote: ['asked'] }, updatedAt: NOW } },
      {
        p: {
          label: 'claim',
          spans: { quote: ['sanctions'] },
          note: 'Rule 5',
          'a.mode': 'war',
          createdAt: NOW,
          [DELETED]: false,
        },
      },
    ]);
  });

  it('is refused where a piece cannot stand', () => {
    const pieces: Span[][] = [[at('asked')], [[3, 900]]];
    expect(splitAnnotation(TEXT, whole, { pieces, ids: ['b'] }, NOW).ok).toBe(false);
  });
});

describe('merging', () => {
  const keep = make('a', 'asked', { attributes: { mode: 'war', target: null }, note: 'One' });
  const gone = make('b', 'sanctions', {
    attributes: { mode: 'sanctions', target: 'Russia' },
    note: 'Two',
  });
  const other = make('c', 'Berlin', {
    attributes: { issuer: [{ annotation: 'b' }, { text: 'x' }] },
  });
  const [links, doubled, inner, far] = [
    aRelation(gone, other, { id: 'r1' }),
    aRelation(keep, other, { id: 'r2', type: 'doubled' }),
    aRelation(keep, gone, { id: 'r3' }),
    aRelation(other, keep, { id: 'r4' }),
  ];
  const again = aRelation(gone, other, { id: 'r5', type: 'doubled' });
  const drafts = mergeAnnotations(
    TEXT,
    { annotations: [keep, gone, other], relations: [links, doubled, inner, far, again] },
    { keep, gone },
    NOW,
  );
  const of = (id: string) =>
    (drafts.ok ? drafts.value : []).find((draft) => draft.r.endsWith(`/${id}`))?.p;

  it('joins words, notes, and attributes that one of them lacks', () => {
    expect(of('a')).toMatchObject({
      spans: { quote: ['asked', 'sanctions'] },
      note: 'One\nTwo',
      'a.target': 'Russia',
    });
    expect(of('a')).not.toHaveProperty('a.mode');
    expect(clashingAttributes(keep, gone)).toEqual(['mode']);
    expect(of('b')).toEqual({ [DELETED]: true });
  });

  it('leads relations and references to the one that stays', () => {
    expect(of('r1')).toMatchObject({ from: 'a', to: 'c' });
    expect(of('r5')).toEqual({ [DELETED]: true });
    expect(of('r3')).toEqual({ [DELETED]: true });
    expect([of('r2'), of('r4')]).toEqual([undefined, undefined]);
    expect(of('c')).toMatchObject({ 'a.issuer': [{ annotation: 'a' }, { text: 'x' }] });
  });

  it.each([
    ['', 'Two', 'Two'],
    ['One', '', 'One'],
    ['One', 'One', 'One'],
    ['One and two', 'One', 'One and two'],
  ])('of the notes %j and %j keeps %j', (a, b, expected) => {
    const merged = mergeAnnotations(
      TEXT,
      { annotations: [], relations: [] },
      { keep: { ...keep, note: a }, gone: { ...gone, note: b } },
      NOW,
    );
    expect(merged.ok && merged.value[0]?.p['note']).toBe(expected);
  });
});
