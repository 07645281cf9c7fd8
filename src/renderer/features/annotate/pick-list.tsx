import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Spoken } from '../../ui/spoken.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { t } from '../../words/words.ts';
import styles from './attribute-form.module.css';
import { MOST_DIGITS, pickPress } from './pick-keys.ts';

/** One line of a {@link PickList}. */
export interface PickLine {
  readonly key: string;
  readonly words: string;
  /** What stands beside it; typing finds it too. */
  readonly hint: string;
  readonly take: () => void;
}

/** Props of {@link PickList}. */
export interface PickListProps {
  /** Accessible name. */
  readonly label: string;
  readonly lines: readonly PickLine[];
  readonly onLeave: () => void;
  /** The line one is on, by its key, as it changes. */
  readonly onLine?: (key: string | undefined) => void;
}

function fits({ hint, words }: PickLine, typed: string): boolean {
  const wanted = typed.trim().toLocaleLowerCase();
  return `${hint} ${words}`.toLocaleLowerCase().includes(wanted);
}

/** A field, and the lines that fit what is typed in it; the first nine have digits. */
export function PickList({ label, lines, onLeave, onLine }: PickListProps) {
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = lines.filter((line) => fits(line, typed));
  const here = found[at]?.key;
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    document.getElementById(`${listId}-${String(at)}`)?.scrollIntoView({ block: 'nearest' });
    onLine?.(here);
  }, [listId, at, here, onLine]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const press = pickPress(event, at, found.length, typed);
    if (press === undefined) return;
    event.preventDefault();
    if (press.what === 'move') setAt(press.to);
    else if (press.what === 'take') found[press.index]?.take();
    else onLeave();
  }

  return (
    <div className={styles['value']}>
      <TextInput
        ref={field}
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={found.length > 0 ? `${listId}-${String(at)}` : undefined}
        placeholder={label}
        dir="auto"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <output>
        <Spoken>{t('annotate.fit', { count: found.length })}</Spoken>
      </output>
      <div id={listId} role="listbox" aria-label={label} className={styles['lines']}>
        {found.map((line, index) => (
          // The field has the focus and takes the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={line.key}
            id={`${listId}-${String(index)}`}
            role="option"
            aria-selected={index === at}
            className={styles['line']}
            onMouseDown={(event) => event.preventDefault()}
            onClick={line.take}
          >
            <span dir="auto">{line.words}</span>
            <span className={styles['count']}>{line.hint}</span>
            {index < MOST_DIGITS ? <KeyHint keys={String(index + 1)} /> : null}
          </div>
        ))}
      </div>
    </div>
  );
}
