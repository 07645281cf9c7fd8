import { Info, Lock } from 'lucide-react';
import { useMemo } from 'react';
import type { Label } from '../../core/model/codebook.ts';
import { runCommand } from '../state/commands.ts';
import { useImport } from '../state/import-batch.ts';
import { type Offer, useProject } from '../state/project.ts';
import { useView } from '../state/view.ts';
import { Counts, type LabelCount } from '../ui/counts.tsx';
import { t } from '../words/words.ts';
import { BarKeys } from './bar-keys.tsx';
import { SaveStatus, UnsavedActions } from './save-status.tsx';
import styles from './status-bar.module.css';
import { underWayWords } from './under-way.ts';
import { useShortly } from './use-shortly.ts';

/** The bar at the bottom: saved or not, who acts, what is counted, what just happened, keys. */
export function StatusBar() {
  const failed = useProject((state) => state.save.state === 'failed');
  return (
    <footer className={styles['bar']} data-tone={failed ? 'solid' : undefined}>
      <SaveStatus />
      {failed ? <UnsavedActions /> : <Facts />}
      <span className={styles['space']} />
      <Happened />
      {failed ? null : <Keys />}
    </footer>
  );
}

function Facts() {
  const me = useProject((state) => state.project?.me.name ?? '');
  const version = useProject((state) => state.project?.codebook.version ?? 1);
  const readOnly = useProject((state) => state.project?.readOnly === true);
  const counts = useCounts();
  return (
    <>
      {readOnly ? (
        <span className={styles['said']}>
          <Lock size={14} strokeWidth={1.6} aria-hidden />
          {t('app.readOnly')}
        </span>
      ) : null}
      <UnderWay />
      <button type="button" className={styles['who']} onClick={() => runCommand('analyst.actAs')}>
        {me}
      </button>
      <span className={styles['fact']}>{t('app.codebookVersion', { version })}</span>
      {counts.length === 0 ? null : <Counts counts={counts} plain />}
    </>
  );
}

/** Work that goes on for a while, as long as it does. */
function UnderWay() {
  const words = useImport(underWayWords);
  return words === undefined ? null : <span className={styles['fact']}>{words}</span>;
}

function useCounts(): readonly LabelCount[] {
  const labels = useProject((state) => state.labels);
  const annotations = useProject((state) => state.article?.annotations);
  const onDesk = useView((state) => state.place === 'articles');
  return useMemo(() => {
    if (annotations === undefined || !onDesk) return [];
    return labels.map(({ id, name, letter, hue }: Label) => ({
      id,
      name,
      letter,
      hue,
      count: annotations.filter((one) => one.label === id).length,
    }));
  }, [labels, annotations, onDesk]);
}

/** Milliseconds for which a line stays; afterwards the key hints come back. */
const STAY = 8000;

/** What just happened. Screen readers hear it; problems are shown in a notice of their own. */
export function Happened() {
  const announcement = useProject((state) => state.announcement);
  const said = announcement?.tone === 'polite' ? announcement : undefined;
  const fresh = useShortly(said?.id, STAY);
  return (
    <span aria-live="polite" className={styles['happened']}>
      {said !== undefined && fresh ? (
        <>
          <Info size={14} strokeWidth={1.6} aria-hidden />
          <span className={styles['words']}>{said.text}</span>
          <OfferButton offer={said.offer} />
        </>
      ) : null}
    </span>
  );
}

/** What one may want to do about what was said. */
function OfferButton({ offer }: { readonly offer: Offer | undefined }) {
  if (offer === undefined) return null;
  return (
    <button type="button" className={styles['action']} onClick={() => runCommand(offer.command)}>
      {offer.words}
    </button>
  );
}

function Keys() {
  const reading = useProject((state) => state.rows.length > 0);
  const onDesk = useView((state) => state.place === 'articles') && reading;
  return (
    <span className={styles['hints']}>
      {onDesk ? (
        <BarKeys
          commands={['annotation.next', 'annotation.previous']}
          words={t('app.nextPrevious')}
        />
      ) : null}
      {onDesk ? (
        <BarKeys commands={['article.next', 'article.previous']} words={t('app.article')} />
      ) : null}
      <BarKeys
        commands={['keys.open']}
        words={t('app.allKeys')}
        onClick={() => runCommand('keys.open')}
      />
    </span>
  );
}
