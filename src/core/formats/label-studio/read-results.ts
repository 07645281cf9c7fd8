import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import { objectsIn, withoutEmpty } from '../article-facts.ts';
import { controlSubject, resultValue } from './attribute-results.ts';

/** What one annotation of a task says, in native words. */
export interface ReadLayer {
  readonly annotations: readonly JsonObject[];
  readonly relations: readonly JsonObject[];
  readonly documentLabels: JsonObject;
  /** Results that are about no words: boxes on images, times in sounds. */
  readonly rest: readonly JsonObject[];
}

/** Our own fields of a region's `meta`. */
const OWN = [
  'analyst',
  'confidence',
  'origin',
  'codebookVersion',
  'createdAt',
  'updatedAt',
] as const;

function said(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function metaOf(result: JsonObject): JsonObject {
  return isJsonObject(result['meta']) ? result['meta'] : {};
}

/** Where a region stands: in HTML by its place in the text that is shown. */
function placeIn(value: JsonObject): { readonly start: number; readonly end: number } | undefined {
  const { globalOffsets } = value;
  const { start, end } = isJsonObject(globalOffsets) ? globalOffsets : value;
  const [from, to] = [Number(start ?? Number.NaN), Number(end ?? Number.NaN)];
  return Number.isInteger(from) && Number.isInteger(to) ? { start: from, end: to } : undefined;
}

/** The quote; the editor writes a line break as the two characters `\` and `n`. */
function quoteIn(value: JsonObject, words: string): string | undefined {
  const { text } = value;
  if (typeof text !== 'string' || text === '') return undefined;
  if (words.includes(text)) return text;
  const unescaped = text.replaceAll('\\n', '\n');
  return words.includes(unescaped) ? unescaped : text;
}

/** The labels that a result gives, where it gives any. */
function labelsOf(result: JsonObject): readonly string[] {
  const { type, value } = result;
  if (typeof type !== 'string' || !type.toLowerCase().endsWith('labels') || !isJsonObject(value))
    return [];
  const labels: readonly Json[] = Array.isArray(value[type]) ? value[type] : [];
  return labels.filter(
    (label): label is string => typeof label === 'string' && label.trim() !== '',
  );
}

/** A region's results; those with labels first. */
interface Region {
  readonly id: string;
  readonly results: readonly JsonObject[];
}

function regionsOf(results: readonly JsonObject[]): readonly Region[] {
  const byId = new Map<string, JsonObject[]>();
  for (const [index, result] of results.entries()) {
    const id = typeof result['id'] === 'string' ? result['id'] : `#${index}`;
    byId.set(id, [...(byId.get(id) ?? []), result]);
  }
  return Array.from(byId, ([id, all]) => ({ id, results: all }));
}

function attributesIn(results: readonly JsonObject[]): JsonObject {
  return Object.fromEntries(
    results.flatMap((result): [string, Json][] => {
      const value = labelsOf(result).length > 0 ? undefined : resultValue(result);
      const control = result['from_name'];
      return value === undefined || typeof control !== 'string'
        ? []
        : [[controlSubject(control), value]];
    }),
  );
}

function noteIn(meta: JsonObject): string | undefined {
  const notes: readonly Json[] = Array.isArray(meta['text']) ? meta['text'] : [];
  const all = notes.filter((note) => typeof note === 'string');
  return all.length === 0 ? undefined : all.join('\n');
}

/** The parts of an annotation in several parts, by its id: those that our own files say belong to it. */
type Parts = ReadonlyMap<string, readonly JsonObject[]>;

function partsIn(results: readonly JsonObject[]): Parts {
  const parts = new Map<string, JsonObject[]>();
  for (const result of results) {
    const { part } = metaOf(result);
    if (!isJsonObject(part) || typeof part['of'] !== 'string') continue;
    parts.set(part['of'], [...(parts.get(part['of']) ?? []), result]);
  }
  for (const all of parts.values()) {
    all.sort(
      (a, b) =>
        (placeIn(a['value'] as JsonObject)?.start ?? 0) -
        (placeIn(b['value'] as JsonObject)?.start ?? 0),
    );
  }
  return parts;
}

/** Spans and quotes of a region, its other parts included. */
function wordsOf(region: readonly JsonObject[], words: string): JsonObject | undefined {
  const spans: Json[] = [];
  const quotes: string[] = [];
  for (const { value } of region) {
    const place = isJsonObject(value) ? placeIn(value) : undefined;
    if (place === undefined) continue;
    spans.push([place.start, place.end]);
    const quote = quoteIn(value as JsonObject, words);
    if (quote !== undefined) quotes.push(quote);
  }
  if (spans.length === 0) return undefined;
  return { spans, ...(quotes.length === spans.length ? { quote: quotes } : {}) };
}

interface LayerFacts {
  readonly words: string;
  readonly facts: JsonObject;
}

function annotationsOf(region: Region, parts: Parts, { words, facts }: LayerFacts): JsonObject[] {
  const labelled = region.results.find((result) => labelsOf(result).length > 0);
  const [first] = region.results;
  const main = labelled ?? first;
  if (main === undefined) return [];
  const meta = metaOf(main);
  const place = wordsOf(parts.get(region.id) ?? [main], words);
  if (place === undefined) return [];
  const own = Object.fromEntries(
    OWN.flatMap((key) => (meta[key] === undefined ? [] : [[key, meta[key]]])),
  );
  const attributes = attributesIn(region.results);
  const score = main['score'];
  const labels =
    labelled === undefined
      ? [controlSubject(said(main['from_name']) ?? 'region')]
      : labelsOf(labelled);
  return labels.map((label, index) => ({
    ...(region.id.startsWith('#')
      ? {}
      : { id: index === 0 ? region.id : `${region.id}-${index + 1}` }),
    label,
    ...place,
    ...facts,
    ...withoutEmpty({ note: noteIn(meta) }),
    ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
    ...(typeof score === 'number' ? { score } : {}),
    ...own,
  }));
}

function relationOf(result: JsonObject, analyst: string | undefined): JsonObject {
  const { from_id: from, to_id: to, direction, labels } = result;
  const all: readonly Json[] = Array.isArray(labels) ? labels : [];
  const type = all.flatMap((label) => said(label) ?? []).join(', ');
  const turned = direction === 'left';
  return {
    type: type === '' ? 'related' : type,
    from: (turned ? to : from) ?? '',
    to: (turned ? from : to) ?? '',
    ...(direction === 'bi' ? { direction } : {}),
    ...withoutEmpty({ analyst }),
    ...metaOf(result),
  };
}

/** A moment as the native line takes it. */
function time(value: Json | undefined): string | undefined {
  return typeof value === 'string' &&
    /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?$/.test(value)
    ? value
    : undefined;
}

/**
 * What the results of one annotation or prediction say.
 * @param words the text they are about
 */
export function layerFrom(
  annotation: JsonObject,
  words: string,
  analyst: string | undefined,
  isPrediction: boolean,
): ReadLayer {
  const results = objectsIn(annotation['result']);
  const model = withoutEmpty({ model: annotation['model_version'] });
  const facts = withoutEmpty({
    analyst,
    createdAt: time(annotation['created_at']),
    updatedAt: time(annotation['updated_at']) ?? time(annotation['created_at']),
    origin: isPrediction ? { kind: 'prediction', ...model } : undefined,
  });
  const regions = results.filter((result) => result['type'] !== 'relation');
  const parts = partsIn(regions);
  const annotations: JsonObject[] = [];
  const documentLabels: { [name: string]: Json } = {};
  const rest: JsonObject[] = [];
  for (const region of regionsOf(regions)) {
    const { part } = metaOf(region.results[0] ?? {});
    if (isJsonObject(part) && part['of'] !== region.id) continue;
    const found = annotationsOf(region, parts, { words, facts });
    annotations.push(...found);
    if (found.length > 0) continue;
    const onWhole = attributesIn(region.results);
    Object.assign(documentLabels, onWhole);
    if (Object.keys(onWhole).length === 0) rest.push(...region.results);
  }
  const relations = results
    .filter((result) => result['type'] === 'relation')
    .map((result) => relationOf(result, analyst));
  return { annotations, relations, documentLabels, rest };
}
