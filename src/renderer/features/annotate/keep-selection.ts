import type { TextMap, TextSelection } from './selection.ts';

/** True while the focus is in the details, in a dialog, or on anything else beside the text. */
function isBeside(region: HTMLElement): boolean {
  const { activeElement: active } = document;
  if (document.documentElement.dataset['modal'] !== undefined) return true;
  return active !== null && active !== document.body && !region.contains(active);
}

/**
 * A page has one selection, and a field that gets the focus takes it. Gives it back to the text when
 * the text gets the focus back, so that a command chosen in the palette finds the words it is for,
 * and one reads on where one was. Returns how to stop.
 */
export function keepSelection(region: HTMLElement, map: TextMap): () => void {
  let kept: TextSelection | undefined;
  const note = (): void => {
    const now = map.selection();
    if (now !== undefined || !isBeside(region)) kept = now;
  };
  const giveBack = (): void => {
    if (kept !== undefined && map.selection() === undefined) map.select(kept);
  };
  document.addEventListener('selectionchange', note);
  region.addEventListener('focus', giveBack);
  return () => {
    document.removeEventListener('selectionchange', note);
    region.removeEventListener('focus', giveBack);
  };
}
