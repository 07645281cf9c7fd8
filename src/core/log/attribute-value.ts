import type { ActorReference, Attribute, AttributeType, QuotedSpans } from '../model/attribute.ts';
import { FIELD_LIMITS } from '../model/field-limits.ts';
import { isJsonObject, type Json } from '../model/json.ts';
import { findSpanProblem } from '../text/anchor.ts';

/** What the value of an attribute is checked against. */
export interface ValueContext {
  /** Stored text of the article. */
  readonly text: string;
  /** True for an annotation of the same layer. */
  readonly hasAnnotation: (id: string) => boolean;
  readonly hasArticle: (id: string) => boolean;
}

const TEXT_LENGTH = FIELD_LIMITS.attributeValue;
const DATE_LENGTH = 100;
/** Most actors or parts in one value. */
const MOST = 200;

type Check = (attribute: Attribute, value: Json, context: ValueContext) => string | undefined;

/** True for an annotation or words as an `actor` attribute lists them. */
export function isActorReference(value: Json): value is Json & ActorReference {
  if (!isJsonObject(value)) return false;
  const [key, ...more] = Object.keys(value);
  return (
    (key === 'annotation' || key === 'text') && more.length === 0 && typeof value[key] === 'string'
  );
}

/** The actors that a value names, whether as a list or in words alone. */
export function actorsIn(value: Json | undefined): readonly ActorReference[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ text: value }];
  return Array.isArray(value) ? (value as readonly Json[]).filter(isActorReference) : [];
}

/** True for words of the article with their places. */
export function isQuotedSpans(value: Json): value is Json & QuotedSpans {
  if (!isJsonObject(value) || Object.keys(value).length !== 2) return false;
  const { quote, spans } = value as { quote?: Json; spans?: Json };
  return (
    Array.isArray(quote) &&
    Array.isArray(spans) &&
    quote.length === spans.length &&
    quote.every((words) => typeof words === 'string') &&
    spans.every(
      (span) => Array.isArray(span) && span.length === 2 && span.every((n) => Number.isInteger(n)),
    )
  );
}

function isWords(value: Json, limit: number): boolean {
  return typeof value === 'string' && value.length <= limit;
}

function checkChoice({ name, values }: Attribute, value: Json): string | undefined {
  if (typeof value !== 'string') return `“${name}” takes one of its values.`;
  return values.some(({ id }) => id === value) ? undefined : `“${name}” has no value “${value}”.`;
}

function checkChoices(attribute: Attribute, value: Json): string | undefined {
  const { name } = attribute;
  if (!Array.isArray(value)) return `“${name}” takes a list of its values.`;
  if (new Set(value).size !== value.length) return `“${name}” has a value twice.`;
  for (const one of value as readonly Json[]) {
    const problem = checkChoice(attribute, one);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function actorProblem(
  name: string,
  one: Json,
  { hasAnnotation }: ValueContext,
): string | undefined {
  if (!isActorReference(one)) return `An actor of “${name}” is an annotation or a text.`;
  const actor: ActorReference = one;
  if ('annotation' in actor) {
    return hasAnnotation(actor.annotation)
      ? undefined
      : `“${name}” points to an annotation that does not exist.`;
  }
  return actor.text.length > TEXT_LENGTH ? `An actor of “${name}” is too long.` : undefined;
}

function checkActors(
  { name, multiple }: Attribute,
  value: Json,
  context: ValueContext,
): string | undefined {
  // Words alone are what other tools, and projects older than the attribute, hold.
  if (typeof value === 'string' && value.length <= TEXT_LENGTH) return undefined;
  if (!Array.isArray(value) || value.length > MOST) return `“${name}” takes a list of actors.`;
  if (!multiple && value.length > 1) return `“${name}” takes one actor.`;
  for (const one of value as readonly Json[]) {
    const problem = actorProblem(name, one, context);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function checkSpan({ name }: Attribute, value: Json, { text }: ValueContext): string | undefined {
  if (typeof value === 'string') {
    return isWords(value, TEXT_LENGTH) ? undefined : `The text of “${name}” is too long.`;
  }
  if (!isQuotedSpans(value)) return `“${name}” takes words of the article, or a text.`;
  if (value.spans.length > MOST || findSpanProblem(text, value.spans) !== undefined) {
    return `The words of “${name}” do not lie in the text.`;
  }
  return value.spans.every(([start, end], index) => text.slice(start, end) === value.quote[index])
    ? undefined
    : `The words of “${name}” are not the words at their position.`;
}

const CHECKS: Readonly<Record<AttributeType, Check>> = {
  choice: checkChoice,
  'multi-choice': checkChoices,
  text: ({ name }, value) =>
    isWords(value, TEXT_LENGTH)
      ? undefined
      : `“${name}” takes a text of up to ${TEXT_LENGTH} characters.`,
  date: ({ name }, value) =>
    isWords(value, DATE_LENGTH) ? undefined : `“${name}” takes a date, or a short text.`,
  boolean: ({ name }, value) =>
    typeof value === 'boolean' ? undefined : `“${name}” takes yes or no.`,
  number: ({ name }, value) =>
    typeof value === 'number' ? undefined : `“${name}” takes a number.`,
  actor: checkActors,
  span: checkSpan,
  article: ({ name }, value, { hasArticle }) =>
    typeof value === 'string' && hasArticle(value)
      ? undefined
      : `“${name}” takes an article of the project.`,
};

/**
 * What is wrong with the value of an attribute, in words; `undefined` where nothing is. `null`
 * clears an attribute and always passes.
 */
export function checkAttributeValue(
  attribute: Attribute,
  value: Json,
  context: ValueContext,
): string | undefined {
  return value === null ? undefined : CHECKS[attribute.type](attribute, value, context);
}

/** True for a value that answers nothing: not set, an empty text or an empty list. */
export function isUnanswered(value: Json | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}
