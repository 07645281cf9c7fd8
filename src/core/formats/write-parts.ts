import type { Annotation, Relation } from '../model/annotation.ts';
import type { QuotedSpans } from '../model/attribute.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { OffsetConverter } from '../text/offsets.ts';
import { compareStrings, inOrder } from '../text/order.ts';
import { reanchor } from '../text/reanchor.ts';
import { overBorder } from './attribute-spans.ts';
import { canonical } from './canonical-json.ts';
import type { ExportArticle } from './format.ts';
import type { LossLog } from './loss.ts';
import type { PlacedAnnotation } from './place-annotation.ts';

/** What a writer holds while it writes one article. */
export interface WriteContext {
  readonly from: ExportArticle;
  readonly converter: OffsetConverter;
  readonly losses: LossLog;
}

/** A free value as it is written: in order, and without the keys that no reader would take. */
export function plain(value: Json, where: string, { losses }: Pick<WriteContext, 'losses'>): Json {
  return canonical(value, (key) => {
    losses.lost('fields with a name that no file may have', `${where}: ${key}`);
  });
}

/** Words that an attribute points to, in the unit of the file; `undefined` where it cannot be. */
function wordsOf(pointed: QuotedSpans, { from, converter }: WriteContext): QuotedSpans | undefined {
  const found = reanchor(from.text, { ...pointed, prefix: '', suffix: '' });
  if (!found.ok) return undefined;
  const spans = found.value.anchor.spans.map((span) => converter.spanFromUtf16(span));
  const written = spans.flatMap((span) => (span.ok ? [span.value] : []));
  return written.length === spans.length ? { quote: pointed.quote, spans: written } : undefined;
}

function isFlat(value: JsonObject): boolean {
  for (const key in value) if (typeof value[key] === 'object') return false;
  return true;
}

/**
 * The attributes of an annotation as a file holds them: what they point to in the unit of the file.
 * One whose words are not in the text is left out and counted.
 */
export function attributesLine({ id, attributes }: Annotation, context: WriteContext): JsonObject {
  // Plain values point nowhere; nearly all are plain.
  if (isFlat(attributes)) return plain(attributes, id, context) as JsonObject;
  const given = Object.entries(attributes);
  const written = given.flatMap(([name, value]): [string, Json][] => {
    const moved = overBorder(value, {
      annotation: (reference) => reference,
      words: (pointed) => wordsOf(pointed, context),
    });
    if (moved !== undefined) return [[name, moved]];
    const what = `attributes whose words are not in the text, or split a ${context.converter.unit}`;
    context.losses.lost(what, `${id}: ${name}`);
    return [];
  });
  return plain(Object.fromEntries(written), id, context) as JsonObject;
}

/**
 * The relations both of whose ends are in the file, in order of their ids; the others are counted.
 * @param placed the annotations that are in the file
 */
export function relationsAmong(
  placed: readonly Pick<PlacedAnnotation, 'annotation'>[],
  { from, losses }: Pick<WriteContext, 'from' | 'losses'>,
): readonly Relation[] {
  if (from.relations.length === 0) return [];
  const key = (analyst: string, id: string): string => JSON.stringify([analyst, id]);
  const written = new Set(placed.map(({ annotation: { analyst, id } }) => key(analyst, id)));
  return from.relations
    .filter(({ analyst, ...relation }) => {
      const whole =
        written.has(key(analyst, relation.from)) && written.has(key(analyst, relation.to));
      if (!whole) losses.lost('relations to an annotation that is not in the file', relation.id);
      return whole;
    })
    .toSorted((a, b) => inOrder(compareStrings(a.id, b.id), compareStrings(a.analyst, b.analyst)));
}

/**
 * What an annotation says beside its label, its place and its words, under the names of the native
 * line, for files whose records take fields of others. What is empty stays away.
 */
export function annotationRemarks(
  { annotation }: Pick<PlacedAnnotation, 'annotation'>,
  context: WriteContext,
): JsonObject {
  const attributes = attributesLine(annotation, context);
  return {
    analyst: context.from.analystName(annotation.analyst),
    ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
    ...(annotation.note === '' ? {} : { note: annotation.note }),
    ...(annotation.confidence === undefined ? {} : { confidence: annotation.confidence }),
    origin: plain(annotation.origin, annotation.id, context),
    codebookVersion: annotation.codebookVersion,
    createdAt: annotation.createdAt,
    updatedAt: annotation.updatedAt,
  };
}

/** As {@link annotationRemarks}, of a relation. */
export function relationRemarks(
  relation: Relation,
  { from }: Pick<WriteContext, 'from'>,
): JsonObject {
  const { id, note, codebookVersion, createdAt, updatedAt } = relation;
  return {
    id,
    analyst: from.analystName(relation.analyst),
    ...(note === undefined ? {} : { note }),
    ...(codebookVersion === undefined ? {} : { codebookVersion }),
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
  };
}
