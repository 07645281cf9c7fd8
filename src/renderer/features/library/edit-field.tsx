import { type KeyboardEvent, useEffect, useState } from 'react';
import { holdSaved } from '../../state/desk.ts';
import { Field } from '../../ui/field.tsx';
import { TextArea, TextInput } from '../../ui/text-input.tsx';
import { t } from '../../words/words.ts';
import styles from './edit-field.module.css';

/** Props of {@link EditField}. */
export interface EditFieldProps {
  readonly label: string;
  readonly value: string;
  readonly readOnly: boolean;
  /** Words from an article are set in serif. */
  readonly words?: boolean;
  readonly lines?: boolean;
  /** How the value reads, where that is not how it is kept; `parse` takes it back. */
  readonly show?: (value: string) => string;
  readonly parse?: (shown: string) => string;
  /** Called once, when the field is left or Enter is pressed, and only where it changed. */
  readonly onSave: (value: string) => void;
}

function asItIs(value: string): string {
  return value;
}

/** A field at rest until it is pointed at; `Esc` takes back what was typed. */
export function EditField(props: EditFieldProps) {
  const { label, readOnly, words = false, lines = false, onSave } = props;
  const { show = asItIs, parse = asItIs } = props;
  const value = show(props.value);
  /** What is being typed; nothing while the field is at rest. */
  const [typing, setTyping] = useState<string | undefined>(undefined);
  const typed = typing ?? value;
  // Nothing is called saved while words stand in the field that are not.
  const unsaved = typing !== undefined && typing !== value;
  useEffect(() => (unsaved ? holdSaved() : undefined), [unsaved]);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      setTyping(undefined);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      event.currentTarget.blur();
    }
  }

  const Input = lines ? TextArea : TextInput;
  return (
    <Field label={label}>
      {(id) => (
        <Input
          id={id}
          dir="auto"
          words={words}
          className={styles['input']}
          placeholder={t('library.notKnown')}
          readOnly={readOnly}
          value={typed}
          onChange={(event: { target: { value: string } }) => setTyping(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => {
            setTyping(undefined);
            if (typed !== value) onSave(parse(typed));
          }}
        />
      )}
    </Field>
  );
}
