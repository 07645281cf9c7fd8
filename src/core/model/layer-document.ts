import type { DocumentLabels } from './annotation.ts';

/** How far an analyst is with an article. */
export type LayerState = 'new' | 'in-progress' | 'submitted';

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
