import type { ExportArticle } from '../formats/format.ts';
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { compareStrings } from '../text/order.ts';

/** Who is called what in a dataset that names nobody. */
export interface Pseudonymous {
  /** The pseudonym of an analyst id. */
  readonly of: (analyst: string) => string;
  /** As `nameScrubber` makes it. */
  readonly scrub: (text: string) => string;
}

/** Every text of a value a program made, scrubbed; what kind of thing it is stays. */
function scrubbed(value: Json, scrub: Pseudonymous['scrub'], key = ''): Json {
  if (typeof value === 'string') return key === 'kind' ? value : scrub(value);
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => scrubbed(one, scrub));
  return isJsonObject(value) ? scrubbedObject(value, scrub) : value;
}

function scrubbedObject(object: JsonObject, scrub: Pseudonymous['scrub']): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, scrubbed(value, scrub, key)]),
  );
}

function byAnalyst<T extends { readonly analyst: string }>(all: readonly T[]): T[] {
  // The order of the layers would tell in which order the names stand.
  return all.toSorted((a, b) => compareStrings(a.analyst, b.analyst));
}

/**
 * The article with pseudonyms wherever an analyst is named: as owner of annotations, relations,
 * comments, document labels and gold, as the one an article is assigned to, and in import records.
 * What people wrote (the text, its byline, notes, comments, attributes) is left as it is.
 */
export function deidentified(from: ExportArticle, { of, scrub }: Pseudonymous): ExportArticle {
  const owned = <T extends { readonly analyst: string }>(one: T): T => ({
    ...one,
    analyst: of(one.analyst),
  });
  const made = <T extends { readonly analyst: string; readonly origin: JsonObject }>(
    one: T,
  ): T => ({
    ...owned(one),
    origin: scrubbedObject(one.origin, scrub),
  });
  const { article, gold, decisions, documents = [], comments = [] } = from;
  return {
    ...from,
    article: {
      ...article,
      assigned: article.assigned.map(of).toSorted(compareStrings),
      source: scrubbedObject(article.source, scrub),
    },
    annotations: from.annotations.map(made),
    relations: from.relations.map(owned),
    documentLabels: byAnalyst(from.documentLabels.map(owned)),
    documents: byAnalyst(documents.map(owned)),
    comments: comments.map((one) => ({
      ...owned(one),
      targetAnalyst: one.targetAnalyst === '' ? '' : of(one.targetAnalyst),
    })),
    ...(gold === undefined ? {} : { gold: gold.map(made) }),
    ...(decisions === undefined ? {} : { decisions: decisions.map((one) => scrubbed(one, scrub)) }),
    analystName: (id) => id,
  };
}
