import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { closeDialog } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { t } from '../../words/words.ts';
import type { ListChange } from './bulk.ts';
import styles from './several-dialog.module.css';

/** A value that articles may have. */
export interface Several {
  readonly value: string;
  readonly name: string;
  /** True where all of the articles have it, false where none has, `undefined` where some have. */
  readonly held: boolean | undefined;
  readonly hint?: ReactNode;
}

/** Props of {@link SeveralDialog}. */
export interface SeveralDialogProps {
  readonly title: string;
  readonly options: readonly Several[];
  /** What is said where there is nothing to tick. */
  readonly none: string;
  /** Name of the field for a new value; without it there is none. */
  readonly newLabel?: string;
  readonly onDone: (change: ListChange) => void;
}

/** Longest word that may be typed. */
const LONGEST = 60;

/** Ticks values for one or several articles; what is left half ticked stays as it is on each. */
export function SeveralDialog(props: SeveralDialogProps) {
  const { title, options, none, newLabel, onDone } = props;
  const [ticked, setTicked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [made, setMade] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState('');
  const all: readonly Several[] = [
    ...made.map((value) => ({ value, name: value, held: false, hint: t('library.newHint') })),
    ...options,
  ];
  const tick = (value: string, on: boolean): void => setTicked(new Map(ticked).set(value, on));

  function add(): ReadonlyMap<string, boolean> {
    const value = typed.trim();
    if (value === '') return ticked;
    const next = new Map(ticked).set(value, true);
    setTicked(next);
    setTyped('');
    if (all.every((option) => option.value !== value)) setMade([value, ...made]);
    return next;
  }

  function done(): void {
    // A word that still stands in the field was meant.
    const final = [...add()];
    const held = new Map(all.map((option) => [option.value, option.held]));
    const change = (wanted: boolean): readonly string[] =>
      final
        .filter(([value, on]) => on === wanted && held.get(value) !== on)
        .map(([value]) => value);
    closeDialog();
    onDone({ add: change(true), remove: change(false) });
  }

  return (
    <Dialog
      open
      title={title}
      width="narrow"
      onClose={closeDialog}
      onMain={done}
      footer={
        <>
          <Button onClick={closeDialog}>{t('library.cancel')}</Button>
          <Button look="primary" keys="$mod+Enter" onClick={done}>
            {t('library.apply')}
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        {newLabel === undefined ? null : (
          <NewValue label={newLabel} value={typed} onChange={setTyped} onAdd={() => add()} />
        )}
        {all.length === 0 ? <p className={styles['none']}>{none}</p> : null}
        <ul className={styles['list']}>
          {all.map(({ value, name, held, hint }) => (
            <li key={value}>
              <CheckBox
                label={name}
                checked={ticked.has(value) ? ticked.get(value) : held}
                hint={hint}
                onChange={(on) => tick(value, on)}
              />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function NewValue(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onAdd: () => void;
}) {
  const { label, value, onChange, onAdd } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <form
      className={styles['new']}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onAdd();
        // The button has nothing left to add and lets go of the focus: the next word can be typed.
        input.current?.focus();
      }}
    >
      <TextInput
        ref={input}
        aria-label={label}
        placeholder={label}
        dir="auto"
        maxLength={LONGEST}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Button submit disabled={value.trim() === ''} keys="Enter">
        {t('library.addOne')}
      </Button>
    </form>
  );
}
