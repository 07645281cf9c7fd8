import type { Annotation, Relation } from '../model/annotation.ts';
import type { Article } from '../model/article.ts';
import type { QuotedSpans } from '../model/attribute.ts';
import type { Comment } from '../model/comment.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Span } from '../model/span.ts';
import { type OffsetConverter, offsetConverter } from '../text/offsets.ts';
import { compareStrings, inOrder } from '../text/order.ts';
import { reanchor } from '../text/reanchor.ts';
import { overBorder } from './attribute-spans.ts';
import { canonical, jsonLine } from './canonical-json.ts';
import type { ExportArticle, Writer } from './format.ts';
import type { LossLog } from './loss.ts';
import { type PlacedAnnotation, placeAnnotation } from './place-annotation.ts';

interface Context {
  readonly from: ExportArticle;
  readonly converter: OffsetConverter;
  readonly losses: LossLog;
}

/** Order of the file: place, then analyst, label and id, so that the same work gives the same bytes. */
function comparePlaced(from: ExportArticle): (a: PlacedAnnotation, b: PlacedAnnotation) => number {
  return (a, b) =>
    inOrder(
      (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0),
      (a.spans.at(-1)?.[1] ?? 0) - (b.spans.at(-1)?.[1] ?? 0),
      compareStrings(
        from.analystName(a.annotation.analyst),
        from.analystName(b.annotation.analyst),
      ),
      compareStrings(from.labelName(a.annotation.label), from.labelName(b.annotation.label)),
      compareStrings(a.annotation.id, b.annotation.id),
    );
}

/** A free value as it is written: in order, and without the keys that no reader would take. */
function plain(value: Json, where: string, { losses }: Context): Json {
  return canonical(value, (key) => {
    losses.lost('fields with a name that no file may have', `${where}: ${key}`);
  });
}

/** Words that an attribute points to, in the unit of the file; `undefined` where it cannot be. */
function wordsOf(pointed: QuotedSpans, { from, converter }: Context): QuotedSpans | undefined {
  const found = reanchor(from.text, { ...pointed, prefix: '', suffix: '' });
  if (!found.ok) return undefined;
  const spans = found.value.anchor.spans.map((span) => converter.spanFromUtf16(span));
  const written = spans.flatMap((span) => (span.ok ? [span.value] : []));
  return written.length === spans.length ? { quote: pointed.quote, spans: written } : undefined;
}

function attributesLine({ id, attributes }: Annotation, context: Context): Json {
  const written = Object.entries(attributes).flatMap(([name, value]): [string, Json][] => {
    const moved = overBorder(value, {
      annotation: (reference) => reference,
      words: (pointed) => wordsOf(pointed, context),
    });
    if (moved !== undefined) return [[name, moved]];
    const what = `attributes whose words are not in the text, or split a ${context.converter.unit}`;
    context.losses.lost(what, `${id}: ${name}`);
    return [];
  });
  return plain(Object.fromEntries(written), id, context);
}

function annotationLine({ annotation, spans, quote }: PlacedAnnotation, context: Context): object {
  const { from } = context;
  return {
    id: annotation.id,
    label: from.labelName(annotation.label),
    spans,
    quote,
    analyst: from.analystName(annotation.analyst),
    attributes: attributesLine(annotation, context),
    note: annotation.note,
    ...(annotation.confidence === undefined ? {} : { confidence: annotation.confidence }),
    origin: plain(annotation.origin, annotation.id, context),
    codebookVersion: annotation.codebookVersion,
    createdAt: annotation.createdAt,
    updatedAt: annotation.updatedAt,
  };
}

function placeAll(
  annotations: readonly Annotation[],
  context: Context,
): readonly PlacedAnnotation[] {
  return annotations
    .map((one) => placeAnnotation(one, context.from.text, context.converter, context.losses))
    .filter((placed) => placed !== undefined)
    .sort(comparePlaced(context.from));
}

function relationLines(
  placed: readonly PlacedAnnotation[],
  { from, losses }: Context,
): readonly object[] {
  const key = (analyst: string, id: string): string => JSON.stringify([analyst, id]);
  const written = new Set(placed.map(({ annotation: { analyst, id } }) => key(analyst, id)));
  const isWhole = ({ analyst, ...relation }: Relation): boolean => {
    const whole =
      written.has(key(analyst, relation.from)) && written.has(key(analyst, relation.to));
    if (!whole) losses.lost('relations to an annotation that is not in the file', relation.id);
    return whole;
  };
  return from.relations
    .filter(isWhole)
    .toSorted((a, b) => inOrder(compareStrings(a.id, b.id), compareStrings(a.analyst, b.analyst)))
    .map((relation) => ({
      id: relation.id,
      type: relation.type,
      from: relation.from,
      to: relation.to,
      analyst: from.analystName(relation.analyst),
      note: relation.note,
      codebookVersion: relation.codebookVersion,
      createdAt: relation.createdAt,
      updatedAt: relation.updatedAt,
    }));
}

/** Furniture in the unit of the file, and its kinds, one for one. */
function furnitureLines({ from, converter, losses }: Context) {
  const spans: Span[] = [];
  const kinds: string[] = [];
  for (const { start, end, kind } of from.article.furniture) {
    const converted = converter.spanFromUtf16([start, end]);
    if (converted.ok) {
      spans.push(converted.value);
      kinds.push(kind);
    } else {
      losses.lost(`furniture that splits a ${converter.unit}`, `${from.article.id}: ${kind}`);
    }
  }
  return { spans, kinds };
}

function sourceLine(article: Article, furnitureKinds: readonly string[], context: Context): object {
  const { tags, assigned } = article;
  return {
    outlet: article.outlet,
    byline: article.byline,
    date: article.date,
    language: article.language,
    addedAt: article.addedAt,
    furnitureKinds,
    ...(tags.length === 0 ? {} : { tags }),
    ...(assigned.length === 0 ? {} : { assigned: assigned.map(context.from.analystName) }),
    record: plain(article.source, article.id, context),
  };
}

/** Entries in code unit order of their names, which may be any: they are names of people. */
function byName(entries: readonly (readonly [string, Json])[]): Json {
  return Object.fromEntries(entries.toSorted(([a], [b]) => compareStrings(a, b)));
}

/** Document labels, always by analyst name, so that those of several people stay apart. */
function documentLabelsLine(context: Context): Json {
  const { documentLabels, analystName } = context.from;
  const named = documentLabels.map(({ analyst, labels }): [string, JsonObject] => [
    analystName(analyst),
    plain(labels, analystName(analyst), context) as JsonObject,
  ]);
  return byName(named.filter(([, labels]) => Object.keys(labels).length > 0));
}

/** What analysts noted about the whole article, and how far they read, in the unit of the file. */
function documentLine({ from, converter, losses }: Context): Json {
  const named = (from.documents ?? []).map(({ analyst, note, state, seen }): [string, Json] => {
    const place = seen === undefined ? undefined : converter.fromUtf16(seen);
    if (place?.ok === false) {
      losses.lost(`places of reading that split a ${converter.unit}`, from.analystName(analyst));
    }
    return [
      from.analystName(analyst),
      {
        ...(note === undefined ? {} : { note }),
        ...(state === undefined ? {} : { state }),
        ...(place?.ok === true ? { seen: place.value } : {}),
      },
    ];
  });
  return byName(named.filter(([, said]) => Object.keys(said as JsonObject).length > 0));
}

function commentLines(
  comments: readonly Comment[],
  { from: { analystName } }: Context,
): readonly object[] {
  return comments
    .toSorted((a, b) =>
      inOrder(
        compareStrings(a.createdAt, b.createdAt),
        compareStrings(a.id, b.id),
        compareStrings(a.analyst, b.analyst),
      ),
    )
    .map((comment) => ({
      id: comment.id,
      target: comment.target,
      ...(comment.target === '' ? {} : { targetAnalyst: analystName(comment.targetAnalyst) }),
      ...(comment.quote === undefined ? {} : { quote: comment.quote }),
      thread: comment.thread,
      text: comment.text,
      action: comment.action,
      analyst: analystName(comment.analyst),
      createdAt: comment.createdAt,
      updatedAt: comment.updatedAt,
    }));
}

/** What only newer projects have: the keys are there when there is something in them. */
function remarkLines(context: Context): object {
  const comments = commentLines(context.from.comments ?? [], context);
  const document = documentLine(context);
  return {
    ...(Object.keys(document as JsonObject).length === 0 ? {} : { document }),
    ...(comments.length === 0 ? {} : { comments }),
  };
}

function articleLine(context: Context): object {
  const { from, converter } = context;
  const furniture = furnitureLines(context);
  const placed = placeAll(from.annotations, context);
  const gold = placeAll(from.gold ?? [], context);
  return {
    format: 'verbale-jsonl',
    version: 1,
    id: from.article.id,
    title: from.article.title,
    text: from.text,
    sha256: from.article.sha256,
    offsetUnit: converter.unit,
    source: sourceLine(from.article, furniture.kinds, context),
    furniture: furniture.spans,
    annotations: placed.map((one) => annotationLine(one, context)),
    relations: relationLines(placed, context),
    documentLabels: documentLabelsLine(context),
    ...remarkLines(context),
    gold: gold.map((one) => annotationLine(one, context)),
    decisions: (from.decisions ?? []).map((one) => plain(one, from.article.id, context)),
  };
}

/**
 * Writes the native lines of DESIGN §9, one article a line, each ended by `\n`. The same articles
 * give the same bytes: annotations stand in order of place, keys of free objects in code unit
 * order. An annotation that the unit cannot express (a cluster split, in `grapheme`) is left out
 * with its relations and counted.
 */
export const writeJsonl: Writer = (_facts, options, losses) => ({
  *article(from) {
    const converter = offsetConverter(from.text, options.offsetUnit);
    const line = articleLine({ from, converter, losses });
    losses.wrote();
    yield { path: '', data: `${jsonLine(line)}\n` };
  },
  end: () => [],
});
