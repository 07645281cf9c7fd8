import { useEffect, useState } from 'react';
import { stopComparing, useAgreement } from '../../state/agreement.ts';
import { inBackground } from '../../state/background.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { t } from '../../words/words.ts';
import styles from './agreement-page.module.css';

/** What takes less than this is not worth a bar. */
const PATIENCE_MS = 400;

const WORDS = {
  reading: 'agreement.readingLayers',
  comparing: 'agreement.comparingArticles',
  resampling: 'agreement.resampling',
} as const;

/** How far the comparison is, and a way out. Numbers that are known stay in sight meanwhile. */
export function Comparing() {
  const working = useAgreement((state) => state.working);
  return working ? <Waiting /> : null;
}

function Waiting() {
  const progress = useAgreement((state) => state.progress);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  const phase = (progress?.phase ?? 'reading') as keyof typeof WORDS;
  const [done, total] = [progress?.done ?? 0, progress?.total ?? 0];
  return (
    <div className={styles['comparing']}>
      <ProgressBar
        label={t('agreement.comparing')}
        value={total === 0 ? undefined : done / total}
      />
      <span>{t(WORDS[phase], { done, total })}</span>
      <Button onClick={() => inBackground(stopComparing())}>{t('agreement.stop')}</Button>
    </div>
  );
}
