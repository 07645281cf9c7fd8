import { type ListKey, listTarget } from '../../ui/list-keys.ts';

/** What a key press means in a list that is found by typing. */
export type PickPress =
  | { readonly what: 'move'; readonly to: number }
  | { readonly what: 'take'; readonly index: number }
  | { readonly what: 'leave' };

/** Lines that a digit takes. */
export const MOST_DIGITS = 9;

function step(press: ListKey, typed: string): ListKey {
  if (typed !== '') return press;
  if (press.key === 'j') return { ...press, key: 'ArrowDown' };
  return press.key === 'k' ? { ...press, key: 'ArrowUp' } : press;
}

/**
 * What a key press means: a digit takes the line of that number, Enter the line one is on, arrows
 * move, and so do `j` and `k` until something is typed; a capital one begins a name. `undefined` for
 * keys that belong to the field.
 * @param at index of the line one is on
 * @param length how many lines fit what is typed
 */
export function pickPress(
  press: ListKey,
  at: number,
  length: number,
  typed: string,
): PickPress | undefined {
  if (press.key === 'Escape') return { what: 'leave' };
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  if (press.key === 'Enter') return { what: 'take', index: at };
  if (/^[1-9]$/u.test(press.key)) return { what: 'take', index: Number(press.key) - 1 };
  const moved = step(press, typed);
  // Home and End move within what is typed.
  const to = moved.key.startsWith('Arrow') ? listTarget(moved, at, length) : undefined;
  return to === undefined ? undefined : { what: 'move', to };
}
