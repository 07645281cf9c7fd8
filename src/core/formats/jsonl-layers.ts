import type { Json } from '../model/json.ts';
import { err, ok, type Result } from '../result.ts';
import type { OffsetConverter } from '../text/offsets.ts';
import type {
  ReadAnnotation,
  ReadOptions,
  ReadRelation,
  ReadWarning,
  Refusal,
  UnknownField,
} from './format.ts';
import { type Draft, placeDraft, readDraft } from './jsonl-annotations.ts';
import {
  annotationLine,
  firstIssue,
  knownFields,
  type RelationLine,
  relationLine,
} from './jsonl-schema.ts';
import { safeId } from './safe-id.ts';

const ANNOTATION_FIELDS = knownFields(annotationLine);
const RELATION_FIELDS = knownFields(relationLine);

/** What is noticed while a line is read. */
export interface Findings {
  readonly warnings: readonly ReadWarning[];
  readonly refused: readonly Refusal[];
  readonly unknown: readonly UnknownField[];
  readonly warn: (kind: ReadWarning['kind'], message: string, annotation?: string) => void;
  readonly refuse: (what: Refusal['what'], id: string, reason: string) => void;
  /** Warns where an id from the file has to be replaced (see `safe-id.ts`). */
  readonly checkId: (id: string) => void;
  /** Lists every field of an object that is not known, and warns once for each name. */
  readonly keepUnknown: (object: object, known: ReadonlySet<string>, path: string) => void;
}

/** The line that annotations and relations stand in. */
export interface LineContext {
  readonly articleId: string;
  readonly text: string;
  readonly converter: OffsetConverter;
  readonly options: ReadOptions;
  readonly findings: Findings;
}

/** The annotations of a list whose shape is right; the others are refused. */
export function readDrafts(
  values: readonly Json[],
  list: 'annotations' | 'gold',
  findings: Findings,
): readonly Draft[] {
  return values.flatMap((value, index) => {
    const draft = readDraft(value, list, index);
    if (draft.ok) {
      findings.keepUnknown(draft.value.line, ANNOTATION_FIELDS, draft.value.place);
      return [draft.value];
    }
    const id = (value as { readonly id?: Json } | null)?.id;
    const named = typeof id === 'string' ? id : `${list}[${index}]`;
    findings.refuse(list === 'gold' ? 'gold' : 'annotation', named, draft.error);
    return [];
  });
}

/** An id that depends on nothing but what it is given. */
function derivedId(prefix: string, parts: readonly unknown[], options: ReadOptions): string {
  return `${prefix}-${options.sha256(JSON.stringify(parts)).slice(0, 24)}`;
}

function annotationFrom(
  { index, line, spans }: Draft,
  anchor: ReadAnnotation['anchor'],
  { articleId, options }: LineContext,
): ReadAnnotation {
  const createdAt = line.createdAt ?? options.at;
  const analystName = line.analyst ?? options.analyst;
  return {
    id:
      line.id === undefined
        ? derivedId('a', [articleId, analystName, index, line.label, spans], options)
        : safeId('a', line.id, options.sha256),
    articleId,
    analystName,
    labelName: line.label,
    anchor,
    attributes: line.attributes ?? {},
    note: line.note ?? '',
    origin: line.origin ?? options.origin,
    codebookVersion: line.codebookVersion ?? options.codebookVersion,
    createdAt,
    updatedAt: line.updatedAt ?? createdAt,
  };
}

/** Ids are unique in a layer, and a line holds the layers of several analysts. */
function layerKey(analystName: string, id: string): string {
  return JSON.stringify([analystName, id]);
}

/** Puts each draft in its place in the text. What has none, or an id twice, is refused. */
export function readAnnotations(
  drafts: readonly Draft[],
  what: 'annotation' | 'gold',
  context: LineContext,
): readonly ReadAnnotation[] {
  const { text, converter, findings } = context;
  const found = new Map<string, ReadAnnotation>();
  for (const draft of drafts) {
    const placed = placeDraft(text, draft, converter);
    if (!placed.ok) {
      findings.refuse(what, draft.line.id ?? draft.place, placed.error);
      continue;
    }
    const annotation = annotationFrom(draft, placed.value.anchor, context);
    const key = layerKey(annotation.analystName, annotation.id);
    if (found.has(key)) {
      findings.refuse(what, annotation.id, 'another annotation of this analyst has the same id');
      continue;
    }
    found.set(key, annotation);
    if (draft.line.id !== undefined) findings.checkId(draft.line.id);
    if (placed.value.moved) {
      findings.warn('moved', 'offsets and quote differed: placed by the quote', annotation.id);
    }
  }
  return [...found.values()];
}

/** The analyst in whose layer both ends of a relation are, or why there is none. */
function ownerOf(
  { from, to, analyst }: Pick<RelationLine, 'from' | 'to' | 'analyst'>,
  annotations: readonly ReadAnnotation[],
): Result<string, string> {
  const ownersOf = (id: string): readonly string[] =>
    annotations.filter((one) => one.id === id).map((one) => one.analystName);
  const [starts, ends] = [ownersOf(from), ownersOf(to)];
  if (starts.length === 0 || ends.length === 0) {
    return err(`no annotation ${starts.length === 0 ? from : to} in this line`);
  }
  const shared = starts.filter((name) => ends.includes(name));
  const [owner, another] =
    analyst === undefined ? shared : shared.filter((name) => name === analyst);
  if (owner === undefined) return err('its ends are not both in one analyst’s layer');
  return another === undefined ? ok(owner) : err('it could belong to more than one analyst');
}

/** The relations of a line between annotations that were taken over. The others are refused. */
export function readRelations(
  values: readonly Json[],
  annotations: readonly ReadAnnotation[],
  { articleId, options, findings }: LineContext,
): readonly ReadRelation[] {
  const found = new Map<string, ReadRelation>();
  for (const [index, value] of values.entries()) {
    const place = `relations[${index}]`;
    const parsed = relationLine.safeParse(value);
    if (!parsed.success) {
      findings.refuse('relation', place, firstIssue(parsed.error, ''));
      continue;
    }
    findings.keepUnknown(parsed.data, RELATION_FIELDS, place);
    const { id: stated, type, analyst } = parsed.data;
    const from = safeId('a', parsed.data.from, options.sha256);
    const to = safeId('a', parsed.data.to, options.sha256);
    const owner = ownerOf({ from, to, analyst }, annotations);
    if (!owner.ok) {
      findings.refuse('relation', stated ?? place, owner.error);
      continue;
    }
    const analystName = owner.value;
    const id =
      stated === undefined
        ? derivedId('r', [articleId, analystName, index, type, from, to], options)
        : safeId('r', stated, options.sha256);
    const key = layerKey(analystName, id);
    if (found.has(key)) {
      findings.refuse('relation', id, 'another relation of this analyst has the same id');
      continue;
    }
    found.set(key, { id, articleId, analystName, type, from, to });
    if (stated !== undefined) findings.checkId(stated);
  }
  return [...found.values()];
}
