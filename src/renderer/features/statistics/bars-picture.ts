import type { Ask } from '../../state/statistics.ts';
import { fitText, textWidth } from './fit-text.ts';
import {
  CHIP,
  type Fill,
  type LabelLook,
  type Mark,
  type Picture,
  type Spot,
  stroke,
  words,
} from './picture.ts';
import { countScale, numberWords } from './scale.ts';

/** A part of a bar. */
export interface BarPart {
  readonly value: number;
  readonly fill: Fill;
  /** The number in words. */
  readonly name: string;
  readonly ask: Ask;
}

/** A bar and what stands beside it. */
export interface BarRow {
  readonly key: string;
  readonly name: string;
  /** Set before the name, where the row is a label. */
  readonly chip?: LabelLook | undefined;
  /** True where the name is an article's own words. */
  readonly quoted?: boolean;
  /** At the right end of the row. */
  readonly note: string;
  readonly parts: readonly BarPart[];
}

/** What a picture of bars shows. */
export interface Bars {
  readonly title: string;
  /** What the axis counts. */
  readonly axis: string;
  readonly rows: readonly BarRow[];
  readonly width: number;
  /** Leaves the letters out, where something else beside the bars has them. */
  readonly plain?: boolean;
}

const ROW = 26;
const BAR = 16;
const TOP = 4;
const GAP = 10;
const AXIS = 40;
/** Bars are at least so wide where they are not nothing, so that they can be seen and pressed. */
const LEAST = 2;

interface Layout {
  readonly left: number;
  readonly right: number;
}

function layoutOf({ rows, width }: Bars): Layout {
  const names = rows.map(
    ({ name, chip, quoted }) =>
      textWidth(name, quoted === true ? 13 : 12) + (chip === undefined ? 0 : 22),
  );
  const notes = rows.map(({ note }) => textWidth(note, 12));
  return {
    left: Math.min(Math.ceil(Math.max(60, ...names)), Math.round(width * 0.34)) + GAP,
    right: Math.min(Math.ceil(Math.max(24, ...notes)), Math.round(width * 0.3)) + GAP,
  };
}

const isLabel = (fill: Fill): fill is LabelLook => typeof fill !== 'string';

function partMarks(
  part: BarPart,
  { x, y, width }: Pick<Spot, 'x' | 'y' | 'width'>,
  lettered: boolean,
): Mark[] {
  const marks: Mark[] = [{ kind: 'rect', x, y, width, height: BAR, fill: part.fill }];
  if (lettered && isLabel(part.fill) && width >= CHIP + 8) {
    marks.push({ kind: 'chip', x: x + 3, y: y + (BAR - CHIP) / 2, look: part.fill });
  }
  return marks;
}

/** Bars beside each other from left to right, one row each, their parts one after the other. */
export function barsPicture(bars: Bars): Picture {
  const { left, right } = layoutOf(bars);
  const length = Math.max(40, bars.width - left - right);
  const most = Math.max(
    0,
    ...bars.rows.map(({ parts }) => parts.reduce((sum, one) => sum + one.value, 0)),
  );
  const scale = countScale(most, length, Math.max(2, Math.floor(length / 90)));
  const bottom = TOP + bars.rows.length * ROW + 2;
  const marks: Mark[] = scale.ticks.flatMap((tick) => {
    const x = Math.round(left + scale.at(tick)) + 0.5;
    return [
      stroke([x, TOP], [x, bottom], tick === 0 ? 'line3' : 'line'),
      words(numberWords(tick), x, bottom + 14, { size: 11, ink: 'ink3', anchor: 'middle' }),
    ];
  });
  marks.push(words(bars.axis, left, bottom + 32, { size: 11, ink: 'ink3' }));
  const spots: Spot[] = [];
  bars.rows.forEach((row, index) => {
    const y = TOP + index * ROW + (ROW - BAR) / 2;
    const room = left - GAP - (row.chip === undefined ? 0 : 22);
    if (row.chip !== undefined) marks.push({ kind: 'chip', x: 0, y: y + 1, look: row.chip });
    const start = row.chip === undefined ? 0 : 22;
    const face = row.quoted === true ? { serif: true, size: 14 } : {};
    const name = fitText(row.name, room, row.quoted === true ? 13 : 12);
    marks.push(words(name, start, y + 12, { ink: 'ink', ...face }));
    let x = left + 1;
    for (const part of row.parts.filter(({ value }) => value > 0)) {
      const width = Math.max(LEAST, scale.at(part.value));
      marks.push(...partMarks(part, { x, y, width }, bars.plain !== true));
      spots.push({ x, y: y - 3, width, height: BAR + 6, name: part.name, ask: part.ask });
      x += width;
    }
    marks.push(words(fitText(row.note, right, 12), bars.width, y + 12, { anchor: 'end' }));
  });
  return { title: bars.title, width: bars.width, height: bottom + AXIS, marks, spots };
}
