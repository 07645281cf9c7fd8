import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import { err, ok, type Result } from '../../result.ts';
import { offsetConverter } from '../../text/offsets.ts';
import { articleFromFacts, listIn, objectsIn, withoutEmpty } from '../article-facts.ts';
import type { DatasetInput, Reader, ReadOptions } from '../format.ts';
import { hostileIn } from '../hostile-json.ts';
import { jsonRecords } from '../json-file.ts';
import { type JsonPath, placeInJson } from '../json-place.ts';
import { readArticleValue } from '../jsonl-read.ts';
import { type BrokenRule, brokenRule } from './model-rules.ts';

/** One or many: the model leaves out the list of one. */
function each(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? listIn(value) : [value];
}

function words(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The identifier of a resource, however it is named. */
function iriOf(value: Json | undefined): string | undefined {
  if (!isJsonObject(value)) return words(value);
  return words(value['source']) ?? words(value['id']) ?? iriOf(value['source']);
}

/** What stands in `purpose`, or, for a body alone, the motivation of its annotation. */
function bodiesOf(annotation: JsonObject, purpose: string): readonly string[] {
  const { body, bodyValue, motivation } = annotation;
  const texts = each(body).filter(isJsonObject);
  const found = texts.filter(
    (one) => one['purpose'] === purpose || (one['purpose'] === undefined && motivation === purpose),
  );
  const plainBody = motivation === purpose ? [words(bodyValue)] : [];
  return [...found.map((one) => words(one['value'])), ...plainBody].filter(
    (one) => one !== undefined,
  );
}

interface Place {
  /** Code points. */
  readonly start: number;
  readonly end: number;
  readonly quote: string | undefined;
}

/** Where a quote stands with what is around it, in code points; `undefined` where it is nowhere. */
function byQuote(selector: JsonObject, text: string): Place | undefined {
  const exact = words(selector['exact']);
  if (exact === undefined) return undefined;
  const prefix = typeof selector['prefix'] === 'string' ? selector['prefix'] : '';
  const suffix = typeof selector['suffix'] === 'string' ? selector['suffix'] : '';
  const around = text.indexOf(prefix + exact + suffix);
  const at = around === -1 ? text.indexOf(exact) : around + prefix.length;
  if (at === -1) return undefined;
  const span = offsetConverter(text, 'codePoint').spanFromUtf16([at, at + exact.length]);
  return span.ok ? { start: span.value[0], end: span.value[1], quote: exact } : undefined;
}

/** The place that a target tells: by position with its quote as proof, else by its quote alone. */
function placeOf(target: Json, text: string): Place | undefined {
  const selectors = isJsonObject(target) ? each(target['selector']).filter(isJsonObject) : [];
  const all = selectors.flatMap((one) => [one, ...each(one['refinedBy']).filter(isJsonObject)]);
  const position = all.find(({ type }) => type === 'TextPositionSelector');
  const quote = all.find(({ type }) => type === 'TextQuoteSelector');
  const { start, end } = position ?? {};
  if (typeof start === 'number' && typeof end === 'number') {
    const exact = quote?.['exact'];
    return { start, end, quote: typeof exact === 'string' ? exact : undefined };
  }
  return quote === undefined ? undefined : byQuote(quote, text);
}

/** The targets of an annotation, those of a composite one by one. */
function targetsOf({ target }: JsonObject): readonly Json[] {
  return each(target).flatMap((one) =>
    isJsonObject(one) && 'items' in one ? each(one['items']) : [one],
  );
}

function nameOf(creator: Json | undefined): string | undefined {
  const [first] = each(creator);
  if (!isJsonObject(first)) return words(first);
  return words(first['name']) ?? words(first['nickname']) ?? words(first['id']);
}

/** The last part of our own identifiers, whole ones of others. */
function localId(iri: Json | undefined): string | undefined {
  const whole = words(iri);
  if (whole?.startsWith('urn:verbale:article:') !== true) return whole;
  try {
    return decodeURIComponent(whole.split(':').at(-1) ?? '');
  } catch {
    return whole;
  }
}

function time(value: Json | undefined): string | undefined {
  return typeof value === 'string' &&
    /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?$/.test(value)
    ? value
    : undefined;
}

function remarksOf(annotation: JsonObject): JsonObject {
  const { creator, created, modified, codebookVersion } = annotation;
  return withoutEmpty({
    id: localId(annotation['id']),
    analyst: nameOf(creator),
    note: bodiesOf(annotation, 'commenting').join('\n'),
    createdAt: time(created),
    updatedAt: time(modified),
    codebookVersion,
  });
}

function annotationFrom(annotation: JsonObject, places: readonly Place[]): JsonObject {
  const quotes = places.flatMap(({ quote }) => quote ?? []);
  const label =
    bodiesOf(annotation, 'tagging')[0] ??
    bodiesOf(annotation, 'classifying')[0] ??
    words(each(annotation['motivation'])[0]) ??
    'annotation';
  return {
    ...remarksOf(annotation),
    ...withoutEmpty({
      attributes: annotation['attributes'],
      confidence: annotation['confidence'],
      origin: annotation['origin'],
    }),
    label,
    spans: places.map(({ start, end }) => [start, end]),
    ...(quotes.length === places.length ? { quote: quotes } : {}),
  };
}

function relationFrom(annotation: JsonObject): JsonObject {
  const linked = each(annotation['body']).find(
    (one) => !isJsonObject(one) || one['purpose'] === 'linking' || one['source'] !== undefined,
  );
  return {
    ...remarksOf(annotation),
    type: bodiesOf(annotation, 'classifying')[0] ?? 'related',
    from: localId(iriOf(targetsOf(annotation)[0])) ?? '',
    to: localId(iriOf(linked)) ?? '',
  };
}

/** What a page or a single annotation says, in native words. */
function nativeFrom(items: readonly JsonObject[], text: string, options: ReadOptions): JsonObject {
  const annotations: Json[] = [];
  const relations: Json[] = [];
  const labels: { [analyst: string]: JsonObject } = {};
  const rest: Json[] = [];
  const known = new Set(items.flatMap(({ id }) => words(id) ?? []));
  for (const item of items) {
    const targets = targetsOf(item);
    const places = targets.flatMap((target) => placeOf(target, text) ?? []);
    const isLinked = known.has(iriOf(targets[0]) ?? '');
    const name = bodiesOf(item, 'classifying')[0];
    if (places.length > 0 && places.length === targets.length) {
      annotations.push(annotationFrom(item, places));
    } else if (isLinked) relations.push(relationFrom(item));
    else if (name !== undefined) {
      const analyst = nameOf(item['creator']) ?? options.analyst;
      labels[analyst] = { ...labels[analyst], [name]: item['labelValue'] ?? true };
    } else rest.push(item);
  }
  return {
    text,
    annotations,
    relations,
    documentLabels: labels,
    ...(rest.length === 0 ? {} : { webAnnotation: rest }),
  };
}

/** The text that an annotation of others is about: a file beside it with the name of its source. */
function textBeside(item: JsonObject, { files }: DatasetInput): Result<string, string> {
  const source = iriOf(targetsOf(item)[0]);
  const name = source?.split(/[/\\]/).at(-1) ?? '';
  const file = files.find(
    ({ path }) => name !== '' && /\.(?:txt|md)$/i.test(name) && path.endsWith(name),
  );
  return file === undefined
    ? err(`the text it is about, ${source ?? 'which it does not name'}, is not beside it`)
    : ok(file.text());
}

/** The annotations of a record: a page, a collection with its first page, or one alone. */
function itemsOf(record: JsonObject): readonly JsonObject[] {
  const first = isJsonObject(record['first']) ? record['first'] : record;
  if (Array.isArray(first['items'])) return objectsIn(first['items']);
  if (Array.isArray(record['@graph'])) return objectsIn(record['@graph']);
  return [record];
}

const NOT_THERE = 'there is no annotation in it';

/** Why nothing can be made of a record: what it breaks, else that the words it marks are elsewhere. */
function refusal(record: JsonObject, items: readonly JsonObject[], beside: string): BrokenRule {
  const [first] = items;
  if (Object.keys(record).every((name) => name === '@context')) {
    return { path: [], message: `${NOT_THERE}: it is a context, which says what words mean` };
  }
  if (first === undefined) return { path: [], message: NOT_THERE };
  const inPage = first !== record;
  const broken = brokenRule(first, inPage);
  const { path, message } = broken ?? { path: ['target'], message: beside };
  return { path: inPage ? ['items', 0, ...path] : path, message };
}

function valueOf(
  record: JsonObject,
  input: DatasetInput,
  options: ReadOptions,
): Result<JsonObject, BrokenRule> {
  const items = itemsOf(record);
  const about = isJsonObject(record['about']) ? record['about'] : {};
  const own = about['text'];
  if (typeof own === 'string') {
    const facts = isJsonObject(about['facts']) ? about['facts'] : {};
    return ok({ ...articleFromFacts(facts, own, options), ...nativeFrom(items, own, options) });
  }
  const [first] = items;
  const beside = first === undefined ? err(NOT_THERE) : textBeside(first, input);
  return beside.ok
    ? ok(nativeFrom(items, beside.value, options))
    : err(refusal(record, items, beside.error));
}

/** A record, checked for what no file may have. */
function checked(
  value: Json,
  input: DatasetInput,
  options: ReadOptions,
): Result<JsonObject, BrokenRule> {
  if (!isJsonObject(value)) return err({ path: [], message: 'a page of annotations was expected' });
  const problem = hostileIn(value);
  return problem === undefined
    ? valueOf(value, input, options)
    : err({ path: [], message: problem });
}

/** Refusals that are told with their column; those after them have their line. */
const MOST_PLACES = 20;

function placeOfRecord(text: string, index: number, path: JsonPath) {
  return placeInJson(text, /^\ufeff?\s*\[/.test(text) ? [index, ...path] : path);
}

/** Reads pages with their text, and annotations of others whose text lies beside them. */
export const readW3c: Reader = function* (input, options) {
  const { main } = input;
  const records = jsonRecords(main);
  if (!records.ok) {
    yield records;
    return;
  }
  const file = main.path === '' ? {} : { file: main.path };
  let refused = 0;
  let index = -1;
  for (const { value, line } of records.value) {
    index += 1;
    const native = checked(value, input, options);
    if (native.ok) {
      yield readArticleValue(native.value, { line, ...file }, options);
      continue;
    }
    refused += 1;
    const { path, message } = native.error;
    // Finding a column reads the file from its beginning.
    const place = refused > MOST_PLACES ? { line } : placeOfRecord(main.text(), index, path);
    yield err({ ...file, ...place, message });
  }
};
