import { Filter } from 'lucide-react';
import type { ExportPreviewed } from '../../state/export.ts';
import { numberWords } from '../../words/amounts.ts';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import styles from './export-preview.module.css';

/** What the choice leaves out, apart from what the format cannot hold; nothing where it takes all. */
export function LeftOut({ all }: { readonly all: ExportPreviewed['leftOut'] }) {
  if (all.length === 0) return null;
  return (
    <section aria-label={t('transfer.leftOutByChoice')}>
      <h3 className={styles['title']}>{t('transfer.leftOutByChoice')}</h3>
      <ul className={styles['losses']}>
        {all.map(({ what, count, examples }) => (
          <li key={what} className={styles['loss']}>
            <Filter size={16} strokeWidth={1.6} aria-hidden />
            <bdi className={styles['what']}>{said(what)}</bdi>
            <span className={styles['count']}>{numberWords(count)}</span>
            <span className={styles['why']}>
              <bdi>{examples.slice(0, 3).join(' · ')}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
