import type { Command } from '../../state/commands.ts';
import { useProject } from '../../state/project.ts';
import { useView } from '../../state/view.ts';
import { FILTER_ID } from './articles-pane.tsx';
import { changeListView, type Sorting } from './list-view.ts';
import { removeOpenArticle } from './remove-article.ts';
import { neighbour, stepArticle } from './step.ts';

const GROUP = 'Articles';

function onDesk(): boolean {
  return useProject.getState().rows.length > 0 && useView.getState().place === 'articles';
}

function sortCommand(sorting: Sorting, title: string): Command {
  return {
    id: `articles.sort.${sorting}`,
    title,
    group: GROUP,
    keys: [],
    enabled: onDesk,
    run: () => changeListView({ sorting }),
  };
}

/** What can be done with the list of articles. */
export const libraryCommands: readonly Command[] = [
  {
    id: 'article.next',
    title: 'Next article',
    group: GROUP,
    keys: ['n'],
    enabled: () => onDesk() && neighbour(1) !== undefined,
    run: () => stepArticle(1),
  },
  {
    id: 'article.previous',
    title: 'Previous article',
    group: GROUP,
    keys: ['p'],
    enabled: () => onDesk() && neighbour(-1) !== undefined,
    run: () => stepArticle(-1),
  },
  {
    id: 'articles.filter',
    title: 'Filter articles',
    group: GROUP,
    keys: ['/', 'Shift+/'],
    enabled: onDesk,
    run: () => {
      useView.setState({ articlesPane: true });
      requestAnimationFrame(() => {
        const field = document.getElementById(FILTER_ID);
        if (field instanceof HTMLInputElement) field.select();
      });
    },
  },
  sortCommand('added', 'Sort articles by order added'),
  sortCommand('title', 'Sort articles by title'),
  sortCommand('date', 'Sort articles by date'),
  {
    id: 'article.remove',
    title: 'Remove this article',
    group: GROUP,
    keys: [],
    enabled: () => onDesk() && useProject.getState().articleId !== undefined,
    run: removeOpenArticle,
  },
];
