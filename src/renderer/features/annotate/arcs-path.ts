/** A place on screen, in CSS pixels. */
export interface ArcPoint {
  readonly x: number;
  readonly y: number;
}

/** How an arc is drawn. */
export interface ArcPath {
  /** SVG path data. */
  readonly d: string;
  /** Where its name stands. */
  readonly name: ArcPoint;
}

/** Least and most height of an arc over its higher end, in CSS pixels. */
const LOWEST = 16;
const HIGHEST = 64;

/** An arc from one place over the words to another. */
export function arcPath(from: ArcPoint, to: ArcPoint): ArcPath {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  const rise = Math.min(HIGHEST, Math.max(LOWEST, distance / 5));
  const top = Math.min(from.y, to.y) - rise;
  const points = [from.x, from.y, from.x, top, to.x, top, to.x, to.y].map((n) => Math.round(n));
  const [x1, y1, x2, y2, x3, y3, x4, y4] = points;
  return {
    d: `M${x1},${y1} C${x2},${y2} ${x3},${y3} ${x4},${y4}`,
    // A cubic with these controls is there at its middle.
    name: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 8 + top * 0.75 },
  };
}
