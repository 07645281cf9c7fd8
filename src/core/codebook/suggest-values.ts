import { isActorReference, isQuotedSpans } from '../log/attribute-value.ts';
import type { Annotation } from '../model/annotation.ts';
import type { Json, JsonObject } from '../model/json.ts';

/** Values to offer for a new annotation, and where they come from. */
export interface SuggestedValues {
  /** Annotation id. */
  readonly from: string;
  readonly attributes: JsonObject;
}

function newest(annotations: readonly Annotation[]): Annotation | undefined {
  return annotations.toSorted((a, b) => {
    if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? 1 : -1;
    return a.id < b.id ? 1 : -1;
  })[0];
}

function isLocal(value: Json): boolean {
  return isActorReference(value) && 'annotation' in value;
}

/** What of a value still means something at another place; `undefined` where nothing does. */
function carried(value: Json, sameArticle: boolean): Json | undefined {
  if (isQuotedSpans(value)) return undefined;
  if (sameArticle || !Array.isArray(value)) return value;
  const kept = (value as readonly Json[]).filter((one) => !isLocal(one));
  return kept.length === 0 ? undefined : kept;
}

/**
 * The attribute values of the last annotation with this label, one in the same article before any
 * other, to be offered for a new one. Words of the text are left out, and, from another article,
 * annotations that values point to. `undefined` where there is nothing to offer.
 */
export function suggestValues(
  previous: readonly Annotation[],
  { label, articleId }: Pick<Annotation, 'label' | 'articleId'>,
): SuggestedValues | undefined {
  const similar = previous.filter(
    (one) => one.label === label && Object.keys(one.attributes).length > 0,
  );
  const last = newest(similar.filter((one) => one.articleId === articleId)) ?? newest(similar);
  if (last === undefined) return undefined;
  const attributes: Record<string, Json> = {};
  for (const [name, value] of Object.entries(last.attributes)) {
    const kept = carried(value, last.articleId === articleId);
    if (kept !== undefined) attributes[name] = kept;
  }
  return Object.keys(attributes).length === 0 ? undefined : { from: last.id, attributes };
}
