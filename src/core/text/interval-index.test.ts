import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSpans, type Span } from '../model/span.ts';
import { type Interval, type IntervalIndex, intervalIndex } from './interval-index.ts';

/** Some are so long that they are kept apart. */
const interval = fc
  .tuple(fc.nat(9), fc.oneof(fc.nat(60), fc.nat(2000)), fc.oneof(fc.nat(20), fc.nat(1500)))
  .map(([id, start, length]): Interval => ({ id: `i${id}`, start, end: start + length }));

/** Puts an interval in, or takes all with its id out; then asks about `[from, from + length)`. */
const step = fc.record({
  insert: fc.boolean(),
  one: interval,
  from: fc.oneof(fc.nat(80), fc.nat(2500)),
  length: fc.oneof(fc.nat(30), fc.nat(900)),
});

function meets({ start, end }: Interval, from: number, to: number): boolean {
  return start === end ? from <= start && start <= to : start < to && end > from;
}

const span = ({ start, end }: Interval): Span => [start, end];
const key = ({ id, start, end }: Interval): string => `${start} ${end} ${id}`;

/** Answers that differ from a plain scan. */
function wrongAnswers(index: IntervalIndex, plain: readonly Interval[], from: number, to: number) {
  const expected = plain.filter((one) => meets(one, from, to)).map(key);
  const found = index.intersecting(from, to).map(key);
  const expectedAt = plain
    .filter(({ start, end }) => start === from || (start < from && end > from))
    .map(key);
  const foundAt = index.covering(from).map(key);
  return [
    ...found.filter((one) => !expected.includes(one)),
    ...expected.filter((one) => !found.includes(one)),
    ...foundAt.filter((one) => !expectedAt.includes(one)),
    ...expectedAt.filter((one) => !foundAt.includes(one)),
  ];
}

describe('the interval index', () => {
  it('answers as a plain scan does, whatever was put in and taken out', () => {
    const many = fc.array(interval, { minLength: 0, maxLength: 120 });
    fc.assert(
      fc.property(many, fc.array(step, { maxLength: 30 }), (initial, steps) => {
        const index = intervalIndex(initial);
        let plain = [...initial];
        for (const { insert, one, from, length } of steps) {
          const had = plain.length;
          if (insert) index.insert(one);
          const removed = !insert && index.remove(one.id);
          plain = insert ? [...plain, one] : plain.filter(({ id }) => id !== one.id);
          expect(removed).toBe(plain.length < had);
          expect(index.size).toBe(plain.length);
          expect(wrongAnswers(index, plain, from, from + length)).toEqual([]);
        }
        const sorted = index.all();
        expect(sorted.toSorted((a, b) => compareSpans(span(a), span(b)))).toEqual(sorted);
      }),
    );
  });

  it('stays quick with one interval as long as the text', () => {
    const list = Array.from({ length: 40_000 }, (_, i) => ({
      id: `${i}`,
      start: i * 5,
      end: i * 5 + 3,
    }));
    const index = intervalIndex([...list, { id: 'all', start: 0, end: 300_000 }]);
    expect(index.covering(199_991).map(({ id }) => id)).toEqual(['all', '39998']);
    expect(index.intersecting(100, 110).map(({ id }) => id)).toEqual(['all', '20', '21']);
    expect(intervalIndex().intersecting(0, 10)).toEqual([]);
  });
});
