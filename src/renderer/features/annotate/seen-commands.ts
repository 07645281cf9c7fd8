import type { Command } from '../../state/commands.ts';
import { useProject } from '../../state/project.ts';
import { useView } from '../../state/view.ts';
import { goToSeen, markSeen, seenHere } from './seen.ts';

const GROUP = 'Reading';

const onDesk = (): boolean =>
  useView.getState().place === 'articles' && useProject.getState().article !== undefined;

/** The place where one stopped reading. */
export const seenCommands: readonly Command[] = [
  {
    id: 'text.seen',
    title: 'Seen to here',
    group: GROUP,
    where: ['articles'],
    keys: ['b'],
    enabled: onDesk,
    run: markSeen,
  },
  {
    id: 'text.goToSeen',
    title: 'Go to where I stopped',
    group: GROUP,
    where: ['articles'],
    keys: ['Shift+b'],
    enabled: () => onDesk() && seenHere() > 0,
    run: goToSeen,
  },
];
