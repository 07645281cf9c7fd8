import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import { ok } from '../../result.ts';
import { OFFSET_UNITS, textLength } from '../../text/offsets.ts';
import { articleFromFacts, listIn, objectsIn, textsIn, withoutEmpty } from '../article-facts.ts';
import type { Reader, ReadOptions } from '../format.ts';
import { jsonRecords } from '../json-file.ts';
import { readArticleValue } from '../jsonl-read.ts';
import { lineRecords } from '../jsonl-records.ts';

const READ: ReadonlySet<string> = new Set([
  'id',
  'text',
  'label',
  'labels',
  'entities',
  'annotations',
  'relations',
  'cats',
  'meta',
  'offset_unit',
  'Comments',
  'annotation_approver',
]);

/** A label as people see it: files before 1.0 have its number and no name. */
function labelFrom(label: Json | undefined): Json {
  return typeof label === 'number' ? `Label ${label}` : (label ?? '');
}

function fromTriple(triple: readonly Json[]): JsonObject {
  const [start = null, end = null, label] = triple;
  return { start, end, label: labelFrom(label) };
}

function fromEntity(entity: JsonObject): JsonObject {
  const {
    id,
    annotation_id: own,
    start_offset: start,
    end_offset: end,
    label,
    user,
    ...others
  } = entity;
  const isNamed = typeof own === 'string' && own !== '';
  return {
    ...(id === undefined && !isNamed ? {} : { id: isNamed ? own : `entity-${JSON.stringify(id)}` }),
    start: start ?? null,
    end: end ?? null,
    label: labelFrom(label),
    ...(typeof user === 'number' ? { analyst: `User ${user}` } : {}),
    ...(others['prob'] === undefined ? others : withoutEmpty(others)),
  };
}

/** Spans of any generation. */
function annotationsIn(record: JsonObject): readonly JsonObject[] {
  return ['label', 'labels', 'entities', 'annotations']
    .flatMap((name) => listIn(record[name]))
    .flatMap((one) => {
      if (Array.isArray(one)) return [fromTriple(one)];
      return isJsonObject(one) && 'start_offset' in one ? [fromEntity(one)] : [];
    });
}

/** Names of the whole text. */
function namesIn(record: JsonObject): JsonObject {
  const stated = ['cats', 'label', 'labels'].flatMap((name) => textsIn(record[name]));
  const numbered = objectsIn(record['annotations'])
    .filter((one) => !('start_offset' in one))
    .map((one) => labelFrom(one['label']));
  return Object.fromEntries([...stated, ...textsIn(numbered)].map((name) => [name, true]));
}

function relationsIn(record: JsonObject): readonly JsonObject[] {
  const ids = new Map(
    objectsIn(record['entities']).map((entity) => [
      JSON.stringify(entity['id']),
      fromEntity(entity)['id'] ?? '',
    ]),
  );
  const end = (id: Json | undefined): Json =>
    ids.get(JSON.stringify(id)) ?? JSON.stringify(id ?? null);
  return objectsIn(record['relations']).map(({ from_id: from, to_id: to, type }) => ({
    type: typeof type === 'string' && type.trim() !== '' ? type : 'related',
    from: end(from),
    to: end(to),
  }));
}

function unitIn(record: JsonObject): JsonObject {
  const stated = OFFSET_UNITS.find((unit) => unit === record['offset_unit']);
  return { offsetUnit: stated ?? 'utf16' };
}

function nativeFrom(record: JsonObject, options: ReadOptions): JsonObject {
  const { text, meta, Comments: comments } = record;
  const flat = Object.entries(record).filter(([key]) => !READ.has(key));
  const facts = { ...(isJsonObject(meta) ? meta : {}), ...Object.fromEntries(flat) };
  const said = listIn(comments).length === 0 ? {} : { doccano: { Comments: comments ?? null } };
  return {
    ...(typeof text === 'string' ? { text, ...articleFromFacts(facts, text, options) } : {}),
    ...unitIn(record),
    annotations: annotationsIn(record),
    relations: relationsIn(record),
    documentLabels: namesIn(record),
    ...said,
  };
}

/** True where a file does not say what it counts, and the two ways of doccano differ. */
function isOpen(record: JsonObject, { offsetUnit }: ReadOptions): boolean {
  const { text } = record;
  if (offsetUnit !== undefined || record['offset_unit'] !== undefined) return false;
  return typeof text === 'string' && textLength(text, 'grapheme') !== text.length;
}

const ASSUMED = {
  kind: 'unit-assumed',
  message:
    'doccano does not say what its offsets count: taken as UTF-16 code units, not clusters (grapheme mode)',
} as const;

/** Lines, or a single object over several lines, as the examples of doccano have it. */
function* recordsOf(main: Parameters<Reader>[0]['main']): ReturnType<typeof lineRecords> {
  const [first] = main.lines();
  if (first !== undefined && /^\s*[[{]\s*$/.test(first)) {
    const records = jsonRecords(main);
    if (!records.ok) {
      yield records;
      return;
    }
    for (const { value, line } of records.value) {
      yield ok({ value: isJsonObject(value) ? value : {}, line });
    }
    return;
  }
  yield* lineRecords(main);
}

/** Reads the lines of all three generations of doccano. */
export const readDoccano: Reader = function* ({ main }, options) {
  for (const record of recordsOf(main)) {
    if (!record.ok) {
      yield record;
      continue;
    }
    const { value, line } = record.value;
    const place = { line, ...(main.path === '' ? {} : { file: main.path }) };
    const article = readArticleValue(nativeFrom(value, options), place, options);
    yield article.ok && article.value.annotations.length > 0 && isOpen(value, options)
      ? ok({ ...article.value, warnings: [...article.value.warnings, ASSUMED] })
      : article;
  }
};
