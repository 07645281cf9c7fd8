import { type Anchor, isConfidence } from '../model/annotation.ts';
import { FIELD_LIMITS } from '../model/field-limits.ts';
import { forbiddenKeyIn } from '../model/forbidden-name.ts';
import type { Json } from '../model/json.ts';
import { isSpanWithin } from '../model/span.ts';
import { checkAnchor } from '../text/anchor.ts';
import { checkAttributeValue } from './attribute-value.ts';
import {
  type DraftSetting,
  exists,
  isIsoTime,
  isText,
  missingField,
  type Refusal,
} from './draft-context.ts';
import { DELETED } from './op.ts';
import { fieldValue } from './record.ts';

const FIELDS = new Set([
  'label',
  'spans',
  'note',
  'confidence',
  'origin',
  'codebookVersion',
  'createdAt',
  'updatedAt',
  DELETED,
]);
const NEEDED = ['label', 'spans', 'createdAt', 'updatedAt', 'codebookVersion'];

/** Attributes are fields of their own. */
const ATTRIBUTE = 'a.';

function isAnchor(value: Json): value is Json & Anchor {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const anchor = value as { readonly [key: string]: Json };
  const { spans, quote } = anchor as { spans?: Json; quote?: Json };
  return (
    Array.isArray(spans) &&
    spans.length > 0 &&
    spans.every(
      (span) => Array.isArray(span) && span.length === 2 && span.every((n) => Number.isInteger(n)),
    ) &&
    Array.isArray(quote) &&
    quote.length === spans.length &&
    quote.every((words) => typeof words === 'string') &&
    typeof anchor['prefix'] === 'string' &&
    typeof anchor['suffix'] === 'string'
  );
}

/** The label and anchor as they are once the draft is applied. */
function afterwards({ draft, context }: DraftSetting, field: 'label' | 'spans'): Json | undefined {
  const record = context.record(draft);
  return draft.p[field] ?? (record === undefined ? undefined : fieldValue(record, field));
}

/** Zero-width spans: one alone, and only under a label that allows it. */
function checkWidths(setting: DraftSetting): Refusal | undefined {
  const { draft, context } = setting;
  if (draft.p['label'] === undefined && draft.p['spans'] === undefined) return undefined;
  const anchor = afterwards(setting, 'spans');
  if (anchor === undefined || !isAnchor(anchor)) return undefined;
  if (!anchor.spans.some(([start, end]) => start === end)) return undefined;
  const id = afterwards(setting, 'label');
  const label = typeof id === 'string' ? context.labels.get(id) : undefined;
  if (label?.zeroWidth === true && anchor.spans.length === 1) return undefined;
  return label?.zeroWidth === true
    ? 'A place without words stands alone, not beside other parts.'
    : 'An annotation needs at least one character.';
}

function checkSpans(value: Json | undefined, text: string): Refusal | undefined {
  if (value === undefined) return undefined;
  if (!isAnchor(value)) return 'The position of the annotation is not of the right shape.';
  if (value.spans.length > FIELD_LIMITS.spans) {
    return `An annotation has at most ${FIELD_LIMITS.spans} parts; this one has ${value.spans.length}.`;
  }
  if (!value.spans.every((span) => isSpanWithin(span, text.length))) {
    return `The annotation lies outside the text, which has ${text.length} characters.`;
  }
  return checkAnchor(text, value) === 'ok'
    ? undefined
    : 'The words of the annotation are not the words at its position.';
}

function checkLabel({ draft, context }: DraftSetting): Refusal | undefined {
  const id = draft.p['label'];
  if (id === undefined) return undefined;
  const label = typeof id === 'string' ? context.labels.get(id) : undefined;
  if (label === undefined) return 'The codebook has no such label.';
  if (label.document === true) return `The label “${label.name}” is for whole articles.`;
  return label.retired ? `The label “${label.name}” is retired and not given any more.` : undefined;
}

function checkAttributes(setting: DraftSetting): Refusal | undefined {
  const { draft, context, text } = setting;
  for (const [field, value] of Object.entries(draft.p)) {
    if (!field.startsWith(ATTRIBUTE)) continue;
    const forbidden = forbiddenKeyIn({ [field.slice(ATTRIBUTE.length)]: value });
    if (forbidden !== undefined) return `An attribute cannot hold “${forbidden}”: no file could.`;
    // Imports bring attributes that the codebook does not know; they are kept as they came.
    const attribute = context.attributes.get(field.slice(ATTRIBUTE.length));
    if (attribute === undefined) continue;
    const refusal = checkAttributeValue(attribute, value, {
      text,
      hasAnnotation: (id) => exists(setting, draft.c, 'annotation', id),
      hasArticle: context.hasArticle,
    });
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function checkFields(setting: DraftSetting): Refusal | undefined {
  const { p } = setting.draft;
  const unknown = Object.keys(p).find(
    (field) => !FIELDS.has(field) && !field.startsWith(ATTRIBUTE),
  );
  if (unknown !== undefined) return `Annotations have no field “${unknown}”.`;
  if (!isText(p['note'], FIELD_LIMITS.note)) return 'The note is not text, or is too long.';
  const { confidence = null } = p;
  if (confidence !== null && !isConfidence(confidence)) {
    return 'One is sure of an annotation to a low, medium or high degree.';
  }
  if (!isIsoTime(p['createdAt']) || !isIsoTime(p['updatedAt'])) {
    return 'A time of the annotation is not ISO-8601 UTC.';
  }
  return undefined;
}

/** Why an edit of an annotation is refused, if it is. */
export function checkAnnotation(setting: DraftSetting): Refusal | undefined {
  return (
    missingField(setting, NEEDED, 'annotation') ??
    checkFields(setting) ??
    checkLabel(setting) ??
    checkWidths(setting) ??
    checkSpans(setting.draft.p['spans'], setting.text) ??
    checkAttributes(setting)
  );
}
