import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import { err } from '../../result.ts';
import { articleFromFacts, objectsIn, withoutEmpty } from '../article-facts.ts';
import type { Reader, ReadOptions } from '../format.ts';
import { hostileIn } from '../hostile-json.ts';
import { jsonRecords } from '../json-file.ts';
import { readArticleValue } from '../jsonl-read.ts';
import { layerFrom } from './read-results.ts';

/** Fields of a task that are read; the others are kept as they are. */
const READ: ReadonlySet<string> = new Set([
  'id',
  'data',
  'annotations',
  'completions',
  'predictions',
]);

/** Fields of an annotation that say nothing beside what is read. */
const ANNOTATION_READ: ReadonlySet<string> = new Set([
  'id',
  'result',
  'completed_by',
  'analyst',
  'gold',
  'was_cancelled',
  'ground_truth',
  'created_at',
  'updated_at',
  'model_version',
]);

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Who made an annotation: a number, an account, or, in our own files, a name. */
function analystOf(annotation: JsonObject): string | undefined {
  const { analyst, completed_by: by, model_version: model } = annotation;
  if (typeof by === 'number') return text(analyst) ?? `Annotator ${by}`;
  const account = isJsonObject(by) ? by : {};
  const full = [text(account['first_name']), text(account['last_name'])].join(' ').trim();
  return (
    text(analyst) ??
    text(by) ??
    text(account['email']) ??
    text(full) ??
    (typeof account['id'] === 'number' ? `Annotator ${account['id']}` : text(model))
  );
}

/** Strings that lead somewhere instead of being something to read. */
function isLink(value: string): boolean {
  return /^\s*(?:[a-z][a-z0-9+.-]*:\/\/|\/)\S*\s*$/i.test(value);
}

/** The field of a task's data that is the text: `text`, else the longest one to read. */
function textField(data: JsonObject): string | undefined {
  if (typeof data['text'] === 'string') return 'text';
  const all = Object.entries(data).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !isLink(entry[1]),
  );
  return all.toSorted((a, b) => b[1].length - a[1].length)[0]?.[0];
}

function leftOver(object: JsonObject, known: ReadonlySet<string>): JsonObject {
  const isEmpty = (value: Json): boolean =>
    value === null || (typeof value === 'object' && Object.keys(value).length === 0);
  return Object.fromEntries(
    Object.entries(object).filter(([key, value]) => !known.has(key) && !isEmpty(value)),
  );
}

/** One record of the JSON_MIN export: an annotation's results under the names of their controls. */
function fromMinimum(record: JsonObject): JsonObject {
  const { annotator, annotation_id: id, created_at: createdAt, updated_at: updatedAt } = record;
  const results = Object.entries(record).flatMap(([control, value]) =>
    objectsIn(value).map((region, index): JsonObject => {
      const type = Object.keys(region).find((key) => key.endsWith('labels')) ?? 'labels';
      return {
        id: `${control}-${index}`,
        from_name: control,
        to_name: 'text',
        type,
        value: region,
      };
    }),
  );
  const regions = new Set(results.map((result) => result['from_name']));
  const data = Object.entries(record).filter(
    ([key]) =>
      !regions.has(key) &&
      !['annotator', 'annotation_id', 'created_at', 'updated_at', 'lead_time', 'id'].includes(key),
  );
  const annotation = {
    ...(id === undefined ? {} : { id }),
    ...(annotator === undefined ? {} : { completed_by: annotator }),
    ...withoutEmpty({ created_at: createdAt, updated_at: updatedAt }),
    result: results,
  };
  return { data: Object.fromEntries(data), annotations: [annotation] };
}

interface Layers {
  readonly value: JsonObject;
  readonly rest: readonly JsonObject[];
}

/** What every annotation and prediction of a task says, in native words. */
function layersOf(task: JsonObject, words: string): Layers {
  const annotations: Json[] = [];
  const relations: Json[] = [];
  const gold: Json[] = [];
  const documentLabels: { [analyst: string]: Json } = {};
  const rest: JsonObject[] = [];
  const sources: readonly (readonly [JsonObject, boolean])[] = [
    ...objectsIn(task['completions']).map((one) => [one, false] as const),
    ...objectsIn(task['annotations']).map((one) => [one, false] as const),
    ...objectsIn(task['predictions']).map((one) => [one, true] as const),
  ];
  for (const [one, isPrediction] of sources) {
    if (one['was_cancelled'] === true) {
      rest.push(one);
      continue;
    }
    const analyst = analystOf(one) ?? (isPrediction ? 'prediction' : undefined);
    const layer = layerFrom(one, words, analyst, isPrediction);
    if (one['gold'] !== true) annotations.push(...layer.annotations);
    if (one['ground_truth'] === true) gold.push(...layer.annotations);
    relations.push(...layer.relations);
    if (Object.keys(layer.documentLabels).length > 0) {
      const name = analyst ?? '';
      documentLabels[name] = { ...(documentLabels[name] as JsonObject), ...layer.documentLabels };
    }
    const left = leftOver(one, ANNOTATION_READ);
    if (layer.rest.length > 0 || Object.keys(left).length > 0) {
      rest.push({ ...left, ...(layer.rest.length === 0 ? {} : { result: layer.rest }) });
    }
  }
  return { value: { annotations, relations, gold, documentLabels }, rest };
}

/** Labels on the whole article that nobody signed are those of the one who imports. */
function signed(value: JsonObject, options: ReadOptions): JsonObject {
  const { '': unsigned, ...others } = (value['documentLabels'] ?? {}) as JsonObject;
  const own = unsigned === undefined ? {} : { [options.analyst]: unsigned };
  return { ...value, documentLabels: { ...own, ...others } };
}

/** A task in native words; a sentence where it has no text. */
function fromTask(record: JsonObject, options: ReadOptions): JsonObject | string {
  const task = isJsonObject(record['data']) ? record : fromMinimum(record);
  const data = task['data'] as JsonObject;
  const field = textField(data);
  if (field === undefined) return 'the data of this task has no text';
  const words = data[field] as string;
  const facts = Object.entries(data).filter(([key]) => key !== field);
  const { value, rest } = layersOf(task, words);
  const left = leftOver(task, READ);
  const kept = { ...left, ...(rest.length === 0 ? {} : { annotations: rest }) };
  return {
    ...articleFromFacts(Object.fromEntries(facts), words, options),
    text: words,
    // The editor counted UTF-16 code units until the key was renamed, in 2021.
    ...(task['completions'] === undefined ? {} : { offsetUnit: 'utf16' }),
    ...signed(value, options),
    ...(Object.keys(kept).length === 0 ? {} : { labelStudio: kept }),
  };
}

/** Reads lists of tasks, single tasks, and the JSON_MIN export. */
export const readLabelStudio: Reader = function* ({ main }, options) {
  const records = jsonRecords(main);
  if (!records.ok) {
    yield records;
    return;
  }
  for (const { value, line } of records.value) {
    const place = { line, ...(main.path === '' ? {} : { file: main.path }) };
    const problem = isJsonObject(value)
      ? hostileIn(value)
      : 'a task was expected, an object with `data`';
    const native = problem ?? fromTask(value as JsonObject, options);
    if (typeof native === 'string') yield err({ ...place, message: native });
    else yield readArticleValue(native, place, options);
  }
};
