import clsx from 'clsx';
import { type ReactNode, useId } from 'react';
import styles from './field.module.css';

/** Props of {@link Field}. */
export interface FieldProps {
  readonly label: string;
  /** Words at the right end inside the field, such as “from page”. */
  readonly hint?: string | undefined;
  readonly children: (id: string, hintId: string | undefined) => ReactNode;
}

/** A name at the left and its value at the right. */
export function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className={styles['field']}>
      <label className={styles['name']} htmlFor={id}>
        {label}
      </label>
      <div className={styles['value']} data-hinted={hint !== undefined}>
        {children(id, hint === undefined ? undefined : hintId)}
        {hint === undefined ? null : (
          <span id={hintId} className={styles['hint']}>
            {hint}
          </span>
        )}
      </div>
    </div>
  );
}

/** Props of {@link Fact}. */
export interface FactProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly mono?: boolean;
}

/** A name at the left and a value that nobody can change at the right; inside a `<dl>`. */
export function Fact({ label, children, mono = false }: FactProps) {
  return (
    <div className={styles['fact']}>
      <dt className={styles['name']}>{label}</dt>
      <dd className={clsx(styles['said'], mono && styles['mono'])}>{children}</dd>
    </div>
  );
}
