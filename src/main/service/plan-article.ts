import { extname } from 'node:path';
import type { Article } from '../../core/model/article.ts';
import type { Json, JsonObject } from '../../core/model/json.ts';
import { shownName, WITHIN } from '../importers/failure.ts';
import {
  type FileArticles,
  type ImportedArticle,
  questionsAndNotes,
} from '../importers/imported-article.ts';
import { articleIdOf } from './article-id.ts';
import { placeWithin } from './import-articles.ts';
import type { PlannedArticle } from './planned-article.ts';

/** The import record: everything that is known about where the text came from. */
function sourceOf(read: ImportedArticle): JsonObject {
  const { questions, notes } = questionsAndNotes(read.warnings);
  return {
    file: shownName(read.file),
    kind: read.kind,
    ...(read.place === undefined ? {} : { place: read.place }),
    ...(read.extras === undefined ? {} : { said: read.extras }),
    charset: read.charset as unknown as Json,
    bom: read.bom,
    lineEndings: read.lineEndings,
    removed: read.removed as unknown as Json,
    recognised: read.recognised,
    warnings: questions,
    notes,
    original: { sha256: read.originalSha256, bytes: read.bytes },
  };
}

/** What to add for a file that was read as an article. @param addedAt ISO-8601 UTC */
export function planArticle(
  read: ImportedArticle,
  addedAt: string,
  original: Uint8Array | undefined,
): PlannedArticle {
  const article: Article = {
    id: articleIdOf(read.sha256),
    title: read.title,
    outlet: read.outlet,
    byline: read.byline,
    date: read.date,
    language: read.language,
    sha256: read.sha256,
    characters: read.text.length,
    furniture: read.furniture,
    source: sourceOf(read),
    addedAt,
    tags: [],
    assigned: [],
  };
  const [file = read.file] = read.file.split(WITHIN);
  const place = placeWithin(read);
  const extension = extname(file)
    .slice(1)
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, '');
  return {
    file,
    ...(place === '' ? {} : { place }),
    article,
    text: read.text,
    layers: [],
    leftOut: [],
    people: [],
    refused: [],
    warnings: read.warnings.map(({ message }) => (place === '' ? message : `${place}: ${message}`)),
    ...(original === undefined
      ? {}
      : { original: { bytes: original, extension: extension === '' ? 'bin' : extension } }),
  };
}

/**
 * What to add for a file that was read as articles.
 * @param original the file's bytes, which are kept once for all its articles
 */
export function planArticles(
  { articles }: FileArticles,
  addedAt: string,
  original: Uint8Array | undefined,
): readonly PlannedArticle[] {
  return articles.map((read) => planArticle(read, addedAt, original));
}
