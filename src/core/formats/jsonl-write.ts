import type { Annotation, Relation } from '../model/annotation.ts';
import type { Article } from '../model/article.ts';
import type { Json } from '../model/json.ts';
import type { Span } from '../model/span.ts';
import { type OffsetConverter, offsetConverter } from '../text/offsets.ts';
import { compareStrings, inOrder } from '../text/order.ts';
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

function annotationLine(
  { annotation, spans, quote }: PlacedAnnotation,
  from: ExportArticle,
): object {
  return {
    id: annotation.id,
    label: from.labelName(annotation.label),
    spans,
    quote,
    analyst: from.analystName(annotation.analyst),
    attributes: canonical(annotation.attributes),
    note: annotation.note,
    origin: canonical(annotation.origin),
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

function sourceLine(article: Article, furnitureKinds: readonly string[]): object {
  return {
    outlet: article.outlet,
    byline: article.byline,
    date: article.date,
    language: article.language,
    addedAt: article.addedAt,
    furnitureKinds,
    record: canonical(article.source),
  };
}

/** Document labels, always by analyst name, so that those of several people stay apart. */
function documentLabelsLine({ documentLabels, analystName }: ExportArticle): Json {
  const named = documentLabels.map(
    ({ analyst, labels }) => [analystName(analyst), labels] as const,
  );
  return canonical(
    Object.fromEntries(named.filter(([, labels]) => Object.keys(labels).length > 0)),
  );
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
    source: sourceLine(from.article, furniture.kinds),
    furniture: furniture.spans,
    annotations: placed.map((one) => annotationLine(one, from)),
    relations: relationLines(placed, context),
    documentLabels: documentLabelsLine(from),
    gold: gold.map((one) => annotationLine(one, from)),
    decisions: (from.decisions ?? []).map(canonical),
  };
}

/**
 * Writes the native lines of DESIGN §9, one article a line, each ended by `\n`. The same articles
 * give the same bytes: annotations stand in order of place, keys of free objects in code unit
 * order. An annotation that the unit cannot express (a cluster split, in `grapheme`) is left out
 * with its relations and counted.
 */
export const writeJsonl: Writer = function* (articles, options, losses) {
  for (const from of articles) {
    const converter = offsetConverter(from.text, options.offsetUnit);
    const line = articleLine({ from, converter, losses });
    losses.wrote();
    yield `${jsonLine(line)}\n`;
  }
};
