import { ClipboardPaste, FilePlus, FolderPlus } from 'lucide-react';
import { runCommand } from '../../state/commands.ts';
import { Button } from '../../ui/button.tsx';
import { t } from '../../words/words.ts';

/** The ways to bring articles in, apart from dropping them. */
export function BringButtons() {
  return (
    <>
      <Button
        look="primary"
        icon={FilePlus}
        command="import.files"
        onClick={() => runCommand('import.files')}
      >
        {t('transfer.chooseFiles')}
      </Button>
      <Button icon={FolderPlus} onClick={() => runCommand('import.folder')}>
        {t('transfer.chooseFolder')}
      </Button>
      <Button icon={ClipboardPaste} keys="$mod+v" onClick={() => runCommand('import.paste')}>
        {t('transfer.pasteText')}
      </Button>
    </>
  );
}
