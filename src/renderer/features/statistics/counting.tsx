import { useEffect, useState } from 'react';
import { inBackground } from '../../state/background.ts';
import { stopCounting, useStatistics } from '../../state/statistics.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
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
      ? 'Counting…'
      : `Counting… ${progress.done.toLocaleString('en')} of ${progress.total.toLocaleString('en')} articles`;
  return (
    <div className={styles['counting']}>
      <p>{words}</p>
      <ProgressBar
        label="Counting"
        value={progress === undefined ? undefined : progress.done / Math.max(1, progress.total)}
      />
      <Button onClick={() => inBackground(stopCounting())}>Stop</Button>
    </div>
  );
}
