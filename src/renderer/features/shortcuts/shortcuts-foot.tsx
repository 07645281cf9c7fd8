import { useState } from 'react';
import { inBackground } from '../../state/background.ts';
import { exportKeys, importKeys } from '../../state/key-files.ts';
import { useSettings } from '../../state/settings.ts';
import { closeDialog } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { t } from '../../words/words.ts';
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
          {t('shortcuts.getBack', { count })}
        </p>
        <Button onClick={() => setAsking(false)}>{t('shortcuts.keepMine')}</Button>
        <Button
          look="primary"
          onClick={() => {
            resetAllKeys();
            setAsking(false);
          }}
        >
          {t('shortcuts.resetAll')}
        </Button>
      </>
    );
  }
  return (
    <>
      <Button look="quiet" onClick={() => inBackground(importKeys(isFree))}>
        {t('shortcuts.import')}
      </Button>
      <Button look="quiet" disabled={count === 0} onClick={() => inBackground(exportKeys())}>
        {t('shortcuts.export')}
      </Button>
      <Button look="quiet" disabled={count === 0} onClick={() => setAsking(true)}>
        {t('shortcuts.resetAllAsk')}
      </Button>
      <span className={styles['space']} />
      <Button look="primary" keys="$mod+Enter" onClick={closeDialog}>
        {t('shortcuts.done')}
      </Button>
    </>
  );
}
