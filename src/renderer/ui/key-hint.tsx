import clsx from 'clsx';
import styles from './key-hint.module.css';
import { keyNames } from './key-names.ts';
import { useKeyboard } from './keyboard-context.ts';

/** Props of {@link KeyHint}. */
export interface KeyHintProps {
  /** In tinykeys syntax. */
  readonly keys: string;
  readonly className?: string | undefined;
  /** Read aloud too; by default the hint is for the eye only. */
  readonly spoken?: boolean;
  /** All keys in one box, for the search field. */
  readonly joined?: boolean;
}

/** The keys of a shortcut, one box a key. */
export function KeyHint({ keys, className, spoken = false, joined = false }: KeyHintProps) {
  const each = keyNames(keys, useKeyboard());
  const names = joined ? [each.join(' ')] : each;
  return (
    <span className={clsx(styles['hint'], className)} aria-hidden={spoken ? undefined : true}>
      {names.map((name) => (
        <kbd key={name} className={styles['key']}>
          {name}
        </kbd>
      ))}
    </span>
  );
}
