import type { Annotation, Relation } from '../model/annotation.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { isSameJson } from '../model/same-json.ts';
import { editAnnotation, removeAnnotation, removeRelation } from './annotation-ops.ts';
import { isActorReference } from './attribute-value.ts';
import type { OpDraft } from './op.ts';

/** What one analyst holds on one article. */
export interface LayerContents {
  readonly articleId: string;
  /** Analyst id. */
  readonly analyst: string;
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  /** True where the layer is submitted; absent where that is of no concern. */
  readonly isSubmitted?: boolean;
}

function withoutReference(value: Json, words: ReadonlyMap<string, string>): Json {
  if (!isActorReference(value) || !('annotation' in value)) return value;
  const text = words.get(value.annotation as string);
  return text === undefined ? value : { text };
}

/**
 * Attributes in which the annotations that go are named by their words instead, so that nothing
 * points to what is not there.
 * @param words annotation id → its words, of those that go
 */
export function withoutReferences(
  attributes: JsonObject,
  words: ReadonlyMap<string, string>,
): JsonObject {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]): [string, Json] => [
      name,
      Array.isArray(value)
        ? (value as readonly Json[]).map((one) => withoutReference(one, words))
        : value,
    ]),
  );
}

/** The words of the annotations with these ids, by id. */
export function wordsOf(
  annotations: readonly Annotation[],
  ids: ReadonlySet<string>,
): Map<string, string> {
  return new Map(
    annotations
      .filter(({ id }) => ids.has(id))
      .map(({ id, anchor }) => [id, anchor.quote.join(' … ')] as const),
  );
}

/** The attributes that differ between two sets, as an edit sets them; `null` for one that is gone. */
export function changedAttributes(before: JsonObject, after: JsonObject): JsonObject {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed: Record<string, Json> = {};
  for (const name of names) {
    const [old, now] = [before[name] ?? null, after[name] ?? null];
    if (!isSameJson(old, now)) changed[name] = now;
  }
  return changed;
}

/** True for a relation that starts from or leads to one of these annotations. */
export function hangsOn({ from, to }: Relation, ids: ReadonlySet<string>): boolean {
  return ids.has(from) || ids.has(to);
}

/**
 * The drafts that remove annotations and leave nothing hanging: their relations go with them, and
 * attributes of others that point to them keep their words. To be committed together.
 * @param at ISO-8601 UTC
 */
export function removeAnnotations(
  { annotations, relations }: LayerContents,
  ids: ReadonlySet<string>,
  at: string,
): OpDraft[] {
  const words = wordsOf(annotations, ids);
  const drafts: OpDraft[] = [];
  for (const relation of relations) {
    if (hangsOn(relation, ids)) drafts.push(removeRelation(relation));
  }
  for (const annotation of annotations) {
    if (ids.has(annotation.id)) {
      drafts.push(removeAnnotation(annotation));
      continue;
    }
    const after = withoutReferences(annotation.attributes, words);
    const attributes = changedAttributes(annotation.attributes, after);
    if (Object.keys(attributes).length > 0) {
      drafts.push(editAnnotation(annotation, { attributes }, at));
    }
  }
  return drafts;
}
