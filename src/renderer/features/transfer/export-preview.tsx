import { Check, CircleX } from 'lucide-react';
import { useEffect } from 'react';
import { inBackground } from '../../state/background.ts';
import {
  type ExportAsked,
  type ExportPreviewed,
  previewExport,
  useExport,
} from '../../state/export.ts';
import { useProject } from '../../state/project.ts';
import { LabelSquare } from '../../ui/label-square.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { numberWords } from '../../words/amounts.ts';
import { t } from '../../words/words.ts';
import { LeftOut } from './export-left-out.tsx';
import styles from './export-preview.module.css';
import { articlesWords, SPLITS } from './export-words.ts';

/** What will go out, what the format has no place for, and how it will look: before it is written. */
export function ExportPreview({ asked }: { readonly asked: ExportAsked }) {
  const preview = useExport((state) => state.preview);
  useEffect(() => inBackground(previewExport()), [asked]);
  const isUnread = useExport((state) => state.filterProblem !== undefined);
  if (preview === undefined && isUnread) {
    return <p className={styles['wait']}>{t('transfer.filterUnread')}</p>;
  }
  if (preview === undefined) {
    return (
      <div className={styles['wait']}>
        <p>{t('transfer.counting')}</p>
        <ProgressBar label={t('transfer.counting')} value={undefined} />
      </div>
    );
  }
  return (
    <>
      <GoesOut preview={preview} />
      <LeftOut all={preview.leftOut} />
      <StaysBehind preview={preview} isNative={asked.format === 'jsonl'} />
      <Example example={preview.example} />
    </>
  );
}

function GoesOut({ preview }: { readonly preview: ExportPreviewed }) {
  const labels = useProject((state) => state.labels);
  const counts = t('transfer.goesOutCounts', {
    articles: articlesWords(preview.articles),
    annotations: t('transfer.annotations', { count: preview.annotations }),
    relations: t('transfer.relationCount', { count: preview.relations }),
  });
  return (
    <section aria-label={t('transfer.goesOut')}>
      <h3 className={styles['title']}>{t('transfer.goesOut')}</h3>
      <p className={styles['words']}>{counts}</p>
      {preview.sentences === undefined ? null : (
        <p className={styles['words']}>{t('transfer.sentences', { count: preview.sentences })}</p>
      )}
      {preview.splits === undefined ? null : <Splits splits={preview.splits} />}
      <ul className={styles['labels']}>
        {labels.map((label) => (
          <li key={label.id} className={styles['label']}>
            <LabelSquare letter={label.letter} hue={label.hue} />
            <span className={styles['name']}>{label.name}</span>
            <span className={styles['count']}>{numberWords(preview.byLabel[label.id] ?? 0)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Splits({ splits }: { readonly splits: NonNullable<ExportPreviewed['splits']> }) {
  const parts = SPLITS.flatMap(([split, name]) => {
    const counts = splits[split];
    return counts === undefined
      ? []
      : [t('transfer.splitCount', { name: t(name), articles: articlesWords(counts.articles) })];
  });
  return <p className={styles['words']}>{parts.join(' · ')}</p>;
}

function StaysBehind({
  preview,
  isNative,
}: {
  readonly preview: ExportPreviewed;
  readonly isNative: boolean;
}) {
  const formats = useExport((state) => state.formats);
  const nameOf = (id: string): string => formats.find((one) => one.id === id)?.label ?? id;
  return (
    <section aria-label={t('transfer.cannotCarry')}>
      <h3 className={styles['title']}>{t('transfer.cannotCarry')}</h3>
      <ul className={styles['losses']}>
        {preview.lost.map(({ what, count, examples, couldBeHeldBy }) => (
          <li key={what} className={styles['loss']}>
            <CircleX size={16} strokeWidth={1.6} aria-hidden />
            <bdi className={styles['what']}>{what}</bdi>
            <span className={styles['count']}>{t('transfer.stayBehind', { number: count })}</span>
            <span className={styles['why']}>
              <bdi>{examples.slice(0, 3).join(' · ')}</bdi>
            </span>
            <span className={styles['why']}>
              {t('transfer.heldBy', { formats: couldBeHeldBy.slice(0, 3).map(nameOf).join(', ') })}
            </span>
          </li>
        ))}
        {preview.lost.length > 0 ? null : (
          <li className={styles['loss']}>
            <Check size={16} strokeWidth={1.6} aria-hidden />
            <span className={styles['what']}>{t('transfer.everythingKept')}</span>
            {isNative ? <span className={styles['why']}>{t('transfer.keptAll')}</span> : null}
          </li>
        )}
      </ul>
    </section>
  );
}

function Example({ example }: { readonly example: string }) {
  if (example === '') return null;
  return (
    <section aria-label={t('transfer.asWritten')}>
      <h3 className={styles['title']}>{t('transfer.asWritten')}</h3>
      <p className={styles['words']}>{t('transfer.exampleWords')}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It may scroll. */}
      <pre className={styles['example']} tabIndex={0} dir="ltr">
        {example}
      </pre>
    </section>
  );
}
