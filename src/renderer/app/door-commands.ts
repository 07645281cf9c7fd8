import { inBackground } from '../state/background.ts';
import { type Command, runCommand } from '../state/commands.ts';
import { openFolder, openSample, useSession } from '../state/session.ts';

const atDoor = (): boolean => {
  const { phase, busy } = useSession.getState();
  return phase === 'first-run' && !busy;
};

function door(key: string, id: string, title: string, run: () => void): Command {
  return {
    id: `door.${id}`,
    title,
    group: 'First page',
    where: ['door'],
    keys: [key],
    enabled: atDoor,
    run,
  };
}

/** The three doors of the first page, by their numbers. */
export const doorCommands: readonly Command[] = [
  door('1', 'sample', 'Open the sample', () => inBackground(openSample())),
  door('2', 'import', 'Import articles', () => runCommand('import.files')),
  door('3', 'open', 'Open a project', () => inBackground(openFolder())),
];
