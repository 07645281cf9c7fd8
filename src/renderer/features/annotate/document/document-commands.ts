import { flushSync } from 'react-dom';
import type { Command } from '../../../state/commands.ts';
import { select, useProject } from '../../../state/project.ts';
import { showDetailsPane, useView } from '../../../state/view.ts';
import { t } from '../../../words/words.ts';

/** Goes to the labels of the article; to its note where the codebook has no labels for articles. */
function goToRemarks(): void {
  flushSync(() => {
    select(undefined);
    showDetailsPane(true);
  });
  document
    .querySelector<HTMLElement>(
      '[data-article-remarks] [data-attribute], [data-article-remarks] textarea',
    )
    ?.focus();
}

/** What is said of whole articles. */
export const documentCommands: readonly Command[] = [
  {
    id: 'article.remarks',
    get title() {
      return t('remarks.remarksCommand');
    },
    get group() {
      return t('remarks.groupArticles');
    },
    keys: ['d'],
    where: ['articles'],
    enabled: () =>
      useView.getState().place === 'articles' && useProject.getState().article !== undefined,
    run: goToRemarks,
  },
];
