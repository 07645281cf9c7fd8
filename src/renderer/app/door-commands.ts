import { inBackground } from '../state/background.ts';
import { type Command, runCommand } from '../state/commands.ts';
import { openFolder, openSample, useSession } from '../state/session.ts';
import type { PlainKey } from '../words/catalogue.ts';
import { t } from '../words/words.ts';

const atDoor = (): boolean => {
  const { phase, busy } = useSession.getState();
  return phase === 'first-run' && !busy;
};

function door(key: string, id: string, title: PlainKey, run: () => void): Command {
  return {
    id: `door.${id}`,
    get title() {
      return t(title);
    },
    get group() {
      return t('commands.groupFirst');
    },
    where: ['door'],
    keys: [key],
    enabled: atDoor,
    run,
  };
}

/** The three doors of the first page, by their numbers. */
export const doorCommands: readonly Command[] = [
  door('1', 'sample', 'commands.openSample', () => inBackground(openSample())),
  door('2', 'import', 'commands.importArticles', () => runCommand('import.files')),
  door('3', 'open', 'commands.openAProject', () => inBackground(openFolder())),
];
