import type { ReadArticle } from '../../core/formats/format.ts';
import type { Output } from '../../ipc/contract.ts';
import { WITHIN } from '../importers/failure.ts';
import type { ImportedArticle } from '../importers/imported-article.ts';
import type { BatchEntry } from './import-batch.ts';
import { placeOf } from './read-dataset.ts';

type Listed = Output<'import.articles'>['articles'][number];

/** Where in its file an article stands: in which file of an archive, and where in that; or nothing. */
export function placeWithin({ file, place }: Pick<ImportedArticle, 'file' | 'place'>): string {
  const [, ...inner] = file.split(WITHIN);
  return [...inner, ...(place === undefined ? [] : [place])].join(', ');
}

function ofArticle(read: ImportedArticle): Omit<Listed, 'heldAs'> {
  const { title, outlet, byline, date, language, text, recognised } = read;
  return {
    title,
    outlet,
    byline,
    date,
    language,
    characters: text.length,
    place: placeWithin(read),
    recognised: { ...recognised },
  };
}

function ofDataset(read: ReadArticle): Omit<Listed, 'heldAs'> {
  const { title, outlet, byline, date, language } = read.article;
  const characters = read.text.length;
  const place = placeOf(read);
  return { title, outlet, byline, date, language, characters, place, recognised: {} };
}

/**
 * The articles of a file as the preview lists them.
 * @param held titles by SHA-256 of the texts that are there before this file
 */
export function articlesIn(
  { content }: BatchEntry,
  held: ReadonlyMap<string, string>,
): readonly Listed[] {
  if (content === undefined) return [];
  if (content.kind === 'dataset') {
    // What is marked in a text that is here already is added to it: none of these stays out.
    return content.reads.map((read) => ({ ...ofDataset(read), heldAs: '' }));
  }
  const seen = new Map(held);
  return content.read.articles.map((read) => {
    const heldAs = seen.get(read.sha256) ?? '';
    if (heldAs === '') seen.set(read.sha256, read.title);
    return { ...ofArticle(read), heldAs };
  });
}
