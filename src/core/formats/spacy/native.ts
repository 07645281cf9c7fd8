import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import { articleFromFacts, listIn, objectsIn } from '../article-facts.ts';
import type { ReadOptions } from '../format.ts';

/** A span as a file of spaCy tells it. */
export interface FoundSpan {
  /** In the unit of the native line. */
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/**
 * A document in native words. Where a span stands in `spans` and as an entity, it is one annotation.
 * @param own what our own files keep beside spaCy's fields: one object for each of `spans`, in order
 */
export function nativeDoc(
  text: string,
  entities: readonly FoundSpan[],
  spans: readonly FoundSpan[],
  own: JsonObject,
  options: ReadOptions,
): JsonObject {
  const remarks = listIn(own['spans']);
  const key = ({ start, end, label }: FoundSpan): string => JSON.stringify([start, end, label]);
  const known = new Set(spans.map(key));
  const annotations: Json[] = spans.map(({ start, end, label }, index) => {
    const said = remarks[index];
    return { ...(isJsonObject(said) ? said : {}), start, end, label };
  });
  for (const entity of entities) {
    if (!known.has(key(entity))) annotations.push({ ...entity });
  }
  const facts = own['article'];
  const labels = own['document_labels'];
  return {
    ...articleFromFacts(isJsonObject(facts) ? facts : {}, text, options),
    text,
    annotations,
    relations: objectsIn(own['relations']),
    ...(isJsonObject(labels) ? { documentLabels: labels } : {}),
  };
}
