import { LAYER_STATES } from '../../../core/model/layer-document.ts';
import type { Command } from '../../state/commands.ts';
import { useProject } from '../../state/project.ts';
import { openDialog, useView } from '../../state/view.ts';
import { FILTER_ID } from './articles-pane.tsx';
import { exportChosen, markChosen, removeChosen } from './bulk-actions.ts';
import type { Sorting } from './list-order.ts';
import { sortBy } from './list-view.ts';
import { clearSelection, selectAll, useSelection } from './selection.ts';
import { SORTINGS } from './sortings.ts';
import { STATE_NAMES } from './state-names.ts';
import { neighbour, stepArticle } from './step.ts';

const GROUP = 'Articles';

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
  title: string,
  enabled: () => boolean,
  run: () => void,
  keys: readonly string[] = [],
): Command {
  return { id, title, group: GROUP, where: ['articles'], keys, enabled, run };
}

function focusFilter(): void {
  useView.setState({ articlesPane: true });
  requestAnimationFrame(() => {
    const field = document.getElementById(FILTER_ID);
    if (field instanceof HTMLInputElement) field.select();
  });
}

function sortCommand({ value, name }: { readonly value: Sorting; readonly name: string }): Command {
  const title = `Sort articles: ${name.toLowerCase()}`;
  return command(`articles.sort.${value}`, title, onDesk, () => sortBy(value));
}

/** What can be done with the list of articles. */
export const libraryCommands: readonly Command[] = [
  command(
    'article.next',
    'Next article',
    () => onDesk() && neighbour(1) !== undefined,
    () => stepArticle(1),
    ['n'],
  ),
  command(
    'article.previous',
    'Previous article',
    () => onDesk() && neighbour(-1) !== undefined,
    () => stepArticle(-1),
    ['p'],
  ),
  command('articles.filter', 'Filter articles', onDesk, focusFilter, ['$mod+l']),
  ...SORTINGS.map(sortCommand),
  command('articles.selectAll', 'Select all articles in the list', onDesk, selectAll),
  command('articles.selectNone', 'Let go of the selected articles', hasSelection, clearSelection),
  command('articles.tag', 'Tag articles…', canChange, () => openDialog('tag')),
  command('articles.assign', 'Assign articles…', canChange, () => openDialog('assign')),
  ...LAYER_STATES.map((state) =>
    command(
      `articles.mark.${state}`,
      `Mark articles as ${STATE_NAMES[state].toLowerCase()}`,
      canChange,
      () => markChosen(state),
    ),
  ),
  command('articles.export', 'Export the selected articles…', hasSelection, exportChosen),
  command('article.remove', 'Remove articles', canChange, removeChosen),
];
