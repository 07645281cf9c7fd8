import clsx from 'clsx';
import { useContext } from 'react';
import styles from './key-hint.module.css';
import { keyNames } from './key-names.ts';
import { CommandKeysContext, useKeyboard } from './keyboard-context.ts';

/** What a hint names: a key that never changes, or a command by its id, which may have a key or none. */
export interface Hinted {
  /** Such as `$mod+Shift+n`. */
  readonly keys?: string | undefined;
  readonly command?: string | undefined;
}

/** Props of {@link KeyHint}. */
export interface KeyHintProps extends Hinted {
  readonly className?: string | undefined;
  /** Read aloud too; by default the hint is for the eye only. */
  readonly spoken?: boolean;
  /** All keys in one box, for the search field. */
  readonly joined?: boolean;
}

/** The keys of a shortcut, one box a key; nothing for a command without one. */
export function KeyHint(props: KeyHintProps) {
  const { command, className, spoken = false, joined = false } = props;
  const keyboard = useKeyboard();
  const keyOf = useContext(CommandKeysContext);
  const keys = props.keys ?? (command === undefined ? undefined : keyOf(command));
  if (keys === undefined) return null;
  const each = keyNames(keys, keyboard);
  const names = joined ? [each.join(' ')] : each;
  return (
    // Keys are named from left to right in every language.
    <span
      dir="ltr"
      className={clsx(styles['hint'], className)}
      aria-hidden={spoken ? undefined : true}
    >
      {names.map((name) => (
        <kbd key={name} className={styles['key']}>
          {name}
        </kbd>
      ))}
    </span>
  );
}
