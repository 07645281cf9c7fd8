import { isJsonObject, type Json, type JsonObject } from '../../core/model/json.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { articleBook } from './article-book.ts';
import type { ImportResult } from './failure.ts';
import { foundIn } from './finish-article.ts';
import type { FileArticles } from './imported-article.ts';
import { readJsonSource } from './json-source.ts';
import type { ImportLimits } from './limits.ts';
import { embargo, firstOf } from './news-words.ts';
import type { SourceFile } from './source-file.ts';
import {
  anyBody,
  type BodyText,
  finishStated,
  htmlBody,
  type StatedArticle,
} from './stated-article.ts';

/** An item by its keys in lower case: 1.x writes `versioncreated`, 2.x and 3.x `versionCreated`. */
type Item = ReadonlyMap<string, Json>;

/** Deepest association that is looked into. */
const MOST_DEPTH = 8;

function itemOf(value: JsonObject): Item {
  return new Map(Object.entries(value).map(([key, one]) => [key.toLowerCase(), one]));
}

function stringOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function listOf(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter((one: Json) => isJsonObject(one)) : [];
}

/** Values with a role, the main one first (ninjs 2.x and 3.x). */
function byRole(value: Json | undefined): readonly Item[] {
  const all = listOf(value).map(itemOf);
  const isMain = (one: Item): boolean => /^(?:main)?$/u.test(stringOf(one.get('role')));
  return [...all.filter(isMain), ...all.filter((one) => !isMain(one))];
}

function bodyFrom(text: string, type: string, limits: ImportLimits): Result<BodyText, string> {
  if (/plain|^text$/iu.test(type)) return ok({ text, furniture: [], warnings: [] });
  return /html|xml/iu.test(type) ? htmlBody(text, limits) : anyBody(text, limits);
}

/** Plain text first, as it needs no reading; then what is marked up. */
function bodyOf(item: Item, limits: ImportLimits): Result<BodyText, string> {
  const bodies = byRole(item.get('bodies')).map((one) => ({
    text: stringOf(one.get('value')),
    type: stringOf(one.get('contenttype')),
  }));
  const flat = [...item].flatMap(([key, value]) => {
    const type = /^body_(\w+)$/u.exec(key)?.[1];
    return type === undefined
      ? []
      : [{ text: stringOf(value), type: type === 'text' ? 'plain' : type }];
  });
  const all = [...bodies, ...flat].filter(({ text }) => text.trim() !== '');
  const best = all.find(({ type }) => /plain/iu.test(type)) ?? all[0];
  if (best === undefined) return err('It has no text: no body_text, body_xhtml or bodies.');
  return bodyFrom(best.text, best.type, limits);
}

function headline(item: Item): string {
  return firstOf(
    stringOf(byRole(item.get('headlines'))[0]?.get('value')),
    stringOf(item.get('headline')),
  );
}

function outlet(item: Item): string {
  const sources = [...listOf(item.get('infosources')), ...listOf(item.get('infosource'))];
  return firstOf(
    ...sources.map((one) => stringOf(one['name'])),
    stringOf(item.get('source')),
    stringOf(item.get('provider')),
    stringOf(item.get('copyrightholder')),
  );
}

/** Everything but what became the article; renditions are pictures in other files. */
const TAKEN = /^(?:body_\w+|bodies|headlines?|by|byline|associations|renditions|\$schema)$/u;

function extrasOf(item: Item): StatedArticle['extras'] {
  const rest = [...item].filter(([key]) => !TAKEN.test(key) && key !== 'uri');
  return { ...Object.fromEntries(rest), id: stringOf(item.get('uri')) };
}

function statedOf(item: Item, limits: ImportLimits): Result<StatedArticle, string> {
  const kind = stringOf(item.get('type'));
  if (/^(?:picture|audio|video|graphic|planning|component)$/iu.test(kind)) {
    return err(`It is not of text, but of the type ${kind}.`);
  }
  const body = bodyOf(item, limits);
  if (!body.ok) return body;
  const get = (key: string): string => stringOf(item.get(key));
  return ok({
    ...body.value,
    warnings: [
      ...body.value.warnings,
      ...embargo(firstOf(get('embargoed'), get('embargoeduntil'))),
    ],
    hints: {
      title: headline(item),
      byline: firstOf(get('by'), get('byline')),
      date: firstOf(get('contentcreated'), get('firstcreated'), get('versioncreated')),
      outlet: outlet(item),
      language: get('language'),
    },
    extras: extrasOf(item),
  });
}

/** True for what belongs to an item and is an article too: not its pictures. */
function hasText(item: Item): boolean {
  return /^(?:text|composite)?$/iu.test(stringOf(item.get('type')));
}

/** An item and those inside it, each with its place. */
function* itemsIn(value: JsonObject, place: string, depth = 0): Generator<readonly [string, Item]> {
  const item = itemOf(value);
  yield [place, item];
  const inner = item.get('associations');
  if (depth >= MOST_DEPTH || inner === undefined) return;
  const named: readonly (readonly [string, Json])[] = isJsonObject(inner)
    ? Object.entries(inner)
    : listOf(inner).map((one, index) => [firstOf(stringOf(one['name']), String(index + 1)), one]);
  for (const [name, one] of named) {
    if (isJsonObject(one) && hasText(itemOf(one)))
      yield* itemsIn(one, `${place}, ${name}`, depth + 1);
  }
}

/** True for a piece of JSON that is an item of ninjs, whatever its version, or a list of them. */
export function isNinjs(value: Json): boolean {
  if (Array.isArray(value))
    return listOf(value as Json)
      .slice(0, 1)
      .some(isNinjs);
  if (!isJsonObject(value)) return false;
  const item = itemOf(value);
  const isNamed = typeof item.get('uri') === 'string';
  const hasBody = [...item.keys()].some((key) => /^(?:body_\w+|bodies|headlines?)$/u.test(key));
  const isNews = ['versioncreated', 'pubstatus', 'firstcreated', 'contentcreated'].some((key) =>
    item.has(key),
  );
  return isNamed && hasBody && (isNews || item.has('standard'));
}

/**
 * Reads ninjs 1.x to 3.x, one item or a list of them: each with a text is an article; pictures
 * that belong to one are left out without a word, for they are told by the item.
 */
export async function readNinjs(source: SourceFile): Promise<ImportResult<FileArticles>> {
  const { path, bytes, limits } = source;
  const json = readJsonSource(source);
  if (!json.ok) return json;
  const { value, decoded } = json.value;
  const top = Array.isArray(value) ? listOf(value as Json) : isJsonObject(value) ? [value] : [];
  const items = top.flatMap((one, index) => [...itemsIn(one, `item ${index + 1}`)]);
  const file = foundIn(path, bytes);
  const book = articleBook(path, limits);
  for (const [place, item] of items) {
    if (book.isFull(place)) break;
    const stated = statedOf(item, limits);
    const named = items.length === 1 ? undefined : place;
    if (stated.ok)
      book.add(place, finishStated({ file, kind: 'ninjs', decoded }, stated.value, named));
    else book.tell(place, stated.error);
    await source.alive();
  }
  return book.all();
}
