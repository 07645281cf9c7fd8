import { ok } from '../../core/result.ts';
import type { ImportResult } from './failure.ts';
import { type ImportOptions, readArticleFile } from './import-file.ts';
import type { ColumnChoice, FileArticles } from './imported-article.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { readFileBytes, refuseSize } from './read-bytes.ts';
import { readContainer } from './read-container.ts';
import { readSeveral } from './read-several.ts';

/** What a caller may choose about a file of one article or several. */
export interface ArticlesOptions extends ImportOptions {
  readonly columns?: ColumnChoice;
}

/** How a reader of many articles says that it gets on, so that nobody ends it as one that hangs. */
export type Alive = () => Promise<void>;

const ALONE: Alive = () => Promise.resolve();

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
  options: ArticlesOptions & { readonly alive?: Alive } = {},
): Promise<ImportResult<FileArticles>> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const held = bytes === undefined ? await readFileBytes(path, limits) : ok(bytes);
  if (!held.ok) return held;
  if (held.value.length > limits.fileBytes) return refuseSize(path, held.value.length, limits);
  const { charset, columns, alive = ALONE } = options;
  const source = { path, bytes: held.value, charset, limits, alive };
  const several = (await readContainer(source)) ?? (await readSeveral(source, columns));
  if (several !== undefined) return several;
  const read = await readArticleFile(path, held.value, options);
  return read.ok ? ok({ articles: [read.value], problems: [] }) : read;
}
