import { CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './error-state.module.css';

/** Props of {@link ErrorState}. */
export interface ErrorStateProps {
  /** What happened. */
  readonly title: string;
  /** What was kept, and what can be done. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** Says in the place where it happened that something did not work. */
export function ErrorState({ title, children, actions }: ErrorStateProps) {
  return (
    <div role="alert" className={styles['error']}>
      <CircleX size={16} strokeWidth={1.6} aria-hidden />
      <div>
        <p className={styles['title']}>{title}</p>
        {children === undefined ? null : <div className={styles['words']}>{children}</div>}
        {actions === undefined ? null : <div className={styles['actions']}>{actions}</div>}
      </div>
    </div>
  );
}
