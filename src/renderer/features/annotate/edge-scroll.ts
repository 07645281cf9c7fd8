/** How near to an edge of what scrolls the pointer makes it scroll, in CSS pixels. */
const ZONE = 44;
/** Fastest, in CSS pixels a frame. */
const FASTEST = 18;

/**
 * How far a scroller goes in one frame while something is dragged to its edge, in CSS pixels;
 * negative upwards, 0 where the pointer is not at an edge. The nearer to the edge, the faster.
 * @param y of the pointer
 * @param top of the scroller
 * @param bottom of the scroller, in the same pixels
 */
export function edgeScroll(y: number, top: number, bottom: number): number {
  const zone = Math.min(ZONE, (bottom - top) / 3);
  if (zone <= 0) return 0;
  const up = Math.min(zone, top + zone - y);
  const down = Math.min(zone, y - (bottom - zone));
  if (up > 0) return -Math.ceil((up / zone) * FASTEST);
  return down > 0 ? Math.ceil((down / zone) * FASTEST) : 0;
}
