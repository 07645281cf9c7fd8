import type { Command } from '../../../state/commands.ts';
import { useProject } from '../../../state/project.ts';
import { useView } from '../../../state/view.ts';
import { t } from '../../../words/words.ts';
import { goToRemarks } from './go-to-remarks.ts';

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
    run: () => goToRemarks(),
  },
];
