/**
 * How many things of a row fit, from the first on, when the rest goes into a menu.
 * @param widths of the things, in CSS pixels
 * @param gap between two of them
 * @param room for the whole row
 * @param menu width of the menu's button, needed only where something is left over
 */
export function howManyFit(
  widths: readonly number[],
  gap: number,
  room: number,
  menu: number,
): number {
  let used = 0;
  let fits = 0;
  for (const [index, width] of widths.entries()) {
    used += width + (index === 0 ? 0 : gap);
    const rest = index + 1 < widths.length ? gap + menu : 0;
    if (used + rest <= room) fits = index + 1;
  }
  return fits;
}
