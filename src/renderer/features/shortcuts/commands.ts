import { inBackground } from '../../state/background.ts';
import { ANYWHERE, type Command } from '../../state/commands.ts';
import { openDialog } from '../../state/view.ts';
import { t } from '../../words/words.ts';
import { printKeys, saveKeysAsHtml, saveKeysAsPdf } from './key-paper.ts';

function keyCommand(
  id: 'open' | 'change' | 'print' | 'pdf' | 'html',
  run: () => void,
  keys: readonly string[] = [],
): Command {
  return {
    id: `keys.${id}`,
    get title() {
      return t(`keys.${id}`);
    },
    get group() {
      return t('commands.groupWindow');
    },
    where: ANYWHERE,
    keys,
    enabled: () => true,
    run,
  };
}

/** What shows, changes and prints the keys. */
export const shortcutsCommands: readonly Command[] = [
  keyCommand('open', () => openDialog('keys'), ['?']),
  keyCommand('change', () => openDialog('shortcuts'), ['$mod+Shift+k']),
  keyCommand('print', () => inBackground(printKeys())),
  keyCommand('pdf', () => inBackground(saveKeysAsPdf())),
  keyCommand('html', () => inBackground(saveKeysAsHtml())),
];
