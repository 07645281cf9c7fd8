import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../core/model/annotation.ts';
import { DEFAULT_LABELS } from '../../../core/model/codebook.ts';
import type { Span } from '../../../core/model/span.ts';
import { anAnnotation } from '../../../core/testing/builders.ts';
import { createMarkIndex } from './mark-index.ts';

const TEXT = 'words '.repeat(100);

function on(id: string, ...spans: Span[]): Annotation {
  return anAnnotation(TEXT, spans, { id });
}

function holding(...annotations: Annotation[]) {
  const marks = createMarkIndex();
  marks.update(annotations, DEFAULT_LABELS);
  return marks;
}

const A = on('a', [0, 5]);
const B = on('b', [100, 120]);
const C = on('c', [110, 130]);
const D = on('d', [300, 310]);

describe('what may look otherwise', () => {
  it('is everything when an article is opened', () => {
    expect(createMarkIndex().update([A], DEFAULT_LABELS)).toEqual([[0, Number.POSITIVE_INFINITY]]);
  });

  it('is nothing when nothing has changed', () => {
    expect(holding(A, B).update([A, B], DEFAULT_LABELS)).toEqual([]);
  });

  it('is what overlaps a mark that has come, step by step', () => {
    const marks = holding(A, B, D);
    expect(marks.update([A, B, C, D], DEFAULT_LABELS)).toEqual([[100, 130]]);
    expect(marks.within(105, 106).map(({ id }) => id)).toEqual(['b']);
    expect(marks.within(112, 113).map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('is what overlapped a mark that has gone', () => {
    const marks = holding(A, B, C, D);
    expect(marks.update([A, B, D], DEFAULT_LABELS)).toEqual([[100, 130]]);
    expect(marks.get('c')).toBeUndefined();
  });

  it('is where a mark was and where it is, when it was moved', () => {
    const marks = holding(A, B, D);
    const moved = on('a', [200, 205]);
    const changed = marks.update([B, moved, D], DEFAULT_LABELS);
    expect(changed.toSorted((a, b) => a[0] - b[0])).toEqual([
      [0, 5],
      [200, 205],
    ]);
    expect(marks.within(0, 10)).toEqual([]);
  });

  it('is nothing when only the note of an annotation has changed', () => {
    const marks = holding(A, B);
    expect(marks.update([A, { ...B, note: 'why?' }], DEFAULT_LABELS)).toEqual([]);
  });

  it('is where a label is used, when the label has another letter', () => {
    const marks = holding(A, { ...D, label: 'threat' });
    const labels = DEFAULT_LABELS.map((one) =>
      one.id === 'threat' ? { ...one, letter: 'X' } : one,
    );
    expect(marks.update([A, { ...D, label: 'threat' }], labels)).toEqual([
      [300, 310],
      [300, 310],
    ]);
    expect(marks.get('d')?.letter).toBe('X');
  });

  it('is everything when more has changed than is worth telling apart', () => {
    const many = Array.from({ length: 150 }, (_, index) =>
      on(`m${index}`, [index * 4, index * 4 + 2]),
    );
    const marks = holding(A);
    expect(marks.update([A, ...many], DEFAULT_LABELS)).toEqual([[0, Number.POSITIVE_INFINITY]]);
    expect(marks.within(400, 401).map(({ id }) => id)).toEqual(['m100']);
  });
});

describe('lanes', () => {
  const laneOf = (marks: ReturnType<typeof holding>, id: string): number | undefined => {
    const mark = marks.get(id);
    return mark === undefined ? undefined : marks.lanesOf([mark]).get(id);
  };

  it('are given anew to what overlaps a change', () => {
    const outer = on('o', [100, 140]);
    const marks = holding(outer);
    expect(laneOf(marks, 'o')).toBe(0);
    marks.update([outer, C], DEFAULT_LABELS);
    expect([laneOf(marks, 'o'), laneOf(marks, 'c')]).toEqual([1, 0]);
    marks.update([outer], DEFAULT_LABELS);
    expect(laneOf(marks, 'o')).toBe(0);
  });

  it('follow an edge while it is dragged, and go back with it', () => {
    const outer = on('o', [100, 140]);
    const marks = holding(outer, D);
    expect(marks.pretend('d', [[120, 130]])).toHaveLength(2);
    expect([laneOf(marks, 'o'), laneOf(marks, 'd')]).toEqual([1, 0]);
    marks.pretend('d', D.anchor.spans);
    expect(laneOf(marks, 'o')).toBe(0);
    expect(marks.within(300, 310).map(({ id }) => id)).toEqual(['d']);
  });
});
