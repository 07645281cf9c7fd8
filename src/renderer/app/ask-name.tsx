import { type ReactNode, useId, useRef, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { t } from '../words/words.ts';
import styles from './ask-name.module.css';

/** The longest name the border passes. */
const LONGEST = 120;

/** Props of {@link AskName}. */
export interface AskNameProps {
  readonly title: string;
  readonly label: string;
  readonly words: string;
  /** A verb: what pressing it does. */
  readonly button: string;
  readonly initial: string;
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
}

/** A small dialog that asks for one name. */
export function AskName(props: AskNameProps) {
  const { title, label, words, button, initial, onName, onCancel, children } = props;
  const [name, setName] = useState(initial);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const usable = name.trim() !== '';
  const done = (): void => {
    if (usable) onName(name.trim());
  };
  return (
    <Dialog
      open
      title={title}
      width="narrow"
      onClose={onCancel}
      onMain={done}
      initialFocus={input}
      footer={
        <>
          <Button onClick={onCancel}>{t('app.cancel')}</Button>
          <Button look="primary" keys="Enter" disabled={!usable} onClick={done}>
            {button}
          </Button>
        </>
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          done();
        }}
      >
        <label htmlFor={id} className={styles['label']}>
          {label}
        </label>
        <TextInput
          id={id}
          ref={input}
          value={name}
          maxLength={LONGEST}
          aria-describedby={`${id}-words`}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setName(event.target.value)}
        />
        <p id={`${id}-words`} className={styles['words']}>
          {words}
        </p>
        {children}
      </form>
    </Dialog>
  );
}
