/** Why something was left out of a report. */
export const LEFT_REASONS = [
  'one-reader',
  'not-all-readers',
  'no-reader',
  'article-not-chosen',
  'analyst-not-chosen',
  'not-submitted',
  'furniture',
  'helper-label',
  'retired-label',
  'label-not-chosen',
  'unknown-label',
] as const;

/** Why something was left out of a report. */
export type LeftReason = (typeof LEFT_REASONS)[number];

/**
 * The way back from a number to the very spans that it counts. Each part narrows further.
 * `of`: `found` are matched pairs and annotations that stay alone, for each pair of analysts;
 * `exact` the same where only identical spans match; `matched` the matched pairs; `units` what two
 * or more analysts marked at one place, each once; `left` what was left out.
 */
export interface Selector {
  readonly of: 'found' | 'exact' | 'matched' | 'units' | 'left';
  /** Two analyst ids, in the order of the report. */
  readonly pair?: readonly [string, string] | undefined;
  /** Article id. */
  readonly article?: string | undefined;
  /** Analyst id: only what they marked and the other did not. */
  readonly alone?: string | undefined;
  /** Label id: of one of the annotations. */
  readonly label?: string | undefined;
  /** The Monday of a week, `YYYY-MM-DD`, or empty where the time is not known. */
  readonly week?: string | undefined;
  /** Codebook version. */
  readonly version?: number | undefined;
  /** Label ids of a cell of a pair's confusion matrix; `null` where that analyst marked nothing. */
  readonly cell?: readonly [string | null, string | null] | undefined;
  /** Bin of a pair's histogram of starts, from 0. */
  readonly start?: number | undefined;
  /** Bin of a pair's histogram of ends, from 0. */
  readonly end?: number | undefined;
  /** Attribute id: units in which two were asked it and one at least answered. */
  readonly attribute?: string | undefined;
  readonly reason?: LeftReason | undefined;
}

/** An annotation behind a number. */
export interface Reference {
  /** Analyst id. */
  readonly analyst: string;
  readonly id: string;
  /** Label id. */
  readonly label: string;
}

/** One of the things that a number counts. An article or layer that was left out has no annotations. */
export interface Item {
  readonly articleId: string;
  readonly annotations: readonly Reference[];
  /** The two analysts that are compared, or the one whose layer was left out. */
  readonly analysts: readonly string[];
}
