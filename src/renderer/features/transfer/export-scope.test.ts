import { describe, expect, it } from 'vitest';
import type { ArticleRow, LayerCounts } from '../../state/project.ts';
import { exportScope } from './export-scope.ts';

function row(own: LayerCounts, others: readonly LayerCounts[], pieces: number): ArticleRow {
  const furniture = Array.from({ length: pieces }, (_, i) => ({
    start: i,
    end: i + 1,
    kind: 'caption' as const,
  }));
  const article = { furniture } as unknown as ArticleRow['article'];
  return {
    article,
    ...own,
    state: 'new',
    seen: 0,
    unsure: 0,
    openThreads: 0,
    documentLabels: [],
    others,
  };
}

const ROWS = [
  row(
    { counts: { claim: 2, threat: 1 }, relations: 1 },
    [{ counts: { claim: 3 }, relations: 2 }],
    2,
  ),
  row({ counts: {}, relations: 0 }, [{ counts: { threat: 1 }, relations: 0 }], 1),
  row({ counts: { claim: 0 }, relations: 0 }, [], 0),
];

describe('what an export would write', () => {
  it('counts one’s own layers', () => {
    expect(exportScope(ROWS, 'mine', 'jsonl')).toEqual({
      articles: 3,
      annotations: 3,
      relations: 1,
      byLabel: { claim: 2, threat: 1 },
      losses: [],
    });
  });

  it('counts everybody’s', () => {
    const scope = exportScope(ROWS, 'all', 'jsonl');
    expect(scope).toMatchObject({ annotations: 7, relations: 3 });
    expect(scope.byLabel).toEqual({ claim: 5, threat: 2 });
  });

  it.each(['mine', 'all'] as const)('says what a table of %s cannot hold', (whose) => {
    const losses = exportScope(ROWS, whose, 'csv').losses.map(({ what, count }) => [what, count]);
    expect(losses).toEqual([
      ['transfer.relations', whose === 'mine' ? 1 : 3],
      ['transfer.bareArticles', whose === 'mine' ? 2 : 1],
      ['transfer.furniturePieces', 3],
    ]);
  });
});
