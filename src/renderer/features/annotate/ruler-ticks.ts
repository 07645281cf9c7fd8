import type { Annotation } from '../../../core/model/annotation.ts';
import type { Label } from '../../../core/model/codebook.ts';

/** A mark of the overview: annotations of one label at one height. */
export interface Tick {
  readonly row: number;
  readonly column: number;
  readonly hue: Label['hue'];
}

/** Columns of the overview: place doubles hue. */
const COLUMNS = 3;

/** Which column each label is in; helper labels (grey) have none. */
function columnsOf(
  labels: readonly Label[],
): ReadonlyMap<string, { column: number; hue: Label['hue'] }> {
  const shown = labels
    .filter((label) => label.hue !== 'grey')
    .toSorted((a, b) => a.order - b.order);
  return new Map(shown.map(({ id, hue }, index) => [id, { column: index % COLUMNS, hue }]));
}

/**
 * The ticks of an overview, at most one for a row and column.
 * @param rows how many rows there is room for
 * @param heightOf how far down an offset is, 0–1
 */
export function ticksOf(
  annotations: readonly Annotation[],
  labels: readonly Label[],
  rows: number,
  heightOf: (offset: number) => number,
): readonly Tick[] {
  const columns = columnsOf(labels);
  const ticks = new Map<string, Tick>();
  for (const { label, anchor } of annotations) {
    const place = columns.get(label);
    if (place === undefined) continue;
    for (const [start] of anchor.spans) {
      const row = Math.min(rows - 1, Math.floor(heightOf(start) * rows));
      const key = `${String(row)} ${String(place.column)}`;
      if (!ticks.has(key)) ticks.set(key, { row, ...place });
    }
  }
  return [...ticks.values()];
}
