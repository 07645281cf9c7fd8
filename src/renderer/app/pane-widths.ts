import { useSyncExternalStore } from 'react';
import { create } from 'zustand';

/** A side pane whose width a person may change. */
export type Pane = 'articles' | 'details';

/** Widths a pane may have (TOKENS §4). */
export const PANE_LIMITS: Readonly<Record<Pane, { readonly min: number; readonly max: number }>> = {
  articles: { min: 220, max: 360 },
  details: { min: 300, max: 440 },
};

/** Narrower windows lay the details over the text. */
const OVERLAY_BELOW = 1180;
/** And these, which only a zoomed window is, the articles too. */
const BOTH_OVERLAY_BELOW = 900;
const NARROW = 1360;
const WIDE = 1800;

const KEPT = 'verbale.panes';

type Widths = Readonly<Partial<Record<Pane, number>>>;

function kept(): Widths {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    const numbers = Object.entries(value).filter(([, width]) => typeof width === 'number');
    return Object.fromEntries(numbers);
  } catch {
    return {};
  }
}

const useChosen = create<Widths>()(() => kept());

useChosen.subscribe((widths) => {
  try {
    localStorage.setItem(KEPT, JSON.stringify(widths));
  } catch {
    // Without storage the widths last as long as the window.
  }
});

function defaultWidth(pane: Pane, window: number): number {
  if (pane === 'articles') return window <= NARROW ? 240 : window >= WIDE ? 320 : 272;
  return window <= NARROW ? 320 : window >= WIDE ? 400 : 344;
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

function useWindowWidth(): number {
  return useSyncExternalStore(onResize, () => window.innerWidth);
}

/** Sets a pane's width; `undefined` goes back to the one that fits the window. */
export function setPaneWidth(pane: Pane, width: number | undefined): void {
  useChosen.setState({ [pane]: width });
}

/** The width of a pane, in CSS pixels. */
export function usePaneWidth(pane: Pane): number {
  const chosen = useChosen((state) => state[pane]);
  const fitting = defaultWidth(pane, useWindowWidth());
  const { min, max } = PANE_LIMITS[pane];
  return Math.min(max, Math.max(min, chosen ?? fitting));
}

/** True where the details lie over the text instead of beside it. */
export function useDetailsOverlay(): boolean {
  return useWindowWidth() < OVERLAY_BELOW;
}

/** True where the articles lie over the text instead of beside it. */
export function useArticlesOverlay(): boolean {
  return useWindowWidth() < BOTH_OVERLAY_BELOW;
}
