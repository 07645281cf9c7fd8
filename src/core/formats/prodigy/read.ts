import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import { articleFromFacts, objectsIn, textsIn, withoutEmpty } from '../article-facts.ts';
import type { Reader, ReadOptions } from '../format.ts';
import { readArticleValue } from '../jsonl-read.ts';
import { lineRecords } from '../jsonl-records.ts';

const READ: ReadonlySet<string> = new Set([
  'text',
  'tokens',
  'spans',
  'relations',
  'meta',
  'answer',
  'document_labels',
  'accept',
  'options',
  '_input_hash',
  '_task_hash',
  '_view_id',
  '_session_id',
  '_annotator_id',
  '_timestamp',
  '_is_binary',
]);

function words(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function time(record: JsonObject): string | undefined {
  const { _timestamp: at } = record;
  const isTime = typeof at === 'number' && at > 0 && at < 1e10;
  return isTime ? new Date(Math.floor(at) * 1000).toISOString() : undefined;
}

/** Ids for spans that have none: the record's, and their place. */
function idsFor(record: JsonObject): (span: JsonObject, index: number) => string {
  const { _task_hash: hash } = record;
  const task = typeof hash === 'number' ? `${hash < 0 ? 'n' : 'p'}${Math.abs(hash)}` : 'span';
  return (span, index) => words(span['id']) ?? `${task}-${index + 1}`;
}

function spanFrom(span: JsonObject, id: string, facts: JsonObject): JsonObject {
  const { token_start: _first, token_end: _last, text, type: _type, ...rest } = span;
  return { ...facts, ...rest, id, ...(typeof text === 'string' ? { quote: text } : {}) };
}

/** The id of the span that a relation's end is: by its place, else by its last token. */
function endOf(
  spans: readonly JsonObject[],
  idOf: (span: JsonObject, index: number) => string,
  place: Json | undefined,
  token: Json | undefined,
): string {
  const at = isJsonObject(place)
    ? spans.findIndex(
        (span) =>
          span['start'] === place['start'] &&
          span['end'] === place['end'] &&
          (place['label'] === undefined || span['label'] === place['label']),
      )
    : -1;
  const index = at === -1 ? spans.findIndex((span) => span['token_end'] === token) : at;
  const span = spans[index];
  return span === undefined ? `token-${JSON.stringify(token ?? null)}` : idOf(span, index);
}

function relationsFrom(record: JsonObject, facts: JsonObject): readonly JsonObject[] {
  const spans = objectsIn(record['spans']);
  const idOf = idsFor(record);
  return objectsIn(record['relations']).map((relation) => {
    const {
      head,
      child,
      head_span: from,
      child_span: to,
      label,
      color: _color,
      ...rest
    } = relation;
    return {
      ...withoutEmpty({ analyst: facts['analyst'] }),
      from: endOf(spans, idOf, from, head),
      to: endOf(spans, idOf, to, child),
      ...rest,
      type: words(label) ?? 'related',
    };
  });
}

/** What was chosen for the whole text. */
function labelsFrom(record: JsonObject): JsonObject {
  const { document_labels: own, accept, answer, label } = record;
  if (isJsonObject(own)) return own;
  const asked = answer === 'accept' && record['spans'] === undefined ? [label ?? ''] : [];
  return Object.fromEntries([...textsIn(accept), ...textsIn(asked)].map((name) => [name, true]));
}

/** What one record says of its text, in native words; a rejected one keeps its spans aside. */
function layerFrom(record: JsonObject): JsonObject {
  const { answer, _annotator_id: annotator, _session_id: session } = record;
  if (answer === 'reject' || answer === 'ignore') return { prodigy: record };
  const analyst = words(annotator) ?? words(session);
  const facts = withoutEmpty({ analyst, createdAt: time(record) });
  const idOf = idsFor(record);
  const labels = labelsFrom(record);
  const left = Object.entries(record).filter(([key]) => !READ.has(key) && key !== 'label');
  return {
    annotations: objectsIn(record['spans']).map((span, index) =>
      spanFrom(span, idOf(span, index), facts),
    ),
    relations: relationsFrom(record, facts),
    ...(Object.keys(labels).length === 0 ? {} : { documentLabels: { [analyst ?? '']: labels } }),
    ...(left.length === 0 ? {} : { prodigy: Object.fromEntries(left) }),
  };
}

/** Records of the same text that stand together are one article, each a layer of it. */
interface Group {
  readonly line: number;
  readonly key: string;
  readonly records: JsonObject[];
}

function keyOf(record: JsonObject): string {
  const { text = null, meta = null } = record;
  return JSON.stringify([text, isJsonObject(meta) ? (meta['article_id'] ?? null) : null]);
}

function listsOf(layers: readonly JsonObject[], name: string): readonly Json[] {
  return layers.flatMap((layer) => (layer[name] ?? []) as readonly Json[]);
}

function nativeFrom({ records }: Group, options: ReadOptions): JsonObject {
  const [first = {}] = records;
  const { text, meta } = first;
  const layers = records.map(layerFrom);
  const labels = layers.flatMap((layer) =>
    Object.entries((layer['documentLabels'] ?? {}) as JsonObject),
  );
  const aside = layers.flatMap((layer) => layer['prodigy'] ?? []);
  return {
    ...(typeof text === 'string'
      ? { text, ...articleFromFacts(isJsonObject(meta) ? meta : {}, text, options) }
      : {}),
    offsetUnit: 'codePoint',
    annotations: listsOf(layers, 'annotations'),
    relations: listsOf(layers, 'relations'),
    documentLabels: Object.fromEntries(
      labels.map(([analyst, all]) => [analyst === '' ? options.analyst : analyst, all]),
    ),
    ...(aside.length === 0 ? {} : { prodigy: aside }),
  };
}

/** Reads Prodigy's records; offsets are code points unless the words of the spans say otherwise. */
export const readProdigy: Reader = function* ({ main }, options) {
  const file = main.path === '' ? {} : { file: main.path };
  let group: Group | undefined;
  for (const record of lineRecords(main)) {
    if (!record.ok) {
      yield record;
      continue;
    }
    const { value, line } = record.value;
    const key = keyOf(value);
    if (group?.key === key) {
      group.records.push(value);
      continue;
    }
    if (group !== undefined) {
      yield readArticleValue(nativeFrom(group, options), { ...file, line: group.line }, options);
    }
    group = { line, key, records: [value] };
  }
  if (group !== undefined) {
    yield readArticleValue(nativeFrom(group, options), { ...file, line: group.line }, options);
  }
};
