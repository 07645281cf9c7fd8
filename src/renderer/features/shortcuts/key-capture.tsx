import { type KeyboardEvent, useEffect, useRef } from 'react';
import { pressOf, shortcutMeant } from '../../state/key-press.ts';
import { useKeyboard } from '../../ui/keyboard-context.ts';
import styles from './shortcuts.module.css';

/** Props of {@link KeyCapture}. */
export interface KeyCaptureProps {
  /** What the keys are for. */
  readonly label: string;
  readonly words: string;
  /** In normal form. */
  readonly onKeys: (keys: string) => void;
  readonly onCancel: () => void;
  /** Backspace; where it is absent, it is a key like others. */
  readonly onClear?: () => void;
}

/** A box that takes the next keys pressed. Esc and Tab leave it. */
export function KeyCapture({ label, words, onKeys, onCancel, onClear }: KeyCaptureProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const mac = useKeyboard() === 'mac';
  useEffect(() => ref.current?.focus(), []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Tab' && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const keys = shortcutMeant(pressOf(event.nativeEvent), mac);
    if (keys === 'Escape') onCancel();
    else if (keys === 'Backspace' && onClear !== undefined) onClear();
    else if (keys !== undefined) onKeys(keys);
  }

  return (
    <button
      ref={ref}
      type="button"
      aria-label={label}
      className={styles['capture']}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => event.preventDefault()}
      onBlur={onCancel}
    >
      {words}
    </button>
  );
}
