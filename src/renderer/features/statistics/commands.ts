import { inBackground } from '../../state/background.ts';
import { type Command, IN_PROJECT } from '../../state/commands.ts';
import { useProject } from '../../state/project.ts';
import { count, useStatistics } from '../../state/statistics.ts';
import { goTo, useView } from '../../state/view.ts';
import { t } from '../../words/words.ts';
import { closeList } from './close-list.ts';

const hasProject = (): boolean => useProject.getState().project !== undefined;
const isOpen = (): boolean => hasProject() && useView.getState().place === 'statistics';

/** What shows and renews the statistics. */
export const statisticsCommands: readonly Command[] = [
  {
    id: 'statistics.show',
    get title() {
      return t('commands.goStatistics');
    },
    get group() {
      return t('commands.groupStatistics');
    },
    where: IN_PROJECT,
    keys: ['$mod+Shift+s'],
    enabled: () => hasProject() && !isOpen(),
    run: () => goTo('statistics'),
  },
  {
    id: 'statistics.count',
    get title() {
      return t('commands.countAgain');
    },
    get group() {
      return t('commands.groupStatistics');
    },
    where: ['statistics'],
    keys: [],
    enabled: isOpen,
    run: () => inBackground(count()),
  },
  {
    id: 'statistics.close',
    get title() {
      return t('commands.closeBehind');
    },
    get group() {
      return t('commands.groupStatistics');
    },
    where: ['statistics'],
    keys: ['Escape'],
    enabled: () => isOpen() && useStatistics.getState().list !== undefined,
    run: closeList,
  },
];
