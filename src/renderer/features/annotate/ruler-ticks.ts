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

/** Where annotations begin that have a tick, as plain numbers: the overview is drawn many times. */
interface Places {
  readonly labels: readonly Label[];
  readonly columns: readonly Column[];
  /** For each part of an annotation its start, and the index of its column among `columns`. */
  readonly starts: readonly number[];
  readonly kinds: readonly number[];
}

const known = new WeakMap<readonly Annotation[], Places>();

function placesOf(annotations: readonly Annotation[], labels: readonly Label[]): Places {
  const before = known.get(annotations);
  if (before?.labels === labels) return before;
  const byLabel = columnsOf(labels);
  const kindOf = new Map(Array.from(byLabel.keys(), (label, kind) => [label, kind]));
  const starts: number[] = [];
  const kinds: number[] = [];
  for (const { label, anchor } of annotations) {
    const kind = kindOf.get(label);
    if (kind === undefined) continue;
    for (const [start] of anchor.spans) {
      starts.push(start);
      kinds.push(kind);
    }
  }
  const places: Places = { labels, columns: [...byLabel.values()], starts, kinds };
  known.set(annotations, places);
  return places;
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
  const { columns, starts, kinds } = placesOf(annotations, labels);
  const taken = new Uint8Array(rows * COLUMNS);
  const paths = new Map<Label['hue'], string[]>();
  const draw = (row: number, { column, hue }: Column): void => {
    const corner = `M${String(LEFT + column * TICK_WIDTH)} ${String(row * TICK_HEIGHT)}`;
    const boxes = paths.get(hue);
    if (boxes === undefined) paths.set(hue, [corner + BOX]);
    else boxes.push(corner + BOX);
  };
  for (let index = 0; index < starts.length; index += 1) {
    const place = columns[kinds[index] ?? 0];
    if (place === undefined) continue;
    const row = Math.min(rows - 1, Math.floor(heightOf(starts[index] ?? 0) * rows));
    const cell = row * COLUMNS + place.column;
    if (taken[cell] === 1) continue;
    taken[cell] = 1;
    draw(row, place);
  }
  return Array.from(paths, ([hue, boxes]): TickPath => ({ hue, path: boxes.join('') }));
}
