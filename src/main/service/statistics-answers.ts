import { annotationFrom } from '../../core/log/annotation-ops.ts';
import { layerChannel } from '../../core/log/op.ts';
import { type AnnotationQuery, type CountedRow, isAsked } from '../../core/statistics/query.ts';
import { splitsPair } from '../../core/text/lines.ts';
import type { Input, Output } from '../../ipc/contract.ts';
import type { Store } from '../store/store.ts';
import { articlesOf } from './project-view.ts';
import type { Pace } from './statistics-pace.ts';
import type { Counted } from './statistics-run.ts';

type Listed = Output<'statistics.annotations'>['annotations'][number];

/** Characters of a quote that a list shows. */
const QUOTE_LENGTH = 300;

async function quoteOf(store: Store, row: CountedRow): Promise<string> {
  const layer = await store.layer(row.articleId, row.analyst);
  if (!layer.ok) return '';
  const key = `${row.articleId}/${row.id}`;
  const record = layer.value.get('annotation')?.get(key);
  if (record === undefined) return '';
  const annotation = annotationFrom(layerChannel(row.analyst), key, record);
  const quote = annotation?.anchor.quote.join(' … ') ?? '';
  return quote.slice(0, splitsPair(quote, QUOTE_LENGTH) ? QUOTE_LENGTH - 1 : QUOTE_LENGTH);
}

const ROWS_A_LOOK = 2048;

/** The rows a query finds, looked through without holding up others. */
async function rowsFor(
  rows: readonly CountedRow[],
  query: AnnotationQuery,
  pace: Pace,
): Promise<readonly CountedRow[]> {
  const found: CountedRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_A_LOOK === 0) await pace.rest();
    if (isAsked(row, query)) found.push(row);
  }
  return found;
}

/** One page of the annotations behind a number. */
export async function annotationsBehind(
  store: Store,
  counted: Counted,
  { query, from, count }: Input<'statistics.annotations'>,
  pace: Pace,
): Promise<Output<'statistics.annotations'>> {
  const found = await rowsFor(counted.rows, query, pace);
  const annotations: Listed[] = [];
  for (const row of found.slice(from, from + count)) {
    const { id, articleId, analyst, label } = row;
    annotations.push({ id, articleId, analyst, label, quote: await quoteOf(store, row) });
  }
  return { total: found.length, annotations };
}

/** One page of the articles behind a number. */
export function articlesBehind(
  store: Store,
  { report, states, documents }: Counted,
  { query, from, count }: Input<'statistics.articles'>,
): Output<'statistics.articles'> {
  let found: string[];
  if ('begun' in query) {
    const { begun } = query;
    found = report.byArticle
      .filter((one) => one.begun !== '' && begun.from <= one.begun && one.begun <= begun.to)
      .map(({ articleId }) => articleId);
  } else if ('documentLabel' in query) {
    found = documents.articlesWith(query.documentLabel);
  } else {
    const known = states.get(query.analyst);
    found = articlesOf(store)
      .map(({ id }) => id)
      .filter((id) => (known?.get(id) ?? 'new') === query.state);
  }
  return { total: found.length, articles: found.slice(from, from + count) };
}
