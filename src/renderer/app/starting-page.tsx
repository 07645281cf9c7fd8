import { useEffect, useState } from 'react';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { t } from '../words/words.ts';
import styles from './starting-page.module.css';

/** Milliseconds under which nothing is said: a flash of “Opening” is worse than a short wait. */
const PATIENCE = 400;

/** What is to be seen until the main process has answered. */
export function StartingPage() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className={styles['page']} aria-busy>
      {late ? (
        <div className={styles['wait']}>
          <p>{t('start.openingWait')}</p>
          <ProgressBar label={t('start.opening')} value={undefined} />
        </div>
      ) : null}
    </main>
  );
}
