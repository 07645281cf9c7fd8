import { X } from 'lucide-react';
import styles from './chip.module.css';

/** Props of {@link Chip}. */
export interface ChipProps {
  readonly children: string;
  /** Says what its cross does, such as “Remove the tag banks”; without it there is no cross. */
  readonly removeLabel?: string | undefined;
  readonly onRemove?: (() => void) | undefined;
}

/** A word in a frame, without a colour. */
export function Chip({ children, removeLabel, onRemove }: ChipProps) {
  return (
    <span className={styles['chip']}>
      <span className={styles['word']} dir="auto">
        {children}
      </span>
      {onRemove === undefined ? null : (
        <button
          type="button"
          className={styles['remove']}
          aria-label={removeLabel}
          onClick={onRemove}
        >
          <X size={12} strokeWidth={1.8} aria-hidden />
        </button>
      )}
    </span>
  );
}
