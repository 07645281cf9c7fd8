import { inBackground } from '../../state/background.ts';
import { type Command, IN_PROJECT } from '../../state/commands.ts';
import { useHitChanges } from '../../state/hit-changes.ts';
import { useProject } from '../../state/project.ts';
import { rebuildIndex, stopSearch, useSearch } from '../../state/searching.ts';
import { goTo, useView } from '../../state/view.ts';
import { focusQuery } from './query-focus.ts';

const GROUP = 'Search';

const hasProject = (): boolean => useProject.getState().project !== undefined;
const isOpen = (): boolean => hasProject() && useView.getState().place === 'search';
const isSearching = (): boolean => useSearch.getState().progress?.done === false;

/** What searches the whole project. */
export const searchCommands: readonly Command[] = [
  {
    id: 'search.show',
    title: 'Search all articles',
    group: GROUP,
    where: IN_PROJECT,
    keys: ['/', '$mod+Shift+f'],
    enabled: hasProject,
    run() {
      goTo('search');
      focusQuery();
    },
  },
  {
    id: 'search.stop',
    title: 'Stop the search',
    group: GROUP,
    where: ['search'],
    keys: ['Escape'],
    enabled: () => isOpen() && isSearching() && useHitChanges.getState().action === undefined,
    run: () => inBackground(stopSearch()),
  },
  {
    id: 'search.rebuild',
    title: 'Rebuild the search index',
    group: GROUP,
    where: IN_PROJECT,
    keys: [],
    enabled: hasProject,
    run() {
      goTo('search');
      inBackground(rebuildIndex());
    },
  },
];
