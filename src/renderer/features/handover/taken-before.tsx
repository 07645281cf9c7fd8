import { Redo2, Undo2 } from 'lucide-react';
import { inBackground } from '../../state/background.ts';
import { takeAgain, takeBack, useHandover } from '../../state/handover.ts';
import { Button } from '../../ui/button.tsx';
import { Person } from '../../ui/person.tsx';
import { t } from '../../words/words.ts';
import styles from './handover.module.css';
import { momentWords } from './moment-words.ts';

/** What was taken in before; the last of it can be taken back. */
export function TakenBefore() {
  const before = useHandover((state) => state.before);
  const busy = useHandover((state) => state.busy !== undefined);
  if (before === undefined || before.receipts.length === 0) return null;
  const { receipts, waiting, back, again } = before;
  return (
    <section aria-label={t('handover.takenBefore')} className={styles['list']}>
      <h3 className={styles['title']}>{t('handover.takenBefore')}</h3>
      {waiting === 0 ? null : (
        <p className={styles['words']}>{t('handover.waitingBundles', { count: waiting })}</p>
      )}
      <ul className={styles['receipts']}>
        {receipts.map(({ from, at, edits, articles }) => (
          <li key={`${at} ${from}`}>
            <Person name={from} small />
            <bdi className={styles['what']}>{from}</bdi>
            <span className={styles['since']}>
              {t('handover.editCount', { count: edits })},{' '}
              {t('handover.textCount', { count: articles })}
            </span>
            <span className={styles['since']}>{momentWords(at)}</span>
          </li>
        ))}
      </ul>
      <div className={styles['steps']}>
        {back === undefined ? null : (
          <Button icon={Undo2} disabled={busy} onClick={() => inBackground(takeBack())}>
            {t('handover.takeBack', { name: back.from })}
          </Button>
        )}
        {again === undefined ? null : (
          <Button icon={Redo2} disabled={busy} onClick={() => inBackground(takeAgain())}>
            {t('handover.takeAgain', { name: again.from })}
          </Button>
        )}
      </div>
    </section>
  );
}
