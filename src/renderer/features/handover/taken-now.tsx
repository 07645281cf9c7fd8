import { Check } from 'lucide-react';
import type { Taken } from '../../state/handover.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import styles from './handover.module.css';
import { ReportLists } from './report-lists.tsx';

/** The receipt: what was taken in just now, and what was not. */
export function TakenNow({ taken }: { readonly taken: readonly Taken[] }) {
  return (
    <div role="status">
      {taken.map((one) =>
        'refused' in one ? (
          <ErrorState key={one.path} title={t('handover.refused')}>
            <p className={styles['file']}>{one.path}</p>
            {said(one.refused)} {t('handover.nothingChanged')}
          </ErrorState>
        ) : (
          <section
            key={one.path}
            className={styles['bundle']}
            aria-label={t('handover.bundle', { name: one.report.from.name })}
          >
            <p className={styles['taken']}>
              <Check size={16} strokeWidth={1.8} aria-hidden />
              {t('handover.tookIn', {
                name: one.report.from.name,
                edits: t('handover.editCount', { count: one.report.new }),
                texts: t('handover.textCount', { count: one.report.newArticleCount }),
              })}
            </p>
            {one.alsoApplied === 0 ? null : (
              <p className={styles['words']}>
                {t('handover.alsoApplied', { count: one.alsoApplied })}
              </p>
            )}
            <ReportLists report={one.report} />
          </section>
        ),
      )}
    </div>
  );
}
