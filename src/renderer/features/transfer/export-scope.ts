import type { ArticleRow, LayerCounts } from '../../state/project.ts';

import type { PlainKey } from '../../words/catalogue.ts';

/** Something a format has no place for, as far as it is known before anything is written. */
export interface ExpectedLoss {
  readonly what: PlainKey;
  readonly count: number;
  readonly why: PlainKey;
}

/** What an export would write. */
export interface ExportScope {
  readonly articles: number;
  readonly annotations: number;
  readonly relations: number;
  /** Label id → annotations. */
  readonly byLabel: Readonly<Record<string, number>>;
  readonly losses: readonly ExpectedLoss[];
}

function layersOf(row: ArticleRow, whose: 'mine' | 'all'): readonly LayerCounts[] {
  return whose === 'mine' ? [row] : [row, ...row.others];
}

function annotationsIn(layers: readonly LayerCounts[]): number {
  return layers.reduce(
    (sum, { counts }) => sum + Object.values(counts).reduce((a, b) => a + b, 0),
    0,
  );
}

/** What has no row of its own in a table of annotations. */
function tableLosses(
  rows: readonly ArticleRow[],
  relations: number,
  empty: number,
): readonly ExpectedLoss[] {
  const furniture = rows.reduce((sum, { article }) => sum + article.furniture.length, 0);
  const losses: readonly ExpectedLoss[] = [
    { what: 'transfer.relations', count: relations, why: 'transfer.relationsWhy' },
    {
      what: 'transfer.bareArticles',
      count: empty,
      why: 'transfer.bareArticlesWhy',
    },
    {
      what: 'transfer.furniturePieces',
      count: furniture,
      why: 'transfer.furniturePiecesWhy',
    },
  ];
  return losses.filter((loss) => loss.count > 0);
}

/**
 * What an export would write, counted from the rows alone: no layer is read for it.
 * @param rows the articles that go out
 */
export function exportScope(
  rows: readonly ArticleRow[],
  whose: 'mine' | 'all',
  format: 'jsonl' | 'csv',
): ExportScope {
  const byLabel: Record<string, number> = {};
  let relations = 0;
  let annotations = 0;
  let empty = 0;
  for (const row of rows) {
    const layers = layersOf(row, whose);
    const here = annotationsIn(layers);
    annotations += here;
    if (here === 0) empty += 1;
    for (const layer of layers) {
      relations += layer.relations;
      for (const [label, count] of Object.entries(layer.counts)) {
        byLabel[label] = (byLabel[label] ?? 0) + count;
      }
    }
  }
  const losses = format === 'csv' ? tableLosses(rows, relations, empty) : [];
  return { articles: rows.length, annotations, relations, byLabel, losses };
}
