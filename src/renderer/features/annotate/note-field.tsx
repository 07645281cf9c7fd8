import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { Annotation } from '../../../core/model/annotation.ts';
import { holdSaved } from '../../state/desk.ts';
import { TextArea } from '../../ui/text-input.tsx';
import { t } from '../../words/words.ts';
import styles from './annotation-details.module.css';
import { deskText } from './desk-text.ts';
import { changeNote } from './edits.ts';

/** A pause this long, in milliseconds, saves what was typed so far. */
const PAUSE = 700;

/** Props of {@link NoteBox}. */
export interface NoteBoxProps {
  readonly note: string;
  readonly readOnly: boolean;
  /** Stands beside the heading. */
  readonly hint: string;
  readonly onSave: (note: string) => void;
}

/** The note on an annotation. */
export function NoteField(props: { readonly annotation: Annotation; readonly readOnly: boolean }) {
  const { annotation, readOnly } = props;
  return (
    <NoteBox
      note={annotation.note}
      readOnly={readOnly}
      hint={t('annotate.notCounted')}
      onSave={(note) => changeNote(annotation, note)}
    />
  );
}

/**
 * A note. What is typed is saved after a short pause and when the field is left; `Ctrl Enter` leaves
 * it, `Esc` takes back what was typed. What it is on must not change while it is in the page.
 */
export function NoteBox({ note, readOnly, hint, onSave }: NoteBoxProps) {
  const id = useId();
  /** What is being typed; nothing while the field is at rest. */
  const [typed, setTyped] = useState<string>();
  const unsaved = useRef({ onSave, typed });
  useEffect(() => {
    unsaved.current = { onSave, typed };
  });

  const save = useCallback(() => {
    const { onSave: keep, typed: words } = unsaved.current;
    if (words === undefined) return;
    unsaved.current = { onSave: keep, typed: undefined };
    keep(words);
    setTyped(undefined);
  }, []);
  useEffect(() => {
    if (typed === undefined) return undefined;
    const timer = window.setTimeout(save, PAUSE);
    return () => window.clearTimeout(timer);
  }, [typed, save]);
  // Nothing is called saved while words stand in the field that are not.
  const typing = typed !== undefined;
  useEffect(() => (typing ? holdSaved() : undefined), [typing]);
  // What the note is on may give way to something else while one types.
  useEffect(() => save, [save]);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      unsaved.current = { onSave, typed: undefined };
      setTyped(undefined);
      deskText()?.focus();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
      deskText()?.focus();
    }
  }

  return (
    <div className={styles['group']}>
      <div className={styles['noteHead']}>
        <label className={styles['heading']} htmlFor={id}>
          {t('annotate.note')}
        </label>
        <span id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </span>
      </div>
      <TextArea
        id={id}
        dir="auto"
        aria-describedby={`${id}-hint`}
        className={styles['note']}
        placeholder={t('annotate.noteHint')}
        readOnly={readOnly}
        value={typed ?? note}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={save}
      />
    </div>
  );
}
