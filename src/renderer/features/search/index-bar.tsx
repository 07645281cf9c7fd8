import { useEffect, useState } from 'react';
import { inBackground } from '../../state/background.ts';
import { rebuildIndex, stopIndexing, useSearch } from '../../state/searching.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import styles from './index-bar.module.css';

/** Milliseconds of work that nobody needs to be told of. */
const SHORT_MS = 400;

function useLonger(busy: boolean): boolean {
  const [longer, setLonger] = useState(false);
  useEffect(() => {
    if (!busy) return undefined;
    const timer = setTimeout(() => setLonger(true), SHORT_MS);
    return () => {
      clearTimeout(timer);
      setLonger(false);
    };
  }, [busy]);
  return longer;
}

/** How far the index is, while it is not complete. */
export function IndexBar() {
  const index = useSearch((state) => state.index);
  const longer = useLonger(index?.state === 'building');
  if (index === undefined || index.state === 'ready' || index.state === 'off') return null;
  if (index.state === 'building' && !longer) return null;
  const rebuild = (
    <Button onClick={() => inBackground(rebuildIndex())}>{t('search.rebuild')}</Button>
  );
  if (index.state === 'failed') {
    return (
      <div className={styles['bar']}>
        <ErrorState title={t('search.cannotSearch')} actions={rebuild}>
          {said(index.message)}
        </ErrorState>
      </div>
    );
  }
  if (index.state === 'stopped') {
    return (
      <div className={styles['bar']}>
        <p className={styles['words']}>{said(index.message)}</p>
        {rebuild}
      </div>
    );
  }
  const { done, total } = index;
  return (
    <div className={styles['bar']}>
      <div className={styles['progress']}>
        <p>
          {t('search.readingArticles')}
          {total === 0 ? null : (
            <span className={styles['of']}>{t('search.doneOf', { done, total })}</span>
          )}
        </p>
        <ProgressBar
          label={t('search.readingArticles')}
          value={total === 0 ? undefined : done / total}
        />
      </div>
      <Button onClick={() => inBackground(stopIndexing())}>{t('search.stop')}</Button>
    </div>
  );
}
