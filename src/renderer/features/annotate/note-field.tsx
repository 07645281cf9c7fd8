import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { Annotation } from '../../../core/model/annotation.ts';
import { holdSaved } from '../../state/desk.ts';
import { TextArea } from '../../ui/text-input.tsx';
import styles from './annotation-details.module.css';
import { deskText } from './desk-text.ts';
import { changeNote } from './edits.ts';

/** A pause this long, in milliseconds, saves what was typed so far. */
const PAUSE = 700;

/**
 * The note on an annotation. What is typed is saved after a short pause and when the field is left; `Ctrl Enter` leaves it, `Esc` takes back what was typed.
 */
export function NoteField(props: { readonly annotation: Annotation; readonly readOnly: boolean }) {
  const { annotation, readOnly } = props;
  const id = useId();
  /** What is being typed; nothing while the field is at rest. */
  const [typed, setTyped] = useState<string>();
  const unsaved = useRef<{ annotation: Annotation; typed: string | undefined }>({
    annotation,
    typed: undefined,
  });
  useEffect(() => {
    unsaved.current = { annotation, typed };
  });

  const save = useCallback(() => {
    const { annotation: on, typed: note } = unsaved.current;
    if (note === undefined) return;
    unsaved.current = { annotation: on, typed: undefined };
    changeNote(on, note);
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
  // The annotation may give way to another one while one types.
  useEffect(() => save, [save]);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      unsaved.current = { annotation, typed: undefined };
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
          Note
        </label>
        <span id={`${id}-hint`} className={styles['hint']}>
          not counted in agreement
        </span>
      </div>
      <TextArea
        id={id}
        dir="auto"
        aria-describedby={`${id}-hint`}
        className={styles['note']}
        placeholder="Why, doubts, a rule"
        readOnly={readOnly}
        value={typed ?? annotation.note}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={save}
      />
    </div>
  );
}
