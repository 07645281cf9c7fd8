import type { Annotation, Relation } from '../model/annotation.ts';
import type { JsonObject } from '../model/json.ts';
import type { Span } from '../model/span.ts';

/** Makes a digest of a text: SHA-256 in lower-case hex. Core has no hash of its own. */
export type Digest = (text: string) => string;

/** What one analyst marked in an article, as review reads it. */
export interface ReviewLayer {
  /** Analyst id. */
  readonly analyst: string;
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
}

/** Names an annotation among all layers of an article: `[analyst id, annotation id]`. */
export type Source = readonly [analyst: string, annotation: string];

/** What a reading says: all of an annotation that is compared. */
export interface ReadingValue {
  /** Label id. */
  readonly label: string;
  /** `[start, end)` in UTF-16 code units, ascending. */
  readonly spans: readonly Span[];
  /** The words of each span. */
  readonly quote: readonly string[];
  /** Attribute id → value; actors are told by their words, for ids hold in one layer only. */
  readonly attributes: JsonObject;
}

/** One reading of an item: those who marked the very same. */
export interface Candidate extends ReadingValue {
  /** `A`, `B`, `C`, …: how people call it. It says nothing about who gave it. */
  readonly key: string;
  /** In order of the analysts' ids. */
  readonly from: readonly Source[];
}

/** The ways in which the readings of an item can differ. */
export const DIFFERENCES = ['label', 'boundary', 'attribute', 'missed'] as const;

/** One way in which the readings of an item differ. */
export type Difference = (typeof DIFFERENCES)[number];

/** What is mainly wrong with an item: see `kindOf` in items.ts. */
export const ITEM_KINDS = ['agree', 'boundary', 'label', 'attribute', 'missed', 'extra'] as const;

/** What is mainly wrong with an item. */
export type ItemKind = (typeof ITEM_KINDS)[number];

/** A place where layers are compared. */
export interface Item {
  /** The same on every machine: `itemId`. */
  readonly id: string;
  readonly articleId: string;
  /** From the first word of any reading to the last, in UTF-16 code units. */
  readonly span: Span;
  /** Most readers first. */
  readonly candidates: readonly Candidate[];
  /** Analyst ids, in order: those who read the article and marked nothing here. */
  readonly absent: readonly string[];
  readonly kind: ItemKind;
  /** All that differs, for people to read. */
  readonly differs: readonly Difference[];
  /** 0 (all say the same) to 1: `disagreement`. */
  readonly score: number;
  /** Equal for items that put the same question: the same words, read in the same ways. */
  readonly pattern: string;
}

/** How many readers a reading or an item has. */
export function readersOf(candidates: readonly Candidate[]): number {
  return candidates.reduce((sum, { from }) => sum + from.length, 0);
}
