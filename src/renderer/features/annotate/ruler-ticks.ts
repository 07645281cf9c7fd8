import type { Annotation } from '../../../core/model/annotation.ts';
import type { Label } from '../../../core/model/codebook.ts';

/** All ticks of one hue, as the data of one SVG path in CSS pixels. */
export interface TickPath {
  readonly hue: Label['hue'];
  readonly path: string;
}

/** Columns of the overview: place doubles hue. */
const COLUMNS = 3;
/** Size of one tick and where the first column begins, in CSS pixels. */
export const TICK_HEIGHT = 3;
const TICK_WIDTH = 5;
const LEFT = 2;
const BOX = `h${String(TICK_WIDTH)}v${String(TICK_HEIGHT)}h-${String(TICK_WIDTH)}z`;

interface Column {
  readonly column: number;
  readonly hue: Label['hue'];
}

/** Which column each label is in; helper labels (grey) have none. */
function columnsOf(labels: readonly Label[]): ReadonlyMap<string, Column> {
  const shown = labels
    .filter((label) => label.hue !== 'grey')
    .toSorted((a, b) => a.order - b.order);
  return new Map(shown.map(({ id, hue }, index) => [id, { column: index % COLUMNS, hue }]));
}

/**
 * The ticks of an overview, at most one for a row and column, as one path a hue: an element for each
 * of them would cost more than the text in sight.
 * @param rows how many rows there is room for
 * @param heightOf how far down an offset is, 0–1
 */
export function ticksOf(
  annotations: readonly Annotation[],
  labels: readonly Label[],
  rows: number,
  heightOf: (offset: number) => number,
): readonly TickPath[] {
  const columns = columnsOf(labels);
  const taken = new Uint8Array(rows * COLUMNS);
  const paths = new Map<Label['hue'], string[]>();
  const draw = (row: number, { column, hue }: Column): void => {
    const corner = `M${String(LEFT + column * TICK_WIDTH)} ${String(row * TICK_HEIGHT)}`;
    const boxes = paths.get(hue);
    if (boxes === undefined) paths.set(hue, [corner + BOX]);
    else boxes.push(corner + BOX);
  };
  for (const { label, anchor } of annotations) {
    const place = columns.get(label);
    if (place === undefined) continue;
    for (const [start] of anchor.spans) {
      const row = Math.min(rows - 1, Math.floor(heightOf(start) * rows));
      const cell = row * COLUMNS + place.column;
      if (taken[cell] === 1) continue;
      taken[cell] = 1;
      draw(row, place);
    }
  }
  return Array.from(paths, ([hue, boxes]): TickPath => ({ hue, path: boxes.join('') }));
}
