import { inBackground } from '../../state/background.ts';
import { ANYWHERE, type Command } from '../../state/commands.ts';
import { openDialog } from '../../state/view.ts';
import { printKeys, saveKeysAsHtml, saveKeysAsPdf } from './key-paper.ts';

function keyCommand(id: string, title: string, run: () => void, keys: readonly string[]): Command {
  return {
    id: `keys.${id}`,
    title,
    group: 'Window',
    where: ANYWHERE,
    keys,
    enabled: () => true,
    run,
  };
}

/** What shows, changes and prints the keys. */
export const shortcutsCommands: readonly Command[] = [
  keyCommand('open', 'All keys', () => openDialog('keys'), ['?']),
  keyCommand('change', 'Keyboard shortcuts…', () => openDialog('shortcuts'), ['$mod+Shift+k']),
  keyCommand('print', 'Print all keys…', () => inBackground(printKeys()), []),
  keyCommand('pdf', 'Save all keys as PDF…', () => inBackground(saveKeysAsPdf()), []),
  keyCommand('html', 'Save all keys as HTML…', () => inBackground(saveKeysAsHtml()), []),
];
