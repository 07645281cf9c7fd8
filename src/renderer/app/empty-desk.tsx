import { BringButtons } from '../features/transfer/bring-buttons.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import styles from './desk.module.css';

/** What the middle says before there is an article. */
export function EmptyDesk() {
  return (
    <div className={styles['empty']}>
      <EmptyState page title="The texts you read go here." action={<BringButtons />}>
        Drop files or folders anywhere on the window, or choose them. You see a preview first.
      </EmptyState>
    </div>
  );
}
