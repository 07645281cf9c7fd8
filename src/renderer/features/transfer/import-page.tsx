import { useImport } from '../../state/import-batch.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import { BringButtons } from './bring-buttons.tsx';
import { ImportFiles } from './import-files.tsx';
import { ImportFoot } from './import-foot.tsx';
import styles from './import-page.module.css';
import { ImportPreview } from './import-preview.tsx';
import { ImportResult } from './import-result.tsx';
import { ImportSide } from './import-side.tsx';
import { filesWords } from './item-words.ts';

/** The place where files become articles. Nothing is added before the button is pressed. */
export function ImportPage() {
  const idle = useImport((state) => state.phase === 'idle');
  const error = useImport((state) => state.error);
  const result = useImport((state) => state.result);
  if (error !== undefined) {
    return (
      <div className={styles['alone']}>
        <ErrorState title={t('transfer.nothingRead')} actions={<BringButtons />}>
          {said(error.message)}
        </ErrorState>
      </div>
    );
  }
  if (result !== undefined) return <ImportResult result={result} />;
  return idle ? <NothingYet /> : <Batch />;
}

function Batch() {
  const count = useImport((state) => state.items.length);
  return (
    <div className={styles['page']}>
      <section className={styles['files']} aria-label={t('transfer.filesToImport')}>
        <header className={styles['head']}>
          <h1 className={styles['title']}>
            {count === 0
              ? t('transfer.readingFiles')
              : t('transfer.importFiles', { files: filesWords(count) })}
          </h1>
          <p className={styles['words']}>{t('transfer.nothingAdded')}</p>
        </header>
        <ImportFiles />
      </section>
      <ImportPreview />
      <ImportSide />
      <ImportFoot />
    </div>
  );
}

function NothingYet() {
  return (
    <div className={styles['alone']}>
      <EmptyState page title={t('transfer.dropTitle')} action={<BringButtons />}>
        {t('transfer.dropWords')}
      </EmptyState>
    </div>
  );
}
