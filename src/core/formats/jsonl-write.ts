import type { Annotation } from '../model/annotation.ts';
import type { Article } from '../model/article.ts';
import type { Comment } from '../model/comment.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Span } from '../model/span.ts';
import { offsetConverter } from '../text/offsets.ts';
import { compareStrings, inOrder } from '../text/order.ts';
import { jsonLine } from './canonical-json.ts';
import type { ExportArticle, Writer } from './format.ts';
import { type PlacedAnnotation, placeAnnotation } from './place-annotation.ts';
import { attributesLine, plain, relationsAmong, type WriteContext } from './write-parts.ts';

/** By analyst, label and id: the order of annotations that stand in one place. */
function compareHere(
  { analystName, labelName }: ExportArticle,
  a: Annotation,
  b: Annotation,
): number {
  return inOrder(
    compareStrings(analystName(a.analyst), analystName(b.analyst)),
    compareStrings(labelName(a.label), labelName(b.label)),
    compareStrings(a.id, b.id),
  );
}

/** Order of the file: place, then analyst, label and id, so that the same work gives the same bytes. */
function comparePlaced(from: ExportArticle): (a: PlacedAnnotation, b: PlacedAnnotation) => number {
  return (a, b) => {
    const byStart = (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0);
    if (byStart !== 0) return byStart;
    const byEnd = (a.spans.at(-1)?.[1] ?? 0) - (b.spans.at(-1)?.[1] ?? 0);
    return byEnd === 0 ? compareHere(from, a.annotation, b.annotation) : byEnd;
  };
}

function annotationLine(
  { annotation, spans, quote }: PlacedAnnotation,
  context: WriteContext,
): object {
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
  context: WriteContext,
): readonly PlacedAnnotation[] {
  return annotations
    .map((one) => placeAnnotation(one, context.from.text, context.converter, context.losses))
    .filter((placed) => placed !== undefined)
    .sort(comparePlaced(context.from));
}

function relationLines(
  placed: readonly PlacedAnnotation[],
  { from, losses }: WriteContext,
): readonly object[] {
  return relationsAmong(placed, { from, losses }).map((relation) => ({
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
function furnitureLines({ from, converter, losses }: WriteContext) {
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

function sourceLine(
  article: Article,
  furnitureKinds: readonly string[],
  context: WriteContext,
): object {
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
function documentLabelsLine(context: WriteContext): Json {
  const { documentLabels, analystName } = context.from;
  const named = documentLabels.map(({ analyst, labels }): [string, JsonObject] => [
    analystName(analyst),
    plain(labels, analystName(analyst), context) as JsonObject,
  ]);
  return byName(named.filter(([, labels]) => Object.keys(labels).length > 0));
}

/** What analysts noted about the whole article, and how far they read, in the unit of the file. */
function documentLine({ from, converter, losses }: WriteContext): Json {
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
  { from: { analystName } }: WriteContext,
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
function remarkLines(context: WriteContext): object {
  const comments = commentLines(context.from.comments ?? [], context);
  const document = documentLine(context);
  return {
    ...(Object.keys(document as JsonObject).length === 0 ? {} : { document }),
    ...(comments.length === 0 ? {} : { comments }),
  };
}

function articleLine(context: WriteContext): object {
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
