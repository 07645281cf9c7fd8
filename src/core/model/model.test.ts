import { describe, expect, it } from 'vitest';
import { anAnnotation } from '../testing/builders.ts';
import { analystId } from './analyst.ts';
import { compareAnnotations } from './annotation.ts';
import { DEFAULT_LABELS, findLabel } from './codebook.ts';
import { compareSpans, isSpanWithin, type Span, spanContains, spansOverlap } from './span.ts';

describe('spans', () => {
  it.each<[Span, Span, boolean, boolean]>([
    [[0, 5], [1, 3], true, true],
    [[0, 5], [0, 5], true, true],
    [[0, 5], [3, 9], true, false],
    [[0, 5], [5, 9], false, false],
    [[0, 5], [2, 2], true, true],
    [[0, 5], [5, 5], false, true],
    [[3, 9], [0, 5], true, false],
  ])('%j and %j: overlap %s, contains %s', (a, b, overlaps, contains) => {
    expect([spansOverlap(a, b), spansOverlap(b, a)]).toEqual([overlaps, overlaps]);
    expect(spanContains(a, b)).toBe(contains);
  });

  it('order by start, the longer first', () => {
    const sorted: Span[] = [
      [0, 9],
      [0, 2],
      [1, 1],
    ];
    expect(sorted.toReversed().sort(compareSpans)).toEqual(sorted);
  });

  it.each<[Span, boolean]>([
    [[0, 0], true],
    [[0, 3], true],
    [[3, 3], true],
    [[2, 1], false],
    [[-1, 1], false],
    [[0, 4], false],
    [[0.5, 1], false],
    [[0, Number.NaN], false],
  ])('%j within 3 units: %s', (span, expected) => {
    expect(isSpanWithin(span, 3)).toBe(expected);
  });
});

describe('annotations', () => {
  it('are read in order of their first span, outer first, then by id', () => {
    const text = 'one two three';
    const make = (id: string, span: Span) => anAnnotation(text, [span], { id });
    const sorted = [make('z', [0, 7]), make('a', [0, 3]), make('b', [0, 3]), make('c', [4, 7])];
    expect(sorted.toReversed().sort(compareAnnotations)).toEqual(sorted);
    const broken = { id: 'x', anchor: { spans: [], quote: [], prefix: '', suffix: '' } };
    expect(compareAnnotations(broken, make('z', [0, 7]))).toBeGreaterThan(0);
    expect(compareAnnotations(make('c', [4, 7]), broken)).toBeGreaterThan(0);
  });
});

describe('an analyst’s id', () => {
  it('is the same for the same name, however it was typed', () => {
    expect(analystId(' Zoe\u0301 ')).toBe(analystId('Zo\u00e9'));
    expect(analystId('Zo\u00e9')).toMatch(/^zoe-[0-9a-z]+$/);
  });

  it.each(['Ana', '홍길동', 'محمد', '../../etc', '', 'CON', 'a'.repeat(99), '\u{1f4a9}'])(
    'of %j is a safe file name',
    (name) => {
      expect(analystId(name)).toMatch(/^[a-z0-9][a-z0-9-]{0,40}$/);
    },
  );

  it('differs where names differ', () => {
    const names = ['Ana', 'ana', 'An a', 'Ána', '홍길동', '홍길순', '김'];
    expect(new Set(names.map(analystId)).size).toBe(names.length);
  });
});

describe('labels', () => {
  it('are found by id, or by name in any case and normal form', () => {
    expect(findLabel(DEFAULT_LABELS, 'sanctions-proposal')?.name).toBe('Sanctions proposal');
    expect(findLabel(DEFAULT_LABELS, 'SANCTIONS PROPOSAL')?.id).toBe('sanctions-proposal');
    expect(findLabel(DEFAULT_LABELS, 'Rumour')).toBeUndefined();
    const labels = DEFAULT_LABELS.slice(0, 1).map((label) => ({
      ...label,
      name: 'Re\u0301sume\u0301',
    }));
    expect(findLabel(labels, 'r\u00e9sum\u00e9')?.id).toBe('claim');
  });

  it('of a new project differ in name, letter, key, colour and line', () => {
    for (const key of ['id', 'name', 'letter', 'shortcut', 'hue', 'pattern', 'order'] as const) {
      expect(new Set(DEFAULT_LABELS.map((label) => label[key])).size).toBe(DEFAULT_LABELS.length);
    }
  });
});
