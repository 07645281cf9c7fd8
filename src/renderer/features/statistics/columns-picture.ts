import type { BarPart } from './bars-picture.ts';
import { type Mark, type Picture, type Spot, stroke, words } from './picture.ts';
import { countScale, numberWords, type Scale } from './scale.ts';

/** A column, and what stands under it. */
export interface Column {
  readonly key: string;
  /** Short; left out where there is no room for it. */
  readonly name: string;
  /** From bottom to top. */
  readonly parts: readonly BarPart[];
}

/** What a picture over time shows. */
export interface Columns {
  readonly title: string;
  /** What the upright axis counts. */
  readonly axis: string;
  /** What the columns are. */
  readonly across: string;
  readonly columns: readonly Column[];
  readonly width: number;
}

const LEFT = 48;
const TOP = 24;
const HEIGHT = 168;
const UNDER = 44;
const NAME_WIDTH = 52;
const WIDEST = 44;
const LEAST = 1.5;

/** The frame of a picture over time: lines, numbers, names. */
export function timeFrame(of: Omit<Columns, 'columns'>, names: readonly string[], max: number) {
  const scale = countScale(max, HEIGHT, 4);
  const bottom = TOP + HEIGHT;
  const slot = (of.width - LEFT) / Math.max(1, names.length);
  const middle = (index: number): number => LEFT + slot * (index + 0.5);
  const every = Math.max(1, Math.ceil(NAME_WIDTH / slot));
  const marks: Mark[] = scale.ticks.flatMap((tick) => {
    const y = Math.round(bottom - scale.at(tick)) + 0.5;
    return [
      stroke([LEFT, y], [of.width, y], tick === 0 ? 'line3' : 'line'),
      words(numberWords(tick), LEFT - 8, y + 4, { size: 11, ink: 'ink3', anchor: 'end' }),
    ];
  });
  names.forEach((name, index) => {
    if (index % every !== 0) return;
    marks.push(
      words(name, middle(index), bottom + 16, { size: 11, ink: 'ink3', anchor: 'middle' }),
    );
  });
  marks.push(words(of.axis, 0, 11, { size: 11, ink: 'ink3' }));
  marks.push(words(of.across, of.width, bottom + 34, { size: 11, ink: 'ink3', anchor: 'end' }));
  return { marks, scale, bottom, slot, middle, height: bottom + UNDER };
}

function stack(column: Column, x: number, width: number, bottom: number, scale: Scale) {
  const marks: Mark[] = [];
  const spots: Spot[] = [];
  let y = bottom;
  for (const { value, fill, name, ask } of column.parts.filter((part) => part.value > 0)) {
    const height = Math.max(LEAST, scale.at(value));
    y -= height;
    marks.push({ kind: 'rect', x, y, width, height, fill });
    if (typeof fill !== 'string' && height >= 18 && width >= 18) {
      marks.push({ kind: 'chip', x: x + width / 2 - 7, y: y + height / 2 - 7, look: fill });
    }
    spots.push({ x, y, width, height, name, ask });
  }
  return { marks, spots };
}

/** Columns in order of time, their parts on top of each other. */
export function columnsPicture(of: Columns): Picture {
  const sums = of.columns.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
  const names = of.columns.map(({ name }) => name);
  const frame = timeFrame(of, names, Math.max(0, ...sums));
  const width = Math.max(LEAST, Math.min(WIDEST, frame.slot * 0.7));
  const drawn = of.columns.map((column, index) =>
    stack(column, frame.middle(index) - width / 2, width, frame.bottom, frame.scale),
  );
  return {
    title: of.title,
    width: of.width,
    height: frame.height,
    marks: [...frame.marks, ...drawn.flatMap(({ marks }) => marks)],
    spots: drawn.flatMap(({ spots }) => spots),
  };
}
