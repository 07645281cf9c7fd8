import { Check, CircleX } from 'lucide-react';
import { type ExportReport, useExport } from '../../state/export.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import { LeftOut } from './export-left-out.tsx';
import { ExportPreview } from './export-preview.tsx';
import styles from './export-result.module.css';

/** What a format keeps, before; what was written and what stayed behind, after. */
export function ExportResult() {
  const { busy, report, error, asked } = useExport();
  return (
    <div className={styles['side']}>
      <div className={styles['stay']} aria-live="polite">
        {busy ? (
          <div className={styles['wait']}>
            <p>{t('transfer.writing')}</p>
            <ProgressBar label={t('transfer.writingDataset')} value={undefined} />
          </div>
        ) : null}
        {error === undefined ? null : (
          <ErrorState title={t('transfer.notWritten')}>{said(error.message)}</ErrorState>
        )}
        {report === undefined ? null : <Report report={report} />}
        {busy || report !== undefined || error !== undefined ? null : (
          <ExportPreview asked={asked} />
        )}
      </div>
    </div>
  );
}

function Report({ report }: { readonly report: ExportReport }) {
  return (
    <>
      <h3 className={styles['title']}>{t('transfer.recordsWritten', { count: report.records })}</h3>
      <p className={styles['file']}>{report.file}</p>
      <ul className={styles['lost']}>
        {report.lost.map((loss) => (
          <li key={loss.what} className={styles['loss']}>
            <CircleX size={16} strokeWidth={1.6} aria-hidden />
            <span className={styles['what']}>{loss.what}</span>
            <span className={styles['count']}>{t('transfer.lost', { number: loss.count })}</span>
            {loss.examples.length === 0 ? null : (
              <span className={styles['examples']}>{loss.examples.slice(0, 3).join(' · ')}</span>
            )}
          </li>
        ))}
        {report.lost.length === 0 ? (
          <li className={styles['loss']}>
            <Check size={16} strokeWidth={1.6} aria-hidden />
            <span className={styles['what']}>{t('transfer.nothingWasLost')}</span>
          </li>
        ) : null}
      </ul>
      <LeftOut all={report.leftOut} />
    </>
  );
}
