import { spansOverlap } from '../../core/model/span.ts';
import { contextLine } from '../../core/search/context.ts';
import type { HitList } from './hit-list.ts';
import type { ResultRow } from './messages.ts';
import type { SearchIndex } from './search-index.ts';

/**
 * The lines of some hits. Each is read from the article now; a hit whose article is gone, or whose
 * text is not what was imported, has none.
 */
export function resultRows(
  index: SearchIndex,
  hits: HitList,
  analysts: readonly string[],
  numbers: Iterable<number>,
): ResultRow[] {
  const rows: ResultRow[] = [];
  for (const number of numbers) {
    const hit = hits.at(number);
    const entry = hit === undefined ? undefined : index.entry(hit.article);
    const text = entry === undefined ? undefined : index.text(entry);
    if (hit === undefined || entry === undefined || text === undefined) continue;
    const [start, end] = hit.span;
    const { left, hit: words, right } = contextLine(text, hit.span);
    const touching = index
      .annotations(entry.n, analysts)
      .filter(({ spans, onArticle }) =>
        onArticle
          ? hit.annotation === undefined && start === end
          : spans.some((span) => spansOverlap(span, hit.span)),
      );
    const labels = [...new Set(touching.map(({ label }) => label))].filter((label) => label !== '');
    const { id, title, outlet, date } = entry;
    const line = { articleId: id, title, outlet, date, left, words, right, start, end, labels };
    const { annotation } = hit;
    rows.push({ hit: number, ...line, ...(annotation === undefined ? {} : { annotation }) });
  }
  return rows;
}
