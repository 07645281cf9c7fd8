import type { Analyst } from '../../../core/model/analyst.ts';
import type { ArticleRow, ProjectView } from '../../state/project.ts';
import { listWords } from '../../words/amounts.ts';
import { t } from '../../words/words.ts';

/** How often something is in use, and by whom. */
export interface Use {
  readonly count: number;
  readonly articles: number;
  /** Analyst id → count. */
  readonly byAnalyst: Readonly<Record<string, number>>;
}

/** How often a label is in use: one's own layers as they are, the others' as they were read. */
export function labelUse(
  label: string,
  project: Pick<ProjectView, 'me' | 'articles'> | undefined,
  rows: readonly ArticleRow[],
): Use {
  const byAnalyst: Record<string, number> = {};
  let articles = 0;
  const others = new Map(project?.articles.map(({ id, counts }) => [id, counts] as const));
  for (const { article, counts } of rows) {
    const inArticle = { ...others.get(article.id), [project?.me.id ?? '']: counts };
    let used = false;
    for (const [analyst, byLabel] of Object.entries(inArticle)) {
      const count = byLabel[label] ?? 0;
      if (count === 0) continue;
      used = true;
      byAnalyst[analyst] = (byAnalyst[analyst] ?? 0) + count;
    }
    if (used) articles += 1;
  }
  const count = Object.values(byAnalyst).reduce((sum, one) => sum + one, 0);
  return { count, articles, byAnalyst };
}

/** “Lena Moor 12, Jonas Falk 3”. */
export function analystWords(
  byAnalyst: Readonly<Record<string, number>>,
  analysts: readonly Analyst[],
): string {
  const nameOf = (id: string): string => analysts.find((one) => one.id === id)?.name ?? id;
  return listWords(
    Object.entries(byAnalyst)
      .toSorted((a, b) => b[1] - a[1])
      .map(([id, uses]) => t('publishing.analystUse', { name: nameOf(id), uses })),
  );
}
