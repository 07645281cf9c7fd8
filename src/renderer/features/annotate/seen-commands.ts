import type { Command } from '../../state/commands.ts';
import { useProject } from '../../state/project.ts';
import { useView } from '../../state/view.ts';
import { t } from '../../words/words.ts';
import { goToSeen, markSeen, seenHere } from './seen.ts';

const onDesk = (): boolean =>
  useView.getState().place === 'articles' && useProject.getState().article !== undefined;

/** The place where one stopped reading. */
export const seenCommands: readonly Command[] = [
  {
    id: 'text.seen',
    get title() {
      return t('annotate.seenHere');
    },
    get group() {
      return t('annotate.groupReading');
    },
    where: ['articles'],
    keys: ['b'],
    enabled: onDesk,
    run: markSeen,
  },
  {
    id: 'text.goToSeen',
    get title() {
      return t('annotate.goToSeen');
    },
    get group() {
      return t('annotate.groupReading');
    },
    where: ['articles'],
    keys: ['Shift+b'],
    enabled: () => onDesk() && seenHere() > 0,
    run: goToSeen,
  },
];
