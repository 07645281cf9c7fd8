import { useEffect, useId, useRef, useState } from 'react';
import type { Annotation } from '../../../core/model/annotation.ts';
import { holdSaved } from '../../state/desk.ts';
import { TextArea } from '../../ui/text-input.tsx';
import styles from './annotation-details.module.css';
import { reader } from './reader-state.ts';
import { setNote } from './tagging.ts';

/** Milliseconds without a key press after which what was typed is saved. */
const PAUSE_MS = 700;

/** Keeps what is typed: saved after a pause and when the field is left; never shown as saved before. */
function useNote(annotation: Annotation): {
  readonly note: string;
  readonly type: (note: string) => void;
  readonly keep: () => void;
} {
  const [note, setTyped] = useState(annotation.note);
  const typed = useRef<{ note: string; release: () => void } | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keep = (): void => {
    clearTimeout(timer.current);
    const waiting = typed.current;
    typed.current = undefined;
    if (waiting === undefined) return;
    setNote(annotation, waiting.note);
    waiting.release();
  };
  const latest = useRef(keep);
  latest.current = keep;
  useEffect(() => () => latest.current(), []);
  useEffect(() => {
    if (typed.current === undefined) setTyped(annotation.note);
  }, [annotation.note]);
  return {
    note,
    keep,
    type(next) {
      setTyped(next);
      typed.current = { note: next, release: typed.current?.release ?? holdSaved() };
      clearTimeout(timer.current);
      timer.current = setTimeout(() => latest.current(), PAUSE_MS);
    },
  };
}

/** The note of an annotation. */
export function NoteField({ annotation }: { readonly annotation: Annotation }) {
  const id = useId();
  const { note, type, keep } = useNote(annotation);
  return (
    <div className={styles['note']}>
      <label htmlFor={id} className={styles['heading']}>
        Note
      </label>
      <span className={styles['aside']}>not counted in agreement</span>
      <TextArea
        id={id}
        rows={3}
        value={note}
        data-annotation-note
        dir="auto"
        onChange={(event) => type(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          const leave =
            event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
          if (!leave) return;
          event.preventDefault();
          keep();
          reader()?.focus();
        }}
      />
    </div>
  );
}
