import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import { articleFromFacts, listIn, objectsIn, textsIn, withoutEmpty } from '../article-facts.ts';
import type { ReadOptions } from '../format.ts';
import { parseUntrusted } from '../hostile-json.ts';
import { readTags } from '../token-tags.ts';
import { textOfTokens } from '../tokens.ts';

const READ: ReadonlySet<string> = new Set([
  'entities',
  'spans',
  'tokens',
  'ner_tags',
  'tags_iob',
  'text',
  'relations',
  'document_labels',
]);

/** JSON in a string; the string itself where it is none. */
function unpacked(value: Json | undefined): Json | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  const found = parseUntrusted(value);
  return found.ok ? found.value : value;
}

function placeIn(entity: JsonObject): JsonObject {
  const parts = objectsIn(entity['parts']);
  if (parts.length > 0) {
    return {
      spans: parts.map(({ start, end }) => [start ?? null, end ?? null]),
      quote: parts.map(({ text }) => text ?? ''),
    };
  }
  const { start, end, text } = entity;
  return {
    start: start ?? null,
    end: end ?? null,
    ...(typeof text === 'string' && text !== '' ? { quote: text } : {}),
  };
}

const ENTITY_READ: ReadonlySet<string> = new Set([
  'parts',
  'start',
  'end',
  'text',
  'label',
  'attributes',
  'origin',
  'codebook_version',
  'created_at',
  'updated_at',
]);

function fromEntity(entity: JsonObject): JsonObject {
  const rest = Object.entries(entity).filter(([key]) => !ENTITY_READ.has(key));
  const { attributes, origin, codebook_version: version } = entity;
  const own = unpacked(attributes) ?? attributes;
  return withoutEmpty({
    ...Object.fromEntries(rest),
    ...placeIn(entity),
    label: entity['label'],
    attributes: isJsonObject(own) ? own : undefined,
    origin: isJsonObject(origin) ? origin : unpacked(origin),
    codebookVersion: version,
    createdAt: entity['created_at'],
    updatedAt: entity['updated_at'],
  });
}

function fromRelation(relation: JsonObject): JsonObject {
  const { codebook_version: version, created_at: created, updated_at: updated, ...rest } = relation;
  return withoutEmpty({
    ...rest,
    codebookVersion: version === 0 ? undefined : version,
    createdAt: created,
    updatedAt: updated,
  });
}

/** Tags as words: numbers are looked up, or, where nobody says their names, told apart as in IOB2. */
function tagWords(tags: readonly Json[], names: readonly string[]): readonly string[] {
  return tags.map((tag) => {
    if (typeof tag === 'string') return tag;
    if (typeof tag !== 'number' || tag === 0) return 'O';
    return names[tag] ?? `${tag % 2 === 1 ? 'B' : 'I'}-tag ${Math.ceil(tag / 2)}`;
  });
}

/** Text and annotations of a row that has tokens and tags alone. */
function fromTokens(row: JsonObject, names: readonly string[]): JsonObject {
  const words = textsIn(row['tokens']);
  const forms = words.map((text, index) => ({
    text,
    after: index === words.length - 1 ? '' : ' ',
  }));
  const { text, spans } = textOfTokens(forms);
  const tags = tagWords(listIn(row['ner_tags']), names);
  const annotations = readTags(tags).flatMap(({ range, label }) => {
    const [first, last] = [spans[range[0]], spans[range[1] - 1]];
    return first === undefined || last === undefined
      ? []
      : [{ label, spans: [[first[0], last[1]]] }];
  });
  return { text, offsetUnit: 'utf16', annotations };
}

/** True for a row that says its annotations by tokens alone. */
function isTokens(row: JsonObject): boolean {
  return typeof row['text'] !== 'string' && Array.isArray(row['tokens']);
}

/**
 * A row in native words: `text` with `entities` (or `spans`), else `tokens` with `ner_tags`.
 * @param names the classes behind the numbers of `ner_tags`
 */
export function nativeFromRow(
  row: JsonObject,
  names: readonly string[],
  options: ReadOptions,
): JsonObject {
  const rest = Object.entries(row).filter(([key, value]) => !READ.has(key) && value !== '');
  const facts = Object.fromEntries(rest);
  if (isTokens(row)) {
    const native = fromTokens(row, names);
    const { text } = native;
    return { ...native, ...articleFromFacts(facts, typeof text === 'string' ? text : '', options) };
  }
  const { text } = row;
  const labels = unpacked(row['document_labels']);
  const entities = [...objectsIn(row['entities']), ...objectsIn(row['spans'])];
  return {
    ...(typeof text === 'string' ? { text, ...articleFromFacts(facts, text, options) } : {}),
    offsetUnit: 'codePoint',
    annotations: entities.map(fromEntity),
    relations: objectsIn(row['relations']).map(fromRelation),
    ...(isJsonObject(labels) ? { documentLabels: labels } : {}),
  };
}
