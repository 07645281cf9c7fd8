import { Checkbox } from '@base-ui/react/checkbox';
import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './check-box.module.css';

/** Props of {@link CheckBox}. */
export interface CheckBoxProps {
  readonly label: string;
  /** `undefined`: some are, some are not. */
  readonly checked: boolean | undefined;
  readonly onChange: (checked: boolean) => void;
  /** Stands before the name, for the eye only. */
  readonly mark?: ReactNode;
  /** The name is for assistive technology only: what the box is about stands beside it. */
  readonly bare?: boolean;
  /** Words at the end of the line. */
  readonly hint?: ReactNode;
}

/** A box to tick, with its name; half ticked where it is true of some only. */
export function CheckBox({ label, checked, onChange, mark, bare = false, hint }: CheckBoxProps) {
  return (
    <label className={styles['line']}>
      <Checkbox.Root
        aria-label={label}
        checked={checked ?? false}
        indeterminate={checked === undefined}
        onCheckedChange={(next) => onChange(next)}
        className={styles['box']}
      >
        <Checkbox.Indicator className={styles['mark']}>
          {checked === undefined ? (
            <Minus size={12} strokeWidth={2.5} aria-hidden />
          ) : (
            <Check size={12} strokeWidth={2.5} aria-hidden />
          )}
        </Checkbox.Indicator>
      </Checkbox.Root>
      {mark}
      {bare ? null : (
        <span className={styles['name']} dir="auto">
          {label}
        </span>
      )}
      {hint === undefined ? null : <span className={styles['hint']}>{hint}</span>}
    </label>
  );
}
