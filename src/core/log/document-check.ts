import { FIELD_LIMITS } from '../model/field-limits.ts';
import { forbiddenKeyIn } from '../model/forbidden-name.ts';
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { checkAttributeValue } from './attribute-value.ts';
import { DOCUMENT, isLayerState } from './document-ops.ts';
import { type DraftSetting, isText, ownId, type Refusal } from './draft-context.ts';
import { unknownField } from './layer-check.ts';
import { DELETED } from './op.ts';
import { fieldValue } from './record.ts';

const FIELDS = new Set(['labels', 'note', 'state', 'seen', DELETED]);

/**
 * The answers under one label. Names the codebook does not know came with an import and are kept, as
 * are values that point into the text, which nobody is asked for here.
 */
function checkAnswers({ context, text }: DraftSetting, answers: JsonObject): Refusal | undefined {
  const { hasArticle } = context;
  for (const [id, value] of Object.entries(answers)) {
    const attribute = context.attributes.get(id);
    if (attribute === undefined || attribute.type === 'span' || attribute.type === 'actor')
      continue;
    const around = { text, hasAnnotation: () => false, hasArticle };
    const refusal = checkAttributeValue(attribute, value, around);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function checkLabel(
  setting: DraftSetting,
  id: string,
  answers: Json,
  isNew: boolean,
): Refusal | undefined {
  const label = setting.context.labels.get(id);
  if (label === undefined) return undefined;
  if (label.document !== true) return `The label “${label.name}” is for words.`;
  if (label.retired && isNew) return `The label “${label.name}” is retired and not given any more.`;
  return isJsonObject(answers) ? checkAnswers(setting, answers) : undefined;
}

function checkLabels(setting: DraftSetting): Refusal | undefined {
  const { draft, context } = setting;
  const labels = draft.p['labels'];
  if (labels === undefined) return undefined;
  if (!isJsonObject(labels)) return 'The labels of an article are names with values.';
  const forbidden = forbiddenKeyIn(labels);
  if (forbidden !== undefined)
    return `A label of an article cannot be “${forbidden}”: no file could hold it.`;
  const record = context.record(draft);
  const before = record === undefined ? undefined : fieldValue(record, 'labels');
  for (const [id, answers] of Object.entries(labels)) {
    const isNew = !isJsonObject(before) || before[id] === undefined;
    const refusal = checkLabel(setting, id, answers, isNew);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function isOffset(value: Json | undefined, length: number): boolean {
  if (value === undefined) return true;
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= length;
}

/**
 * Why an edit of what is said about a whole article is refused, if it is. A layer is submitted by a
 * method of its own, which looks first whether something is missing.
 */
export function checkDocument(setting: DraftSetting): Refusal | undefined {
  const { draft, text } = setting;
  const { p } = draft;
  if (ownId(draft) !== DOCUMENT) return 'A layer has one document record.';
  const wrong = unknownField(setting, FIELDS, 'document') ?? checkLabels(setting);
  if (wrong !== undefined) return wrong;
  if (!isText(p['note'], FIELD_LIMITS.note)) return 'The note is not text, or is too long.';
  if (p['state'] !== undefined && !isLayerState(p['state'])) return 'There is no such state.';
  if (p['state'] === 'submitted')
    return 'A layer is submitted once it was checked, not by an edit.';
  return isOffset(p['seen'], text.length)
    ? undefined
    : `The place reached lies outside the text, which has ${text.length} characters.`;
}
