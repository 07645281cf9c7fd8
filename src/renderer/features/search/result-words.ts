import type { SearchProgress } from '../../state/searching.ts';
import { t } from '../../words/words.ts';

/** How much was found, and how far the search is. */
export function resultWords(progress: SearchProgress): string {
  const { found, articles, scanned, done, kept, unreadable } = progress;
  let result = t('search.hitsIn', {
    hits: t('search.hits', { count: found }),
    articles: t('search.articles', { count: articles }),
  });
  if (!done) {
    const looked = t('search.articlesLooked', { count: scanned });
    result = t('search.searching', { result, articles: looked });
  }
  if (kept < found) result = t('search.firstListed', { result, kept });
  if (unreadable > 0) {
    result = t('search.unreadable', { result, texts: t('search.textsBad', { count: unreadable }) });
  }
  return result;
}
