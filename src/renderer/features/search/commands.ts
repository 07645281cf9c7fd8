import { inBackground } from '../../state/background.ts';
import { type Command, IN_PROJECT } from '../../state/commands.ts';
import { useHitChanges } from '../../state/hit-changes.ts';
import { useProject } from '../../state/project.ts';
import { rebuildIndex, stopSearch, useSearch } from '../../state/searching.ts';
import { goTo, useView } from '../../state/view.ts';
import { t } from '../../words/words.ts';
import { focusQuery } from './query-focus.ts';

const hasProject = (): boolean => useProject.getState().project !== undefined;
const isOpen = (): boolean => hasProject() && useView.getState().place === 'search';
const isSearching = (): boolean => useSearch.getState().progress?.done === false;

/** What searches the whole project. */
export const searchCommands: readonly Command[] = [
  {
    id: 'search.show',
    get title() {
      return t('commands.searchAll');
    },
    get group() {
      return t('commands.groupSearch');
    },
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
    get title() {
      return t('commands.stopSearch');
    },
    get group() {
      return t('commands.groupSearch');
    },
    where: ['search'],
    keys: ['Escape'],
    enabled: () => isOpen() && isSearching() && useHitChanges.getState().action === undefined,
    run: () => inBackground(stopSearch()),
  },
  {
    id: 'search.rebuild',
    get title() {
      return t('commands.rebuildIndex');
    },
    get group() {
      return t('commands.groupSearch');
    },
    where: IN_PROJECT,
    keys: [],
    enabled: hasProject,
    run() {
      goTo('search');
      inBackground(rebuildIndex());
    },
  },
];
