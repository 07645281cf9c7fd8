import type { Command } from '../../state/commands.ts';
import { useProject } from '../../state/project.ts';
import { useView } from '../../state/view.ts';
import { t } from '../../words/words.ts';
import { isSubmitted, submit, takeBack } from './submit.ts';

const onDesk = (): boolean =>
  useView.getState().place === 'articles' && useProject.getState().article !== undefined;

/** Submitting the open article, and taking that back. */
export const submitCommands: readonly Command[] = [
  {
    id: 'article.submit',
    get title() {
      return t('annotate.submit');
    },
    get group() {
      return t('annotate.groupArticles');
    },
    where: ['articles'],
    keys: ['$mod+Shift+Enter'],
    enabled: () => onDesk() && !isSubmitted(),
    run: submit,
  },
  {
    id: 'article.takeBack',
    get title() {
      return t('annotate.takeBackCommand');
    },
    get group() {
      return t('annotate.groupArticles');
    },
    where: ['articles'],
    keys: ['$mod+Shift+Backspace'],
    enabled: () => onDesk() && isSubmitted() && useProject.getState().project?.readOnly !== true,
    run: takeBack,
  },
];
