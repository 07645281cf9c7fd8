import { linksItself } from '../model/annotation.ts';
import { FIELD_LIMITS } from '../model/field-limits.ts';
import {
  type DraftSetting,
  exists,
  isIsoTime,
  isText,
  missingField,
  type Refusal,
} from './draft-context.ts';
import { DELETED } from './op.ts';

const RELATION_FIELDS = new Set([
  'type',
  'from',
  'to',
  'note',
  'codebookVersion',
  'createdAt',
  'updatedAt',
  DELETED,
]);
const NEW_RELATION = ['type', 'from', 'to'];

/** Why a draft with a field that its kind of record does not have is refused. */
export function unknownField(
  { draft }: DraftSetting,
  known: ReadonlySet<string>,
  what: string,
): Refusal | undefined {
  const field = Object.keys(draft.p).find((name) => !known.has(name));
  return field === undefined ? undefined : `A ${what} has no field “${field}”.`;
}

/** Why a draft with a time that is none is refused. */
export function checkTimes({ draft }: DraftSetting, what: string): Refusal | undefined {
  return isIsoTime(draft.p['createdAt']) && isIsoTime(draft.p['updatedAt'])
    ? undefined
    : `A time of the ${what} is not ISO-8601 UTC.`;
}

function checkEnds(setting: DraftSetting): Refusal | undefined {
  const { draft, context } = setting;
  const record = context.record(draft);
  for (const end of ['from', 'to'] as const) {
    const id = draft.p[end];
    if (id === undefined) continue;
    if (typeof id !== 'string') return 'A relation links two annotations.';
    if (!exists(setting, draft.c, 'annotation', id))
      return 'A relation links annotations that exist.';
  }
  const [from, to] = (['from', 'to'] as const).map((end) => draft.p[end] ?? record?.[end]?.value);
  const isLoop = typeof from === 'string' && typeof to === 'string' && linksItself({ from, to });
  return isLoop ? 'An annotation has no relation to itself.' : undefined;
}

/**
 * Why an edit of a relation is refused, if it is. Whether its type may link such labels is asked
 * when the layer is submitted: while people work, an end may be about to change its label.
 */
export function checkRelation(setting: DraftSetting): Refusal | undefined {
  const { p } = setting.draft;
  return (
    missingField(setting, NEW_RELATION, 'relation') ??
    unknownField(setting, RELATION_FIELDS, 'relation') ??
    checkEnds(setting) ??
    (isText(p['type'], FIELD_LIMITS.relationType)
      ? undefined
      : 'The type of a relation is a short text.') ??
    (isText(p['note'], FIELD_LIMITS.note) ? undefined : 'The note is not text, or is too long.') ??
    checkTimes(setting, 'relation')
  );
}
