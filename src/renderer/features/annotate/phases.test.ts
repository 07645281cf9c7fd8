import { expect, test } from 'vitest';
import type { LaneLine } from './paint-plan.ts';
import { phasesOf } from './phases.ts';

const line = (
  lane: number,
  goesOn: boolean,
  pattern: LaneLine['pattern'] = 'dashed',
): LaneLine => ({
  lane,
  hue: 'ochre',
  pattern,
  goesOn,
});
const shifts = (lines: readonly (readonly LaneLine[])[], widths: readonly number[], rtl = false) =>
  phasesOf(
    lines.map((lanes) => ({ lanes })),
    widths,
    rtl,
  ).map((phases) => phases.map(({ lane, shift }) => [lane, shift]));

test('dashes of nine pixels run on from piece to piece', () => {
  const pieces = [[line(1, false)], [line(1, true), line(0, false)], [line(1, true)]];
  expect(shifts(pieces, [20, 30, 10])).toEqual([
    [[1, 0]],
    [
      [1, -2],
      [0, 0],
    ],
    [[1, -5]],
  ]);
});

test('from right to left the next piece stands at the left', () => {
  expect(shifts([[line(0, false)], [line(0, true)]], [20, 30], true)).toEqual([[[0, 0]], [[0, 3]]]);
});

test('another annotation in the same lane begins anew, and lines without gaps have no phase', () => {
  expect(shifts([[line(0, false)], [line(0, false)]], [20, 30])).toEqual([[[0, 0]], [[0, 0]]]);
  expect(shifts([[line(0, false, 'double')], [line(0, true, 'single')]], [20, 30])).toEqual([
    [],
    [],
  ]);
});
