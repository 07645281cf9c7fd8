import { isQuotedSpans, isUnanswered } from '../log/attribute-value.ts';
import type { Annotation } from '../model/annotation.ts';
import type { Json } from '../model/json.ts';

function isNewer(a: Annotation, b: Annotation): boolean {
  return a.createdAt === b.createdAt ? a.id > b.id : a.createdAt > b.createdAt;
}

/**
 * What the newest annotation that answers a question says to it, to be offered for the next one.
 * `undefined` where none does. Words of the text are passed over: they mean another place.
 * @param attribute attribute id
 */
export function lastAnswer(previous: readonly Annotation[], attribute: string): Json | undefined {
  let newest: Annotation | undefined;
  for (const one of previous) {
    const value = one.attributes[attribute] ?? null;
    if (isUnanswered(value) || isQuotedSpans(value)) continue;
    if (newest === undefined || isNewer(one, newest)) newest = one;
  }
  return newest?.attributes[attribute];
}
