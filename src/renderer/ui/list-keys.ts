/** As much of a key press as a list needs. */
export type ListKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * Where a key goes in a list, as an index that exists: arrows one line, Home and End to the ends.
 * @param at index of the line one is on; -1 for none
 * @returns `undefined` for other keys, with Ctrl, Alt or Meta, and in an empty list
 */
export function listTarget(press: ListKey, at: number, length: number): number | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey || length === 0) return undefined;
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: length - 1,
  };
  const target = moves[press.key];
  return target === undefined ? undefined : Math.min(length - 1, Math.max(0, target));
}
