import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Span, spansOverlap } from '../model/span.ts';
import { assignLanes } from './lanes.ts';
import { type Marked, segmentsOf } from './segments.ts';

const LENGTH = 30;
const span = fc
  .tuple(fc.nat(LENGTH), fc.nat(LENGTH))
  .map(([a, b]): Span => [Math.min(a, b), Math.max(a, b)]);
const someMarks = fc
  .array(fc.array(span, { minLength: 1, maxLength: 3 }), { maxLength: 12 })
  .map((all) => all.map((spans, index): Marked => ({ id: `m${index}`, spans })));

const marks: readonly Marked[] = [
  { id: 'outer', spans: [[0, 20]] },
  { id: 'inner', spans: [[5, 10]] },
  { id: 'crossing', spans: [[8, 25]] },
];

describe('segments', () => {
  it('cut where anything begins or ends, innermost first', () => {
    expect(segmentsOf([0, 30], marks)).toEqual([
      { start: 0, end: 5, ids: ['outer'], starts: ['outer'] },
      { start: 5, end: 8, ids: ['inner', 'outer'], starts: ['inner'] },
      { start: 8, end: 10, ids: ['inner', 'crossing', 'outer'], starts: ['crossing'] },
      { start: 10, end: 20, ids: ['crossing', 'outer'], starts: [] },
      { start: 20, end: 25, ids: ['crossing'], starts: [] },
      { start: 25, end: 30, ids: [], starts: [] },
    ]);
  });

  it('clip to the paragraph and do not begin there what began before', () => {
    expect(segmentsOf([9, 12], marks)).toEqual([
      { start: 9, end: 10, ids: ['inner', 'crossing', 'outer'], starts: [] },
      { start: 10, end: 12, ids: ['crossing', 'outer'], starts: [] },
    ]);
  });

  it('give a point a run of its own, also at the edges and in an empty paragraph', () => {
    const point = (at: number): Marked => ({ id: 'p', spans: [[at, at]] });
    const run = (at: number) => ({ start: at, end: at, ids: ['p'], starts: ['p'] });
    const plain = { start: 0, end: 2, ids: [], starts: [] };
    expect(segmentsOf([0, 2], [point(0)])).toEqual([run(0), plain]);
    expect(segmentsOf([0, 2], [point(2)])).toEqual([plain, run(2)]);
    expect(segmentsOf([1, 1], [point(1)])).toEqual([run(1)]);
    expect(segmentsOf([0, 2], [point(3)])).toEqual([plain]);
    expect(segmentsOf([1, 1], [])).toEqual([]);
  });

  it('cover any paragraph exactly, each unit under exactly its annotations', () => {
    fc.assert(
      fc.property(someMarks, span, (marked, paragraph) => {
        let at = paragraph[0];
        for (const { start, end, ids } of segmentsOf(paragraph, marked)) {
          expect(start).toBe(at);
          at = end;
          if (start === end) continue;
          const covering = marked.filter((one) =>
            one.spans.some((s) => spansOverlap(s, [start, end])),
          );
          expect(ids.toSorted()).toEqual(covering.map((one) => one.id).toSorted());
          expect(new Set(ids).size).toBe(ids.length);
        }
        expect(at).toBe(paragraph[1]);
      }),
    );
  });

  it('do not depend on the order of the annotations', () => {
    fc.assert(
      fc.property(someMarks, (marked) => {
        const forward = segmentsOf([0, LENGTH], marked);
        expect(segmentsOf([0, LENGTH], marked.toReversed())).toEqual(forward);
      }),
    );
  });
});

describe('lanes', () => {
  it('put the longer below all it overlaps', () => {
    expect(Object.fromEntries(assignLanes(marks))).toEqual({ inner: 0, crossing: 1, outer: 2 });
  });

  it('use the text’s nearest lane again where nothing is in the way', () => {
    const apart: Marked[] = [
      {
        id: 'a',
        spans: [
          [0, 3],
          [9, 12],
        ],
      },
      { id: 'b', spans: [[4, 8]] },
      { id: 'point', spans: [[1, 1]] },
    ];
    expect([...assignLanes(apart).values()]).toEqual([0, 0, 0]);
  });

  it('never let two that share text share a lane, and do not depend on the order', () => {
    const overlap = (a: Marked, b: Marked): boolean =>
      a.spans.some(
        (one) =>
          one[0] < one[1] &&
          b.spans.some((other) => other[0] < other[1] && spansOverlap(one, other)),
      );
    fc.assert(
      fc.property(someMarks, (marked) => {
        const lanes = assignLanes(marked);
        expect(lanes.size).toBe(marked.length);
        const colliding = marked.flatMap((a, index) =>
          marked
            .slice(index + 1)
            .filter((b) => overlap(a, b) && lanes.get(a.id) === lanes.get(b.id)),
        );
        expect(colliding).toEqual([]);
        const reversed = assignLanes(marked.toReversed());
        expect(Object.fromEntries(reversed)).toEqual(Object.fromEntries(lanes));
      }),
    );
  });
});
