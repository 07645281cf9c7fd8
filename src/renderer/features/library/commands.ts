import { LAYER_STATES } from '../../../core/model/layer-document.ts';
import type { Command } from '../../state/commands.ts';
import { useProject } from '../../state/project.ts';
import { openDialog, useView } from '../../state/view.ts';
import { t } from '../../words/words.ts';
import { FILTER_ID } from './articles-pane.tsx';
import { exportChosen, markChosen, removeChosen } from './bulk-actions.ts';
import { sortBy } from './list-view.ts';
import { clearSelection, selectAll, useSelection } from './selection.ts';
import { SORTINGS } from './sortings.ts';
import { stateName } from './state-names.ts';
import { neighbour, stepArticle } from './step.ts';

function onDesk(): boolean {
  return useProject.getState().rows.length > 0 && useView.getState().place === 'articles';
}

function hasSelection(): boolean {
  return onDesk() && useSelection.getState().ids.size > 0;
}

/** Something can be done: articles are selected, or one is on the desk, and it may be written. */
function canChange(): boolean {
  const { articleId, project } = useProject.getState();
  return project?.readOnly === false && (hasSelection() || (onDesk() && articleId !== undefined));
}

function command(
  id: string,
  title: () => string,
  enabled: () => boolean,
  run: () => void,
  keys: readonly string[] = [],
): Command {
  return {
    id,
    get title() {
      return title();
    },
    get group() {
      return t('library.group');
    },
    where: ['articles'],
    keys,
    enabled,
    run,
  };
}

function focusFilter(): void {
  useView.setState({ articlesPane: true });
  requestAnimationFrame(() => {
    const field = document.getElementById(FILTER_ID);
    if (field instanceof HTMLInputElement) field.select();
  });
}

function sortCommand({ value, name }: (typeof SORTINGS)[number]): Command {
  const title = (): string => t('library.sortCommand', { name: t(name).toLowerCase() });
  return command(`articles.sort.${value}`, title, onDesk, () => sortBy(value));
}

/** What can be done with the list of articles. */
export const libraryCommands: readonly Command[] = [
  command(
    'article.next',
    () => t('library.next'),
    () => onDesk() && neighbour(1) !== undefined,
    () => stepArticle(1),
    ['n'],
  ),
  command(
    'article.previous',
    () => t('library.previous'),
    () => onDesk() && neighbour(-1) !== undefined,
    () => stepArticle(-1),
    ['p'],
  ),
  command('articles.filter', () => t('library.filter'), onDesk, focusFilter, ['$mod+l']),
  ...SORTINGS.map(sortCommand),
  command('articles.selectAll', () => t('library.selectAll'), onDesk, selectAll),
  command('articles.selectNone', () => t('library.selectNone'), hasSelection, clearSelection),
  command(
    'articles.tag',
    () => t('library.tagCommand'),
    canChange,
    () => openDialog('tag'),
  ),
  command(
    'articles.assign',
    () => t('library.assignCommand'),
    canChange,
    () => openDialog('assign'),
  ),
  ...LAYER_STATES.map((state) =>
    command(
      `articles.mark.${state}`,
      () => t('library.markCommand', { state: stateName(state).toLowerCase() }),
      canChange,
      () => markChosen(state),
    ),
  ),
  command('articles.export', () => t('library.exportCommand'), hasSelection, exportChosen),
  command('article.remove', () => t('library.removeCommand'), canChange, removeChosen),
];
