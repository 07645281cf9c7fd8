import { type Command, IN_PROJECT } from '../../state/commands.ts';
import { openTakeIn } from '../../state/handover.ts';
import { useProject } from '../../state/project.ts';
import { openDialog } from '../../state/view.ts';
import { t } from '../../words/words.ts';

const writable = (): boolean => useProject.getState().project?.readOnly === false;

/** What carries work to colleagues and brings theirs in. */
export const handoverCommands: readonly Command[] = [
  {
    id: 'bundle.handOver',
    get title() {
      return t('handover.handOverCommand');
    },
    get group() {
      return t('handover.group');
    },
    where: IN_PROJECT,
    keys: [],
    enabled: writable,
    run: () => openDialog('hand-over'),
  },
  {
    id: 'bundle.takeIn',
    get title() {
      return t('handover.takeInCommand');
    },
    get group() {
      return t('handover.group');
    },
    where: IN_PROJECT,
    keys: [],
    enabled: writable,
    run: openTakeIn,
  },
];
