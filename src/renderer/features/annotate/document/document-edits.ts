import { isUnanswered } from '../../../../core/log/attribute-value.ts';
import { editDocument } from '../../../../core/log/document-ops.ts';
import type { Attribute } from '../../../../core/model/attribute.ts';
import type { Label } from '../../../../core/model/codebook.ts';
import type { Json, JsonObject } from '../../../../core/model/json.ts';
import { isSameJson } from '../../../../core/model/same-json.ts';
import { commit } from '../../../state/desk.ts';
import { announce, useProject } from '../../../state/project.ts';
import { inEnglish, t } from '../../../words/words.ts';
import { valueWords } from '../attribute-words.ts';
import { isReadOnly } from '../edits.ts';

const get = useProject.getState;

/** The answers given under a document label; none where the label is not given, or came without. */
export function answersOf(labels: JsonObject, id: string): JsonObject {
  const answers = labels[id];
  return typeof answers === 'object' && answers !== null && !Array.isArray(answers)
    ? (answers as JsonObject)
    : {};
}

/** The labels of the open article as they are now. */
function labelsNow(): JsonObject {
  return get().article?.document.labels ?? {};
}

function save(labels: JsonObject, words: string): void {
  const { project, article } = get();
  if (project === undefined || article === undefined) return;
  commit(words, [editDocument(article.articleId, project.me.id, { labels })]);
}

function without(labels: JsonObject, id: string): JsonObject {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => name !== id));
}

/** Gives the open article a label, or takes it away with its answers. One step of undo. */
export function toggleDocumentLabel({ id, name }: Pick<Label, 'id' | 'name'>): void {
  if (isReadOnly()) return;
  const labels = labelsNow();
  if (Object.hasOwn(labels, id)) {
    save(without(labels, id), inEnglish('edits.labelTaken', { name }));
    announce(() => t('remarks.taken', { name }));
    return;
  }
  save({ ...labels, [id]: {} }, inEnglish('edits.labelGiven', { name }));
  announce(() => t('remarks.given', { name }));
}

/** Takes all labels from the open article. */
export function clearDocumentLabels(ids: readonly string[]): void {
  const labels = labelsNow();
  const left = ids.reduce(without, labels);
  if (Object.keys(left).length === Object.keys(labels).length || isReadOnly()) return;
  save(left, inEnglish('edits.labelsTaken'));
  announce(() => t('remarks.allTaken'));
}

/** Answers a question under a label of the open article; `null` takes the answer away. */
export function setDocumentAnswer(label: Label, attribute: Attribute, value: Json): void {
  const labels = labelsNow();
  const before = answersOf(labels, label.id);
  const next = isUnanswered(value) ? null : value;
  if (isSameJson(before[attribute.id] ?? null, next) || isReadOnly()) return;
  const answers =
    next === null ? without(before, attribute.id) : { ...before, [attribute.id]: next };
  save({ ...labels, [label.id]: answers }, inEnglish('edits.answer', { name: attribute.name }));
  announce(() =>
    next === null
      ? t('remarks.answerCleared', { name: attribute.name })
      : t('remarks.answered', { name: attribute.name, value: valueWords(attribute, next, []) }),
  );
}

/** The answer as it is now. */
export function freshAnswer(label: Label, attribute: Attribute): Json {
  return answersOf(labelsNow(), label.id)[attribute.id] ?? null;
}

/** Writes one's note on the open article. */
export function changeDocumentNote(articleId: string, note: string): void {
  const { project, article } = get();
  const isOpen = article?.articleId === articleId;
  if (project === undefined || (isOpen && note === article.document.note) || isReadOnly()) return;
  commit(inEnglish('edits.articleNote'), [editDocument(articleId, project.me.id, { note })]);
}
