import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { err } from '../result.ts';
import { offsetConverter } from '../text/offsets.ts';
import {
  articleFacts,
  articleFromFacts,
  listIn,
  objectsIn,
  withoutEmpty,
} from './article-facts.ts';
import { jsonLine } from './canonical-json.ts';
import type { Capabilities } from './capabilities.ts';
import type { Format, Reader, ReadOptions, Writer } from './format.ts';
import { hostileIn } from './hostile-json.ts';
import { jsonRecords } from './json-file.ts';
import { readArticleValue } from './jsonl-read.ts';
import { annotationExample, type PlacedAnnotation, placeAnnotation } from './place-annotation.ts';
import { loseUnsupported } from './unsupported.ts';
import type { WriteContext } from './write-parts.ts';

const CAN: Capabilities = {
  overlap: true,
  discontinuous: false,
  zeroWidth: false,
  relations: false,
  attributes: false,
  analysts: true,
  documentLabels: false,
};

/** The question that holds the spans. */
const QUESTION = 'spans';

function placeOne(
  annotation: PlacedAnnotation['annotation'],
  { from, converter, losses }: WriteContext,
): PlacedAnnotation | undefined {
  const placed = placeAnnotation(annotation, from.text, converter, losses);
  const [span, another] = placed?.spans ?? [];
  if (placed === undefined || span === undefined) return undefined;
  if (another === undefined && span[0] < span[1]) return placed;
  const what = another === undefined ? 'annotations on no words' : 'annotations in several parts';
  const needs = another === undefined ? 'zeroWidth' : 'discontinuous';
  losses.lost(what, annotationExample(annotation), needs);
  return undefined;
}

const writeArgilla: Writer = (facts, _options, losses) => {
  let count = 0;
  /** A stable id in the form of a UUID, which is what the server takes for a user. */
  const userId = (name: string): string => {
    const hex = facts.sha256(name);
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `5${hex.slice(13, 16)}`,
      `8${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-');
  };
  return {
    *article(from) {
      loseUnsupported(from, CAN, { articlesWithoutAnnotations: true }, losses);
      const context = { from, converter: offsetConverter(from.text, 'codePoint'), losses };
      const placed = from.annotations.flatMap((one) => placeOne(one, context) ?? []);
      const analysts = [...new Set(placed.map(({ annotation }) => annotation.analyst))].sort();
      const responses = analysts.map((analyst) => ({
        user_id: userId(from.analystName(analyst)),
        user: from.analystName(analyst),
        status: 'submitted',
        value: placed
          .filter(({ annotation }) => annotation.analyst === analyst)
          .map(({ annotation, spans, quote }) => ({
            start: spans[0]?.[0] ?? 0,
            end: spans[0]?.[1] ?? 0,
            label: from.labelName(annotation.label),
            text: quote[0] ?? '',
            id: annotation.id,
          })),
      }));
      const line = {
        id: from.article.id,
        status: responses.length > 0 ? 'completed' : 'pending',
        fields: { text: from.text },
        metadata: articleFacts(from.article),
        suggestions: {},
        responses: responses.length === 0 ? {} : { [QUESTION]: responses },
        vectors: {},
      };
      losses.wrote();
      yield { path: '', data: `${count === 0 ? '[\n' : ',\n'}${jsonLine(line)}` };
      count += 1;
    },
    end: () => [{ path: '', data: count === 0 ? '[]\n' : '\n]\n' }],
  };
};

/** The field that the spans are about: `text`, else the longest. */
function textIn(record: JsonObject): string | undefined {
  const fields = isJsonObject(record['fields']) ? record['fields'] : {};
  if (typeof fields['text'] === 'string') return fields['text'];
  const texts = Object.values(fields).filter((value) => typeof value === 'string');
  return texts.toSorted((a, b) => b.length - a.length)[0];
}

function spansFrom(value: Json | undefined, said: JsonObject): readonly JsonObject[] {
  return objectsIn(value)
    .filter((span) => 'start' in span)
    .map(({ text, ...span }) => ({
      ...span,
      ...(typeof text === 'string' && text !== '' ? { quote: text } : {}),
      ...said,
    }));
}

/** Answers of all people, and suggestions of models, to every question that is about spans. */
function annotationsIn(record: JsonObject): readonly JsonObject[] {
  const responses = isJsonObject(record['responses']) ? Object.values(record['responses']) : [];
  const suggestions = isJsonObject(record['suggestions'])
    ? Object.values(record['suggestions'])
    : [];
  const answered = responses.flatMap((answers) =>
    objectsIn(answers)
      .filter(({ status }) => status !== 'discarded')
      .flatMap(({ value, user, user_id: id }) =>
        spansFrom(value, withoutEmpty({ analyst: typeof user === 'string' ? user : id })),
      ),
  );
  const suggested = suggestions.filter(isJsonObject).flatMap(({ value, agent }) => {
    const model = typeof agent === 'string' && agent !== '' ? agent : 'suggestion';
    return spansFrom(value, { analyst: model, origin: { kind: 'prediction', model } });
  });
  return [...answered, ...suggested];
}

/** What was answered about the whole text: labels, ratings, texts. */
function wholeAnswers(record: JsonObject): JsonObject {
  const responses = isJsonObject(record['responses']) ? record['responses'] : {};
  const byAnalyst: { [analyst: string]: JsonObject } = {};
  for (const [question, answers] of Object.entries(responses)) {
    for (const { value, user, user_id: id } of objectsIn(answers)) {
      const isSpans = listIn(value).some((one) => isJsonObject(one) && 'start' in one);
      const who = typeof user === 'string' ? user : id;
      if (isSpans || value === undefined || typeof who !== 'string') continue;
      if (Array.isArray(value) && value.length === 0) continue;
      byAnalyst[who] = { ...byAnalyst[who], [question]: value };
    }
  }
  return byAnalyst;
}

function nativeFrom(record: JsonObject, text: string, options: ReadOptions): JsonObject {
  const metadata = isJsonObject(record['metadata']) ? record['metadata'] : {};
  return {
    ...articleFromFacts(metadata, text, options),
    text,
    annotations: annotationsIn(record),
    documentLabels: wholeAnswers(record),
  };
}

const readArgilla: Reader = function* ({ main }, options) {
  const records = jsonRecords(main);
  if (!records.ok) {
    yield records;
    return;
  }
  for (const { value, line } of records.value) {
    const place = { line, ...(main.path === '' ? {} : { file: main.path }) };
    const problem = isJsonObject(value) ? hostileIn(value) : 'a record with `fields` was expected';
    const text = isJsonObject(value) ? textIn(value) : undefined;
    if (problem !== undefined || text === undefined || !isJsonObject(value)) {
      yield err({ ...place, message: problem ?? 'the fields of this record hold no text' });
    } else yield readArticleValue(nativeFrom(value, text, options), place, options);
  }
};

/**
 * Records of Argilla (docs.argilla.io, “Add, update, and delete records”) as `to_json` of its SDK writes them:
 * `fields`, `responses` to a question about spans, one for each analyst, `metadata`. Offsets are code points,
 * as the server checks them; its window has written UTF-16 (argilla-io/argilla#5729), which is seen where the
 * spans have their words. Suggestions are read as the layer of their agent.
 */
export const argilla: Format = {
  id: 'argilla',
  label: 'Argilla records',
  extensions: ['.json'],
  layout: 'file',
  offsetUnit: 'codePoint',
  can: CAN,
  sniff: (sample) =>
    /^\ufeff?\s*\[?\s*\{\s*"id"\s*:\s*(?:"[^"]{0,200}"|null)\s*,\s*(?:"(?:external_id|status|_server_id)"\s*:\s*(?:"[^"]{0,200}"|null)\s*,\s*){0,3}"fields"\s*:\s*\{/.test(
      sample,
    ),
  read: readArgilla,
  write: writeArgilla,
};
