import type { Json, JsonObject } from './json.ts';
import { compareSpans, type Span } from './span.ts';

/** How many UTF-16 code units of context are kept on each side of an annotation. */
export const CONTEXT_LENGTH = 32;

/**
 * Where an annotation stands, and the words that prove it. Saved as one field, so that two people
 * who move a span at once can never end up with the start of one and the end of the other.
 */
export interface Anchor {
  /** At least one span, ascending, not overlapping; `[start, end)` in UTF-16 code units. */
  readonly spans: readonly Span[];
  /** The words of each span, verbatim, one string a span. */
  readonly quote: readonly string[];
  /** Up to {@link CONTEXT_LENGTH} code units before the first span. */
  readonly prefix: string;
  /** Up to {@link CONTEXT_LENGTH} code units after the last span. */
  readonly suffix: string;
}

/** How sure somebody is of an annotation, from doubt to certainty. Never counts in agreement. */
export const CONFIDENCES = ['low', 'medium', 'high'] as const;

/** How sure somebody is of an annotation. */
export type Confidence = (typeof CONFIDENCES)[number];

/** True for a confidence that can be said. */
export function isConfidence(value: unknown): value is Confidence {
  return typeof value === 'string' && (CONFIDENCES as readonly string[]).includes(value);
}

/** One label on one or more spans of an article, made by one analyst. */
export interface Annotation {
  readonly id: string;
  readonly articleId: string;
  /** Analyst id: the owner of the layer. */
  readonly analyst: string;
  /** Label id. */
  readonly label: string;
  readonly anchor: Anchor;
  readonly attributes: JsonObject;
  readonly note: string;
  /** Absent where nobody said. */
  readonly confidence?: Confidence;
  /** How it came to be: `{"kind":"manual"}`, or `{"kind":"import","file":…}`. */
  readonly origin: JsonObject;
  readonly codebookVersion: number;
  /** ISO-8601 UTC. */
  readonly createdAt: string;
  /** ISO-8601 UTC. */
  readonly updatedAt: string;
}

const NOWHERE: Span = [0, 0];

/** Reading order: by first span, outer before inner; id decides between identical ones. */
export function compareAnnotations(
  a: Pick<Annotation, 'id' | 'anchor'>,
  b: Pick<Annotation, 'id' | 'anchor'>,
): number {
  const order = compareSpans(a.anchor.spans[0] ?? NOWHERE, b.anchor.spans[0] ?? NOWHERE);
  if (order !== 0 || a.id === b.id) return order;
  return a.id < b.id ? -1 : 1;
}

/** A typed link between two annotations of one layer. */
export interface Relation {
  readonly id: string;
  readonly articleId: string;
  readonly analyst: string;
  readonly type: string;
  /** Annotation id. */
  readonly from: string;
  /** Annotation id. */
  readonly to: string;
  /** Absent, like the three below, where an older version or another tool wrote the relation. */
  readonly note?: string;
  readonly codebookVersion?: number;
  /** ISO-8601 UTC. */
  readonly createdAt?: string;
  /** ISO-8601 UTC. */
  readonly updatedAt?: string;
}

/** True for a relation that leads back to where it begins. No door lets one in. */
export function linksItself({ from, to }: Pick<Relation, 'from' | 'to'>): boolean {
  return from === to;
}

/** Labels and remarks on a whole article, as one analyst set them. */
export type DocumentLabels = { readonly [name: string]: Json };
