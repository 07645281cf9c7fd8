/** Where and what was picked last, so that a further click goes one annotation outwards. */
export interface LastPick {
  readonly x: number;
  readonly y: number;
  readonly id: string | undefined;
}

/** Clicks nearer than this, in CSS pixels, are on the same place. */
const SAME_PLACE = 5;

/**
 * Which annotation a click picks.
 * @param stack ids of all annotations under the pointer, innermost first
 * @param further true where the person asked for the next one in the stack
 */
export function pick(
  stack: readonly string[],
  selected: string | undefined,
  further: boolean,
): string | undefined {
  const at = selected === undefined ? -1 : stack.indexOf(selected);
  return further && at !== -1 ? stack[(at + 1) % stack.length] : stack[0];
}

/** True when a click is on the place of the last one and that one's pick still stands. */
export function isRepeated(
  last: LastPick | undefined,
  now: { readonly x: number; readonly y: number },
  selected: string | undefined,
): boolean {
  return (
    last?.id !== undefined &&
    last.id === selected &&
    Math.abs(last.x - now.x) < SAME_PLACE &&
    Math.abs(last.y - now.y) < SAME_PLACE
  );
}
