import type { Ask } from '../../state/statistics.ts';
import { fitText, textWidth } from './fit-text.ts';
import { type LabelLook, type Mark, type Picture, type Spot, stroke, words } from './picture.ts';
import { numberWords } from './scale.ts';

/** A pair of labels and how often they meet. */
export interface MatrixCell {
  readonly row: string;
  readonly column: string;
  readonly value: number;
  readonly name: string;
  readonly ask: Ask;
}

/** What a matrix shows. */
export interface Matrix {
  readonly title: string;
  /** What the numbers count. */
  readonly axis: string;
  readonly labels: readonly LabelLook[];
  readonly cells: readonly MatrixCell[];
  readonly width: number;
}

const HEAD = 44;
const ROW = 36;
const GAP = 2;
const WIDEST = 116;
const BAR = 4;

/** Labels across and down; each pair once, below and on the diagonal. The bar repeats the number. */
export function matrixPicture({ title, axis, labels, cells, width }: Matrix): Picture {
  const names = labels.map(({ name }) => textWidth(name, 12) + 22);
  const left = Math.min(Math.ceil(Math.max(60, ...names)), Math.round(width * 0.34)) + 12;
  const cell = Math.min(WIDEST, Math.floor((width - left) / Math.max(1, labels.length)));
  const most = Math.max(1, ...cells.map(({ value }) => value));
  const marks: Mark[] = [];
  const spots: Spot[] = [];
  labels.forEach((look, index) => {
    const y = HEAD + index * ROW;
    const x = left + index * cell;
    marks.push({ kind: 'chip', x: 0, y: y + 10, look });
    marks.push(words(fitText(look.name, left - 34, 12), 22, y + 21, { ink: 'ink' }));
    marks.push({ kind: 'chip', x: x + cell / 2 - 8, y: 8, look });
    const short = fitText(look.name, cell - 4, 11);
    if (cell >= 48) {
      marks.push(words(short, x + cell / 2 - 1, 36, { size: 11, ink: 'ink3', anchor: 'middle' }));
    }
  });
  for (const { row, column, value, name, ask } of cells) {
    const down = labels.findIndex(({ id }) => id === row);
    const across = labels.findIndex(({ id }) => id === column);
    const [x, y] = [left + across * cell, HEAD + down * ROW];
    const box = { x, y, width: cell - GAP, height: ROW - GAP };
    const long = (box.width * value) / most;
    const foot = y + box.height - 0.5;
    marks.push({ kind: 'rect', ...box, fill: 'chrome' });
    marks.push(stroke([x, foot], [x + box.width, foot], 'line'));
    if (value > 0) {
      marks.push({
        kind: 'rect',
        x,
        y: y + box.height - BAR,
        width: long,
        height: BAR,
        fill: 'accent',
      });
      spots.push({ ...box, name, ask });
    }
    const look = { ink: value === 0 ? 'ink3' : 'ink', size: 13, strong: value > 0 } as const;
    marks.push(words(numberWords(value), x + box.width / 2, y + 20, { ...look, anchor: 'middle' }));
  }
  const bottom = HEAD + labels.length * ROW;
  marks.push(words(axis, left, bottom + 18, { size: 11, ink: 'ink3' }));
  return { title, width, height: bottom + 26, marks, spots };
}
