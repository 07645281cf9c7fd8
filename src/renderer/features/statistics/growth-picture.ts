import type { Ask } from '../../state/statistics.ts';
import { type Columns, timeFrame } from './columns-picture.ts';
import { type Mark, type Picture, words } from './picture.ts';
import { numberWords } from './scale.ts';

/** How much there was at the end of a period. */
export interface GrowthPoint {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  readonly spoken: string;
  readonly ask: Ask;
}

/** What a picture of growth shows. */
export interface Growth extends Omit<Columns, 'columns'> {
  readonly points: readonly GrowthPoint[];
  /** Where the line would end, drawn as a line of its own. */
  readonly goal?: { readonly value: number; readonly name: string } | undefined;
}

const LEAST_WIDTH = 6;

/** A line that rises by steps: the sum so far at the end of each period. */
export function growthPicture(growth: Growth): Picture {
  const { points, goal, title, width } = growth;
  const names = points.map(({ name }) => name);
  const max = Math.max(goal?.value ?? 0, ...points.map(({ value }) => value));
  const frame = timeFrame(growth, names, max);
  const marks: Mark[] = [...frame.marks];
  const y = (value: number): number => frame.bottom - frame.scale.at(value);
  if (goal !== undefined) {
    const at = y(goal.value);
    const [from, to] = [frame.middle(0) - frame.slot / 2, width];
    marks.push({
      kind: 'line',
      points: [
        [from, at],
        [to, at],
      ],
      ink: 'ink3',
      width: 1,
      dashed: true,
    });
    marks.push(words(goal.name, width, at - 5, { size: 11, ink: 'ink3', anchor: 'end' }));
  }
  let before = 0;
  const line: (readonly [number, number])[] = [];
  points.forEach(({ value }, index) => {
    const start = frame.middle(index) - frame.slot / 2;
    line.push([start, y(before)], [start, y(value)], [start + frame.slot, y(value)]);
    before = value;
  });
  marks.push({ kind: 'line', points: line, ink: 'accent', width: 2 });
  const last = points.at(-1);
  if (last !== undefined && last.value !== goal?.value) {
    marks.push(
      words(numberWords(last.value), width, y(last.value) - 6, {
        ink: 'ink',
        anchor: 'end',
        strong: true,
      }),
    );
  }
  const spots = points.map(({ value, spoken, ask }, index) => ({
    x: frame.middle(index) - Math.max(LEAST_WIDTH, frame.slot) / 2,
    y: Math.min(y(value), frame.bottom - LEAST_WIDTH),
    width: Math.max(LEAST_WIDTH, frame.slot),
    height: Math.max(LEAST_WIDTH, frame.bottom - y(value)),
    name: spoken,
    ask,
  }));
  return { title, width, height: frame.height, marks, spots };
}
