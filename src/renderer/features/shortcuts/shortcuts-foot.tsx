import { useState } from 'react';
import { inBackground } from '../../state/background.ts';
import { exportKeys, importKeys } from '../../state/key-files.ts';
import { useSettings } from '../../state/settings.ts';
import { closeDialog } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { changedCommands, isFree, resetAllKeys } from './key-edit.ts';
import styles from './shortcuts.module.css';

/** Keys as a file, all of them as shipped, and done. */
export function ShortcutsFoot() {
  const [asking, setAsking] = useState(false);
  useSettings((state) => state.keys);
  const count = changedCommands().length;
  if (asking) {
    return (
      <>
        <p className={styles['ask']} role="alert">
          {count === 1
            ? 'One command gets its own keys back.'
            : `${String(count)} commands get their own keys back.`}
        </p>
        <Button onClick={() => setAsking(false)}>Keep mine</Button>
        <Button
          look="primary"
          onClick={() => {
            resetAllKeys();
            setAsking(false);
          }}
        >
          Reset all
        </Button>
      </>
    );
  }
  return (
    <>
      <Button look="quiet" onClick={() => inBackground(importKeys(isFree))}>
        Import…
      </Button>
      <Button look="quiet" disabled={count === 0} onClick={() => inBackground(exportKeys())}>
        Export…
      </Button>
      <Button look="quiet" disabled={count === 0} onClick={() => setAsking(true)}>
        Reset all…
      </Button>
      <span className={styles['space']} />
      <Button look="primary" keys="$mod+Enter" onClick={closeDialog}>
        Done
      </Button>
    </>
  );
}
