import { inBackground } from '../../state/background.ts';
import { type Command, IN_PROJECT } from '../../state/commands.ts';
import { useProject } from '../../state/project.ts';
import { count, useStatistics } from '../../state/statistics.ts';
import { goTo, useView } from '../../state/view.ts';
import { closeList } from './close-list.ts';

const GROUP = 'Statistics';

const hasProject = (): boolean => useProject.getState().project !== undefined;
const isOpen = (): boolean => hasProject() && useView.getState().place === 'statistics';

/** What shows and renews the statistics. */
export const statisticsCommands: readonly Command[] = [
  {
    id: 'statistics.show',
    title: 'Go to statistics',
    group: GROUP,
    where: IN_PROJECT,
    keys: ['$mod+Shift+s'],
    enabled: () => hasProject() && !isOpen(),
    run: () => goTo('statistics'),
  },
  {
    id: 'statistics.count',
    title: 'Count again',
    group: GROUP,
    where: ['statistics'],
    keys: [],
    enabled: isOpen,
    run: () => inBackground(count()),
  },
  {
    id: 'statistics.close',
    title: 'Close the list behind a number',
    group: GROUP,
    where: ['statistics'],
    keys: ['Escape'],
    enabled: () => isOpen() && useStatistics.getState().list !== undefined,
    run: closeList,
  },
];
