import type { JsonObject } from '../../model/json.ts';
import { offsetConverter } from '../../text/offsets.ts';
import { articleFacts } from '../article-facts.ts';
import { jsonLine } from '../canonical-json.ts';
import type { Capabilities } from '../capabilities.ts';
import type { DatasetFacts, Writer } from '../format.ts';
import { annotationExample, type PlacedAnnotation, placeAnnotation } from '../place-annotation.ts';
import { cutTokens, type Token, type TokenRange, tokenise, tokensOver } from '../tokens.ts';
import { loseUnsupported } from '../unsupported.ts';
import {
  annotationRemarks,
  plain,
  relationRemarks,
  relationsAmong,
  type WriteContext,
} from '../write-parts.ts';

/** What Prodigy's records hold, further fields of a span included. */
export const PRODIGY_CAN: Capabilities = {
  overlap: true,
  discontinuous: false,
  zeroWidth: false,
  relations: true,
  attributes: true,
  analysts: true,
  documentLabels: true,
};

function placeOne(
  annotation: PlacedAnnotation['annotation'],
  { from, converter, losses }: WriteContext,
): PlacedAnnotation | undefined {
  const placed = placeAnnotation(annotation, from.text, converter, losses);
  const [span, another] = placed?.spans ?? [];
  if (placed === undefined || span === undefined) return undefined;
  if (another !== undefined) {
    losses.lost('annotations in several parts', annotationExample(annotation), 'discontinuous');
    return undefined;
  }
  if (span[0] === span[1]) {
    losses.lost('annotations on no words', annotationExample(annotation), 'zeroWidth');
    return undefined;
  }
  return placed;
}

/** A 32-bit number, signed, as Prodigy's hashes are. */
function hash(text: string, { sha256 }: DatasetFacts): number {
  return Number.parseInt(sha256(text).slice(0, 8), 16) | 0;
}

function tokenLines(tokens: readonly Token[], context: WriteContext): readonly JsonObject[] {
  const { converter } = context;
  return tokens.map((token, id) => {
    const span = converter.spanFromUtf16([token.start, token.end]);
    const [start, end] = span.ok ? span.value : [0, 0];
    return { text: token.text, start, end, id, ws: token.spaceAfter };
  });
}

interface SpanLine {
  readonly placed: PlacedAnnotation;
  readonly range: TokenRange | undefined;
  /** Place and label alone, as relations repeat it. */
  readonly short: JsonObject;
}

function spanLine(
  placed: PlacedAnnotation,
  tokens: readonly Token[],
  { from }: WriteContext,
): SpanLine {
  const [start, end] = placed.spans[0] ?? [0, 0];
  const { spans } = placed.annotation.anchor;
  const range = tokensOver(tokens, spans[0] ?? [0, 0]);
  const inTokens = range === undefined ? {} : { token_start: range[0], token_end: range[1] - 1 };
  const label = from.labelName(placed.annotation.label);
  return { placed, range, short: { start, end, ...inTokens, label } };
}

function relationLines(
  lines: readonly SpanLine[],
  analyst: string,
  context: WriteContext,
): JsonObject[] {
  const byId = new Map(lines.map((line) => [line.placed.annotation.id, line]));
  const own = {
    ...context.from,
    relations: context.from.relations.filter((one) => one.analyst === analyst),
  };
  const placed = lines.map((line) => line.placed);
  return relationsAmong(placed, { ...context, from: own }).flatMap((relation) => {
    const [head, child] = [byId.get(relation.from), byId.get(relation.to)];
    if (head?.range === undefined || child?.range === undefined) {
      context.losses.lost('relations between annotations without words', relation.id);
      return [];
    }
    return [
      {
        head: head.range[1] - 1,
        child: child.range[1] - 1,
        head_span: head.short,
        child_span: child.short,
        label: relation.type,
        ...relationRemarks(relation, context),
        from: relation.from,
        to: relation.to,
      },
    ];
  });
}

/** Seconds since 1970 of an ISO time. */
function seconds(iso: string): number {
  return Math.floor(Date.parse(iso) / 1000);
}

/** The record of one analyst, or of nobody where nobody marked anything. */
function record(
  analyst: string | undefined,
  context: WriteContext,
  facts: DatasetFacts,
): JsonObject {
  const { from, converter } = context;
  const placed = from.annotations
    .filter((one) => one.analyst === analyst)
    .flatMap((one) => placeOne(one, context) ?? []);
  const edges = placed.flatMap(({ annotation }) => annotation.anchor.spans.flat());
  const tokens = cutTokens(tokenise(from.text).tokens, edges, from.text);
  const lines = placed.map((one) => spanLine(one, tokens, context));
  const spans = lines.map(({ placed: one, short }) => ({
    ...short,
    text: one.quote[0] ?? '',
    id: one.annotation.id,
    ...annotationRemarks(one, context),
  }));
  const relations = analyst === undefined ? [] : relationLines(lines, analyst, context);
  const labels = from.documentLabels.find((one) => one.analyst === analyst)?.labels ?? {};
  const documentLabels = plain(labels, analyst ?? '', context) as JsonObject;
  const name = analyst === undefined ? undefined : from.analystName(analyst);
  const last =
    placed
      .map(({ annotation }) => annotation.updatedAt)
      .toSorted()
      .at(-1) ?? facts.at;
  return {
    _input_hash: hash(from.text, facts),
    _task_hash: hash(JSON.stringify([from.text, name ?? '', from.article.id]), facts),
    _view_id: relations.length > 0 ? 'relations' : 'spans_manual',
    ...(name === undefined
      ? {}
      : {
          _annotator_id: name,
          _session_id: `${facts.name}-${name}`,
          _timestamp: seconds(last),
          answer: 'accept',
        }),
    text: from.text,
    tokens: tokenLines(tokens, { ...context, converter }),
    spans,
    ...(relations.length === 0 ? {} : { relations }),
    ...(Object.keys(documentLabels).length === 0 ? {} : { document_labels: documentLabels }),
    meta: articleFacts(from.article),
  };
}

/** Writes one line for each analyst of an article, one without a name where nobody marked it. */
export const writeProdigy: Writer = (facts, _options, losses) => ({
  *article(from) {
    const keeps = {
      articlesWithoutAnnotations: true,
      notes: true,
      confidence: true,
      relationNotes: true,
    };
    loseUnsupported(from, PRODIGY_CAN, keeps, losses);
    const context = { from, converter: offsetConverter(from.text, 'codePoint'), losses };
    const analysts = new Set([
      ...from.annotations.map(({ analyst }) => analyst),
      ...from.documentLabels.map(({ analyst }) => analyst),
    ]);
    const whose = analysts.size === 0 ? [undefined] : [...analysts].sort();
    for (const analyst of whose) {
      losses.wrote();
      yield { path: '', data: `${jsonLine(record(analyst, context, facts))}\n` };
    }
  },
  end: () => [],
});
