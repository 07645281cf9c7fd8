import { BringButtons } from '../features/transfer/bring-buttons.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { t } from '../words/words.ts';
import styles from './desk.module.css';

/** What the middle says before there is an article. */
export function EmptyDesk() {
  return (
    <div className={styles['empty']}>
      <EmptyState page title={t('app.emptyTitle')} action={<BringButtons />}>
        {t('app.emptyWords')}
      </EmptyState>
    </div>
  );
}
