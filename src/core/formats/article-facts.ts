import type { Article } from '../model/article.ts';
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import type { ReadOptions } from './format.ts';

/** What an article is called in files of others: our name there, and where the native line has it. */
const IN_SOURCE = {
  outlet: 'outlet',
  byline: 'byline',
  date: 'date',
  language: 'language',
  added_at: 'addedAt',
} as const;

/** What a list holds; nothing where it is no list. */
export function listIn(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** The texts of a list that are not empty. */
export function textsIn(value: Json | undefined): readonly string[] {
  return listIn(value).flatMap((one) => (typeof one === 'string' && one !== '' ? [one] : []));
}

/** The objects of a list; none where it is no list. */
export function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return listIn(value).filter(isJsonObject);
}

/** An object without the fields that say nothing. */
export function withoutEmpty(object: { readonly [key: string]: Json | undefined }): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(
      (entry): entry is [string, Json] => entry[1] !== undefined && entry[1] !== '',
    ),
  );
}

/**
 * What is known about an article, flat, as files of others take it beside the text: from it the
 * same article comes back. What is empty stays away.
 */
export function articleFacts(article: Article): JsonObject {
  return withoutEmpty({
    article_id: article.id,
    title: article.title,
    outlet: article.outlet,
    byline: article.byline,
    date: article.date,
    language: article.language,
    added_at: article.addedAt,
    sha256: article.sha256,
    tags: article.tags.length === 0 ? undefined : article.tags,
  });
}

function words(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function tagsIn(value: Json | undefined): { readonly tags?: readonly string[] } {
  const tags = textsIn(value);
  return tags.length === 0 ? {} : { tags };
}

/**
 * The head of a native line out of flat facts, ours or others': what is none of ours goes to the
 * article's import record. Where a text was changed on its way (its hash tells), it is another
 * article: the id of the first is then only a fact about it.
 * @param text as it stands in the file
 */
export function articleFromFacts(
  facts: JsonObject,
  text: string,
  { sha256 }: Pick<ReadOptions, 'sha256'>,
): JsonObject {
  const { title, article_id: id, sha256: hash, tags, ...others } = facts;
  const isSame = hash === undefined || hash === sha256(text);
  const source: { [key: string]: Json } = { ...tagsIn(tags) };
  const record: { [key: string]: Json } = isSame
    ? {}
    : withoutEmpty({ article_id: id, sha256: hash });
  for (const [key, value] of Object.entries(others)) {
    const known = key in IN_SOURCE ? IN_SOURCE[key as keyof typeof IN_SOURCE] : undefined;
    if (known !== undefined && typeof value === 'string') source[known] = value;
    else record[key] = value;
  }
  return {
    ...withoutEmpty({ id: isSame ? words(id) : undefined, title: words(title) }),
    source: Object.keys(record).length === 0 ? source : { ...source, record },
  };
}
