import type { Attribute } from '../model/attribute.ts';
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import type { Span } from '../model/span.ts';

/** The words of an annotation of the same layer, for an actor that is told by its id. */
export type WordsOf = (annotation: string) => string | undefined;

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function actorWords(value: Json, wordsOf: WordsOf): Json {
  if (typeof value === 'string') return { text: value };
  if (!isJsonObject(value)) return value;
  const id = value['annotation'];
  return typeof id === 'string' ? { text: wordsOf(id) ?? '' } : value;
}

/**
 * A value as it means the same in every layer: actors by their words, lists that have no order in
 * one order.
 */
export function portableValue(
  attribute: Pick<Attribute, 'type'> | undefined,
  value: Json,
  wordsOf: WordsOf,
): Json {
  if (attribute?.type === 'actor') {
    const actors = Array.isArray(value) ? (value as readonly Json[]) : [value];
    return actors
      .map((one) => actorWords(one, wordsOf))
      .toSorted((a, b) => compareText(canonical(a), canonical(b)));
  }
  if (attribute?.type === 'multi-choice' && Array.isArray(value)) {
    return (value as readonly Json[]).toSorted((a, b) => compareText(canonical(a), canonical(b)));
  }
  return value;
}

/** JSON with its keys in order, so that what says the same is the same text. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonical).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const keys = Object.keys(value).toSorted(compareText);
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join(',')}}`;
}

/** True for a value that says nothing: not answered, or an empty list or text. */
export function isSilent(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  return Array.isArray(value) && value.length === 0;
}

/**
 * The attributes that are compared, by id. Those that the codebook leaves out of agreement are not;
 * those it does not know are, for nobody said that they do not count.
 */
export function comparedAttributes(
  attributes: JsonObject,
  codebook: ReadonlyMap<string, Attribute>,
): JsonObject {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([id, value]) => codebook.get(id)?.agreement !== false && !isSilent(value))
      .toSorted(([a], [b]) => compareText(a, b)),
  );
}

/** The names under which two values of attributes differ, in order. */
export function differingAttributes(a: JsonObject, b: JsonObject): readonly string[] {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].toSorted(compareText);
  return names.filter((name) => canonical(a[name] ?? null) !== canonical(b[name] ?? null));
}

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0);
}

function shared(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0;
  for (const [start, end] of a) {
    for (const [from, to] of b) sum += Math.max(0, Math.min(end, to) - Math.max(start, from));
  }
  return sum;
}

/**
 * Intersection over union of two annotations, in code units, over all their parts: 0 (apart) to 1.
 * Two that stand on no words at all are the same place or none.
 */
export function overlap(a: readonly Span[], b: readonly Span[]): number {
  const common = shared(a, b);
  const union = length(a) + length(b) - common;
  return union === 0 ? Number(canonical(a) === canonical(b)) : common / union;
}
