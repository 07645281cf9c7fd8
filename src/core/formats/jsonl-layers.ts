import { linksItself, type Relation } from '../model/annotation.ts';
import type { Json } from '../model/json.ts';
import { err, ok, type Result } from '../result.ts';
import { derivedId, type Findings, type LineContext, layerKey, statedId } from './findings.ts';
import type { ReadAnnotation, ReadRelation } from './format.ts';
import { hostileIn } from './hostile-json.ts';
import { issueInWords } from './issue-words.ts';
import { type Draft, ELEMENT_DEPTH, placeSpans, readDraft } from './jsonl-annotations.ts';
import { readAttributes } from './jsonl-attributes.ts';
import { annotationLine, knownFields, type RelationLine, relationLine } from './jsonl-schema.ts';
import { safeId } from './safe-id.ts';

const ANNOTATION_FIELDS = knownFields(annotationLine);
const RELATION_FIELDS = knownFields(relationLine);

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
    const place = `${list}[${index}]`;
    const what = list === 'gold' ? 'gold' : 'annotation';
    findings.refuse({ what, id: statedId(value, place), place, reason: draft.error });
    return [];
  });
}

function annotationFrom(
  { index, line, place, spans }: Draft,
  anchor: ReadAnnotation['anchor'],
  context: LineContext,
): ReadAnnotation {
  const { articleId, options } = context;
  const createdAt = line.createdAt ?? options.at;
  const analystName = line.analyst ?? options.analyst;
  const id =
    line.id === undefined
      ? derivedId('a', [articleId, analystName, index, line.label, spans], options)
      : safeId('a', line.id, options.sha256);
  return {
    id,
    articleId,
    analystName,
    labelName: line.label,
    anchor,
    attributes: readAttributes(line.attributes ?? {}, place, line.id ?? place, context),
    note: line.note ?? '',
    ...(line.confidence === undefined ? {} : { confidence: line.confidence }),
    origin: line.origin ?? options.origin,
    codebookVersion: line.codebookVersion ?? options.codebookVersion,
    createdAt,
    updatedAt: line.updatedAt ?? createdAt,
  };
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
    const { place } = draft;
    const id = draft.line.id ?? place;
    const placed = placeSpans(text, draft, converter);
    if (!placed.ok) {
      findings.refuse({ what, id, place, reason: placed.error });
      continue;
    }
    const annotation = annotationFrom(draft, placed.value.anchor, context);
    const key = layerKey(annotation.analystName, annotation.id);
    if (found.has(key)) {
      const reason = 'another annotation of this analyst has the same id';
      findings.refuse({ what, id, place, reason });
      continue;
    }
    found.set(key, annotation);
    if (draft.line.id !== undefined) findings.checkId(draft.line.id);
    if (placed.value.moved) {
      const message = `${place}: offsets and quote differed, so it was placed by the quote`;
      findings.warn('moved', message, annotation.id);
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
    return err(`no annotation “${starts.length === 0 ? from : to}” came in with this line`);
  }
  if (linksItself({ from, to })) return err('an annotation has no relation to itself');
  const shared = starts.filter((name) => ends.includes(name));
  const [owner, another] =
    analyst === undefined ? shared : shared.filter((name) => name === analyst);
  if (owner === undefined) return err('its ends are not both in one analyst’s layer');
  return another === undefined ? ok(owner) : err('it could belong to more than one analyst');
}

/** What a relation may say beside its ends; what is not said stays away. */
function remarks({ note, codebookVersion, createdAt, updatedAt }: RelationLine): Partial<Relation> {
  return {
    ...(note === undefined ? {} : { note }),
    ...(codebookVersion === undefined ? {} : { codebookVersion }),
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
  };
}

/** Checks the shape of one relation. Refused in words. */
function relationFrom(value: Json): Result<RelationLine, string> {
  const hostile = hostileIn(value, '', ELEMENT_DEPTH);
  if (hostile !== undefined) return err(hostile);
  const parsed = relationLine.safeParse(value);
  return parsed.success ? ok(parsed.data) : err(issueInWords(parsed.error, value));
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
    const refuse = (reason: string): void => {
      findings.refuse({ what: 'relation', id: statedId(value, place), place, reason });
    };
    const line = relationFrom(value);
    if (!line.ok) {
      refuse(line.error);
      continue;
    }
    findings.keepUnknown(line.value, RELATION_FIELDS, place);
    const { id: stated, type, analyst } = line.value;
    const from = safeId('a', line.value.from, options.sha256);
    const to = safeId('a', line.value.to, options.sha256);
    const owner = ownerOf({ from, to, analyst }, annotations);
    if (!owner.ok) {
      refuse(owner.error);
      continue;
    }
    const analystName = owner.value;
    const id =
      stated === undefined
        ? derivedId('r', [articleId, analystName, index, type, from, to], options)
        : safeId('r', stated, options.sha256);
    const key = layerKey(analystName, id);
    if (found.has(key)) {
      refuse('another relation of this analyst has the same id');
      continue;
    }
    found.set(key, { id, articleId, analystName, type, from, to, ...remarks(line.value) });
    if (stated !== undefined) findings.checkId(stated);
  }
  return [...found.values()];
}
