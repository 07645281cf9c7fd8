import type { DocumentLabels } from './annotation.ts';

/** The states of a layer, in the order of the work. */
export const LAYER_STATES = ['new', 'in-progress', 'submitted'] as const;

/** How far an analyst is with an article. */
export type LayerState = (typeof LAYER_STATES)[number];

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
