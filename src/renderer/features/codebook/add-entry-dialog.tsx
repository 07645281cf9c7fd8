import { useId, useState } from 'react';
import { type EntryList, editDraft, showEntry } from '../../state/codebook.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { t } from '../../words/words.ts';
import styles from './codebook-page.module.css';
import { addEntry } from './draft-edits.ts';
import { ENTRY_WORDS } from './sections.ts';

/** Asks what a new entry is called. Its id is made of the name and stays. */
export function AddEntryDialog(props: { readonly list: EntryList; readonly onClose: () => void }) {
  const { list, onClose } = props;
  const [name, setName] = useState('');
  const id = useId();
  const add = (): void => {
    const wanted = name.trim();
    if (wanted === '') return;
    let made = '';
    editDraft('', (content) => {
      const added = addEntry(content, list, wanted);
      made = added.id;
      return added.content;
    });
    showEntry(list, made);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(ENTRY_WORDS[list].fresh)}
      width="narrow"
      onMain={add}
      footer={
        <>
          <Button onClick={onClose}>{t('codebook.cancel')}</Button>
          <Button look="primary" disabled={name.trim() === ''} onClick={add}>
            {t('codebook.addToDraft')}
          </Button>
        </>
      }
    >
      <div className={styles['ask']}>
        <label htmlFor={id}>{t(list === 'rules' ? 'codebook.ruleTitle' : 'codebook.name')}</label>
        <TextInput
          id={id}
          value={name}
          dir="auto"
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // The focus goes back to the button that opened this: it is not to be pressed by the same key.
            event.preventDefault();
            add();
          }}
        />
        <p>{t('codebook.nothingBefore')}</p>
      </div>
    </Dialog>
  );
}
