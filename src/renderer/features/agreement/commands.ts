import { compare, useAgreement } from '../../state/agreement.ts';
import { inBackground } from '../../state/background.ts';
import { type Command, IN_PROJECT } from '../../state/commands.ts';
import { useProject } from '../../state/project.ts';
import { goTo, useView } from '../../state/view.ts';
import { t } from '../../words/words.ts';
import { closeList } from './close-list.ts';

const hasProject = (): boolean => useProject.getState().project !== undefined;
const isOpen = (): boolean => hasProject() && useView.getState().place === 'agreement';

/** What shows and renews the agreement of a team. */
export const agreementCommands: readonly Command[] = [
  {
    id: 'agreement.show',
    get title() {
      return t('commands.goAgreement');
    },
    get group() {
      return t('commands.groupAgreement');
    },
    where: IN_PROJECT,
    keys: ['$mod+Shift+a'],
    enabled: () => hasProject() && !isOpen(),
    run: () => goTo('agreement'),
  },
  {
    id: 'agreement.compare',
    get title() {
      return t('commands.compareAgain');
    },
    get group() {
      return t('commands.groupAgreement');
    },
    where: ['agreement'],
    keys: [],
    enabled: isOpen,
    run: () => inBackground(compare()),
  },
  {
    id: 'agreement.close',
    get title() {
      return t('commands.closeBehind');
    },
    get group() {
      return t('commands.groupAgreement');
    },
    where: ['agreement'],
    keys: ['Escape'],
    enabled: () => isOpen() && useAgreement.getState().list !== undefined,
    run: closeList,
  },
];
