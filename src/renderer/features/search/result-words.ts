import type { SearchProgress } from '../../state/searching.ts';

function part(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** How much was found, and how far the search is. */
export function resultWords(progress: SearchProgress): string {
  const { found, articles, scanned, done, kept, unreadable } = progress;
  const hits = `${part(found, 'hit', 'hits')} in ${part(articles, 'article', 'articles')}`;
  const far = done ? '' : ` · searching, ${part(scanned, 'article', 'articles')} looked at`;
  const cut = kept < found ? ` · the first ${kept.toLocaleString('en')} are listed` : '';
  const bad = unreadable === 0 ? '' : ` · ${part(unreadable, 'text', 'texts')} could not be read`;
  return `${hits}${far}${cut}${bad}`;
}
