import type { DocumentLabels } from './annotation.ts';

/** How far an analyst is with a layer, in the order of the work. */
export const LAYER_STATES = ['new', 'in-progress', 'submitted'] as const;

/** How far an analyst is with an article. */
export type LayerState = (typeof LAYER_STATES)[number];

/** What those who receive layers say of one: handed back to go on with, or closed for good. */
export const GIVEN_STATES = ['returned', 'locked'] as const;

/** A state that a layer is given by others. */
export type GivenState = (typeof GIVEN_STATES)[number];

/**
 * How far an analyst is, by what is said of their layer: with one that came back they go on, one
 * that is locked was handed in. `undefined` for what this version does not know.
 */
export function progressOf(said: unknown): LayerState | undefined {
  if (said === 'returned') return 'in-progress';
  return said === 'locked' ? 'submitted' : LAYER_STATES.find((state) => state === said);
}

/** True for the state of a layer that was handed in and is not changed any more. */
export function isHandedIn(state: unknown): boolean {
  return state === 'submitted' || state === 'locked';
}

/** What one analyst says about a whole article, and how far they are. */
export interface LayerDocument {
  readonly articleId: string;
  /** Analyst id: the owner of the layer. */
  readonly analyst: string;
  readonly labels: DocumentLabels;
  readonly note: string;
  readonly state: LayerState;
  /** How far the text has been read: an offset in UTF-16 code units. */
  readonly seen: number;
}
