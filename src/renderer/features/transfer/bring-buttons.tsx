import { ClipboardPaste, FilePlus, FolderPlus } from 'lucide-react';
import { runCommand } from '../../state/commands.ts';
import { Button } from '../../ui/button.tsx';

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
        Choose files
      </Button>
      <Button icon={FolderPlus} onClick={() => runCommand('import.folder')}>
        Choose a folder
      </Button>
      <Button icon={ClipboardPaste} keys="$mod+v" onClick={() => runCommand('import.paste')}>
        Paste text
      </Button>
    </>
  );
}
