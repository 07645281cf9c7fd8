import { lastAnswer } from '../../../core/codebook/last-answer.ts';
import { suggestValues } from '../../../core/codebook/suggest-values.ts';
import { editAnnotation } from '../../../core/log/annotation-ops.ts';
import {
  checkAttributeValue,
  isUnanswered,
  type ValueContext,
} from '../../../core/log/attribute-value.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { Attribute } from '../../../core/model/attribute.ts';
import type { Json, JsonObject } from '../../../core/model/json.ts';
import { isSameJson } from '../../../core/model/same-json.ts';
import { commit } from '../../state/desk.ts';
import { announce, type OpenArticle, useProject } from '../../state/project.ts';
import { inEnglish, t } from '../../words/words.ts';
import { goToAttribute } from './attribute-focus.ts';
import { askedOf, nextRequired } from './attribute-order.ts';
import { valueWords } from './attribute-words.ts';
import { deskText } from './desk-text.ts';
import { isReadOnly, selectedAnnotation } from './edits.ts';
import { labelOf, shortQuote } from './words.ts';

const get = useProject.getState;

/** The attributes of the codebook in force. */
export function attributesInForce(): readonly Attribute[] {
  return get().project?.codebook.attributes ?? [];
}

/** An annotation as it is now: what a field was drawn with may be older than the last edit. */
export function freshOf(annotation: Annotation): Annotation {
  return get().article?.annotations.find(({ id }) => id === annotation.id) ?? annotation;
}

/** Gives an attribute a value; `null` takes it away. One edit, one step of undo. */
export function setAttribute(annotation: Annotation, attribute: Attribute, value: Json): void {
  const { article } = get();
  const before = freshOf(annotation).attributes[attribute.id] ?? null;
  const next = isUnanswered(value) ? null : value;
  if (article === undefined || isSameJson(before, next) || isReadOnly()) return;
  const words =
    next === null ? t('annotate.cleared') : valueWords(attribute, next, article.annotations);
  const edit = { attributes: { [attribute.id]: next } };
  commit(inEnglish('edits.value', { name: attribute.name, quote: shortQuote(annotation) }), [
    editAnnotation(annotation, edit, new Date().toISOString()),
  ]);
  announce(() => t('annotate.valueSaid', { name: attribute.name, value: words }));
}

function contextOf({ text, annotations }: OpenArticle): ValueContext {
  return {
    text,
    hasAnnotation: (id) => annotations.some((one) => one.id === id),
    hasArticle: () => true,
  };
}

/** The values of the last similar annotation that this one could take and has no answer to. */
export function offeredValues(annotation: Annotation): JsonObject {
  const { article, labels } = get();
  if (article === undefined) return {};
  const others = article.annotations.filter(({ id }) => id !== annotation.id);
  const found = suggestValues(others, annotation)?.attributes ?? {};
  const values = freshOf(annotation).attributes;
  const context = contextOf(article);
  const label = labelOf(labels, annotation);
  const { required, groups } = askedOf(attributesInForce(), label, { ...found, ...values });
  const asked = [...required, ...groups.flatMap(({ attributes }) => attributes)];
  return Object.fromEntries(
    asked.flatMap((attribute) => {
      const value = found[attribute.id] ?? null;
      if (isUnanswered(value) || !isUnanswered(values[attribute.id])) return [];
      return checkAttributeValue(attribute, value, context) === undefined
        ? [[attribute.id, value] as const]
        : [];
    }),
  );
}

/**
 * What Enter takes for a question without an answer: what the newest annotation of the article said
 * that was asked the same. Required questions only; words of the text are never taken over.
 */
export function offeredAnswer(annotation: Annotation, attribute: Attribute): Json | undefined {
  const { article } = get();
  const has = freshOf(annotation).attributes[attribute.id];
  if (article === undefined || !attribute.required || !isUnanswered(has)) return undefined;
  const value = lastAnswer(
    article.annotations.filter(({ id }) => id !== annotation.id),
    attribute.id,
  );
  if (value === undefined) return undefined;
  const problem = checkAttributeValue(attribute, value, contextOf(article));
  return problem === undefined ? value : undefined;
}

/** Goes to the next required attribute without an answer, or back to the text. */
export function goOn(annotation: Annotation, from: string | undefined): void {
  const values = freshOf(annotation).attributes;
  const { required } = askedOf(attributesInForce(), labelOf(get().labels, annotation), values);
  const next = nextRequired(required, values, from);
  if (next === undefined || next.id === from) deskText()?.focus();
  else goToAttribute(annotation.id, next.id);
}

/** Takes all values of the last similar annotation at once. */
export function takeOffered(): void {
  const annotation = selectedAnnotation();
  if (annotation === undefined || isReadOnly()) return;
  const attributes = offeredValues(annotation);
  const count = Object.keys(attributes).length;
  if (count === 0) {
    announce(() => t('marking.noSimilar'));
    return;
  }
  commit(inEnglish('edits.lastValues', { quote: shortQuote(annotation) }), [
    editAnnotation(annotation, { attributes }, new Date().toISOString()),
  ]);
  announce(() => t('annotate.valuesTaken', { count }));
  goOn(annotation, undefined);
}
