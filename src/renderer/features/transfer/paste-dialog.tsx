import { useId, useRef, useState } from 'react';
import { bringIn } from '../../state/import-first.ts';
import { closeDialog } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { t } from '../../words/words.ts';
import styles from './paste-dialog.module.css';

/** A field for a text that is not in a file. */
export function PasteDialog() {
  const [text, setText] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const usable = text.trim() !== '';
  const go = (): void => {
    if (!usable) return;
    closeDialog();
    bringIn({ text });
  };
  return (
    <Dialog
      open
      title={t('transfer.pasteText')}
      onClose={closeDialog}
      onMain={go}
      initialFocus={area}
      footer={
        <>
          <Button onClick={closeDialog}>{t('transfer.cancel')}</Button>
          <Button look="primary" keys="$mod+Enter" disabled={!usable} onClick={go}>
            {t('transfer.preview')}
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        <label htmlFor={id} className={styles['label']}>
          {t('transfer.pasteLabel')}
        </label>
        <TextArea
          ref={area}
          id={id}
          words
          dir="auto"
          className={styles['area']}
          value={text}
          aria-describedby={`${id}-words`}
          onChange={(event) => setText(event.target.value)}
        />
        <p id={`${id}-words`} className={styles['words']}>
          {t('transfer.pasteWords')}
        </p>
      </div>
    </Dialog>
  );
}
