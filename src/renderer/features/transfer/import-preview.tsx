import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import { inBackground } from '../../state/background.ts';
import {
  editOf,
  type ImportItem,
  type ImportPreview as Preview,
  useImport,
} from '../../state/import-batch.ts';
import { showItem } from '../../state/importing.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import { ImportNames } from './import-names.tsx';
import styles from './import-preview.module.css';
import { fileName } from './item-words.ts';
import { linesOf } from './lines.ts';
import { PreviewLines } from './preview-lines.tsx';

type Shown = 'text' | 'article' | 'names';

/** What the chosen file would look like; furniture is hatched, not hidden. */
export function ImportPreview() {
  const item = useImport((state) => state.items.find((one) => one.key === state.selected));
  const preview = useImport((state) => state.preview);
  return (
    <section className={styles['pane']} aria-label={t('transfer.previewPane')}>
      {item === undefined ? null : <Content item={item} preview={preview} />}
    </section>
  );
}

function Content({
  item,
  preview,
}: {
  readonly item: ImportItem;
  readonly preview: Preview | undefined;
}) {
  const error = useImport((state) => state.previewError);
  if (preview !== undefined && preview.key === item.key)
    return <Text key={item.key} item={item} preview={preview} />;
  if (error !== undefined) {
    return (
      <div className={styles['alone']}>
        <ErrorState title={t('transfer.noPreview')}>{said(error.message)}</ErrorState>
      </div>
    );
  }
  if (item.state === 'failed') {
    return (
      <div className={styles['alone']}>
        <ErrorState title={t('transfer.wasRefused', { file: fileName(item.file) })}>
          {t('transfer.untouched', { reason: said(item.reason) })}
        </ErrorState>
      </div>
    );
  }
  if (item.state === 'duplicate') {
    return (
      <div className={styles['alone']}>
        <EmptyState title={t('transfer.duplicateTitle')}>
          {t('transfer.duplicateWords', { reason: said(item.reason) })}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className={styles['wait']}>
      <p>{item.state === 'ready' ? t('transfer.opening') : t('transfer.reading')}</p>
      <ProgressBar label={t('transfer.readingFile')} value={undefined} />
    </div>
  );
}

function Text({ item, preview }: { readonly item: ImportItem; readonly preview: Preview }) {
  const hasNames = item.names > 0 || item.offsetUnit !== '';
  const [chosen, setShown] = useState<Shown>(
    item.unmatched.length > 0 || item.offsetUnit !== '' ? 'names' : 'text',
  );
  const shown = chosen === 'names' && !hasNames ? 'text' : chosen;
  const furniture =
    useImport((state) => editOf(state, preview.editKey).furniture) ?? preview.furniture;
  const lines = useMemo(() => linesOf(preview.text, furniture), [preview.text, furniture]);
  const name = fileName(item.file);
  const title = useImport((state) => state.articles[preview.article]?.title) ?? item.title;
  return (
    <>
      <header className={styles['head']}>
        <h2 className={styles['file']}>{name}</h2>
        {item.articles > 1 ? (
          <Steps item={item} />
        ) : (
          <span className={styles['size']}>{t('transfer.lineCount', { count: lines.length })}</span>
        )}
        <Segmented<Shown>
          label={t('transfer.show')}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'text', name: t('transfer.showText') },
            { value: 'article', name: t('transfer.articleOnly') },
            ...(hasNames ? [{ value: 'names' as const, name: t('transfer.showNames') }] : []),
          ]}
        />
      </header>
      {shown === 'names' ? (
        <ImportNames item={item} />
      ) : (
        <PreviewLines
          key={preview.editKey}
          name={name}
          title={title.trim()}
          lines={lines}
          articleOnly={shown === 'article'}
        />
      )}
    </>
  );
}

/** From one article of a file to the next. */
function Steps({ item: { key, articles } }: { readonly item: ImportItem }) {
  const article = useImport((state) => state.article);
  const show = (next: number): void => inBackground(showItem(key, next));
  return (
    <div className={styles['steps']} role="group" aria-label={t('transfer.articlesInFile')}>
      <IconButton
        icon={ChevronLeft}
        className={styles['back']}
        label={t('transfer.previousArticle')}
        disabled={article === 0}
        onClick={() => show(article - 1)}
      />
      <span className={styles['size']} aria-live="polite">
        {t('transfer.doneOf', { done: article + 1, total: articles })}
      </span>
      <IconButton
        icon={ChevronRight}
        className={styles['back']}
        label={t('transfer.nextArticle')}
        disabled={article === articles - 1}
        onClick={() => show(article + 1)}
      />
    </div>
  );
}
