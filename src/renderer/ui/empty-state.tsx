import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** Props of {@link EmptyState}. */
export interface EmptyStateProps {
  /** One line that says what belongs here. */
  readonly title: string;
  /** True where it is all a page shows: the line is then the page's heading. */
  readonly page?: boolean;
  readonly children?: ReactNode;
  /** One button, or a few of equal weight. */
  readonly action?: ReactNode;
}

/** What a place says before there is anything in it. */
export function EmptyState({ title, page = false, children, action }: EmptyStateProps) {
  const Title = page ? 'h1' : 'p';
  return (
    <div className={styles['empty']}>
      <Title className={styles['title']}>{title}</Title>
      {children === undefined ? null : <p className={styles['words']}>{children}</p>}
      {action === undefined ? null : <div className={styles['action']}>{action}</div>}
    </div>
  );
}
