import type { TextMap, TextSelection } from './selection.ts';

/**
 * A page has one selection, and a field that gets the focus takes it. Gives it back to the text when
 * the text gets the focus back, so that a command chosen in the palette finds the words it is for.
 * Returns how to stop.
 */
export function keepSelection(region: HTMLElement, map: TextMap): () => void {
  let kept: TextSelection | undefined;
  const note = (): void => {
    const now = map.selection();
    const inDialog = document.documentElement.dataset['modal'] !== undefined;
    if (now !== undefined || !inDialog) kept = now;
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
