import { useEffect, useState } from 'react';
import { inBackground } from '../../state/background.ts';
import { stopCounting, useStatistics } from '../../state/statistics.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { t } from '../../words/words.ts';
import styles from './statistics-page.module.css';

/** What takes less than this is not worth a bar. */
const PATIENCE_MS = 400;

/** How far the counting is, and a way out. */
export function Counting() {
  const progress = useStatistics((state) => state.progress);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  const words =
    progress === undefined
      ? t('statistics.countingWait')
      : t('statistics.countingOf', {
          done: progress.done,
          articles: t('statistics.articleCount', { count: progress.total }),
        });
  return (
    <div className={styles['counting']}>
      <p>{words}</p>
      <ProgressBar
        label={t('statistics.counting')}
        value={progress === undefined ? undefined : progress.done / Math.max(1, progress.total)}
      />
      <Button onClick={() => inBackground(stopCounting())}>{t('statistics.stop')}</Button>
    </div>
  );
}
