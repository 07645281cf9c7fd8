import { documentLabelsIn, type Label } from '../../../core/model/codebook.ts';
import { attributeNames } from '../../../core/statistics/names.ts';
import type { ArticleCount, Report } from '../../../core/statistics/report.ts';
import { labelsInUse, type Names } from '../../../core/statistics/table.ts';
import type { ArticleRow, ProjectView } from '../../state/project.ts';
import type { Statistics } from '../../state/statistics.ts';
import { t } from '../../words/words.ts';
import type { LabelLook } from './picture.ts';

/** Everything a chart is made from. */
export interface ChartData {
  readonly report: Report;
  /** The articles with most annotations per 1,000 words. */
  readonly densest: readonly ArticleCount[];
  readonly looks: readonly LabelLook[];
  readonly names: Names;
  /** Analyst id of the person at the desk. */
  readonly me: string;
}

/** How a label looks that annotations name but the codebook does not have (any more). */
function unknownLook(id: string): LabelLook {
  return { id, name: id, letter: '?', hue: 'grey', pattern: 'dotted' };
}

/** Puts numbers and names together. */
export function chartData(
  statistics: Statistics,
  project: ProjectView,
  labels: readonly Label[],
  rows: readonly ArticleRow[],
): ChartData {
  const analysts = new Map(project.analysts.map(({ id, name }) => [id, name]));
  const titles = new Map(rows.map(({ article }) => [article.id, article.title]));
  const looks = labelsInUse(statistics.report, labels).map(
    ({ id }) => labels.find((label) => label.id === id) ?? unknownLook(id),
  );
  return {
    ...statistics,
    looks,
    me: project.me.id,
    names: {
      labels,
      documentLabels: documentLabelsIn(project.codebook.labels),
      ...attributeNames(project.codebook.attributes),
      analyst: (id) => analysts.get(id) ?? id,
      article: (id) => {
        const title = titles.get(id) ?? id;
        return title === '' ? t('statistics.untitled') : title;
      },
    },
  };
}

/** The labels that there is something of. */
export function usedLooks({ report, looks }: ChartData): readonly LabelLook[] {
  return looks.filter(({ id }) => (report.byLabel[id] ?? 0) > 0);
}
