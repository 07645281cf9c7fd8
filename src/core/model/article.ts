import type { JsonObject } from './json.ts';

/** The kinds of furniture. */
export const FURNITURE_KINDS = [
  'navigation',
  'caption',
  'byline',
  'copyright',
  'comments',
  'related',
  'advertisement',
  'markup',
  'other',
  'manual',
] as const;

/** What a piece of furniture is: text on the page that is not of the article. */
export type FurnitureKind = (typeof FURNITURE_KINDS)[number];

/** A stretch of furniture, `[start, end)` in UTF-16 code units of the stored text. */
export interface Furniture {
  readonly start: number;
  readonly end: number;
  readonly kind: FurnitureKind;
}

/** An imported text and what is known about it. The text itself is stored apart and never changes. */
export interface Article {
  readonly id: string;
  readonly title: string;
  readonly outlet: string;
  readonly byline: string;
  /** As found or typed: ISO-8601 date where it could be read, else free text, else empty. */
  readonly date: string;
  /** BCP 47 language tag, or empty where it is not known. */
  readonly language: string;
  /** SHA-256 of the stored text in UTF-8, lower-case hex. */
  readonly sha256: string;
  /** Length of the stored text in UTF-16 code units. */
  readonly characters: number;
  /** Ascending, not overlapping. */
  readonly furniture: readonly Furniture[];
  /** The import record: file, charset, line endings, what was recognised, warnings. */
  readonly source: JsonObject;
  /** ISO-8601 UTC. */
  readonly addedAt: string;
  /** Words a team sorts its articles by. */
  readonly tags: readonly string[];
  /** Ids of the analysts who are to work on it; empty for everyone. */
  readonly assigned: readonly string[];
}
