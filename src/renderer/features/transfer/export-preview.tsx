import { Check, CircleX } from 'lucide-react';
import { useMemo } from 'react';
import type { ExportArticle } from '../../../core/formats/format.ts';
import type { ExportChoice } from '../../state/export.ts';
import { useProject } from '../../state/project.ts';
import { LabelSquare } from '../../ui/label-square.tsx';
import { numberWords } from '../../words/amounts.ts';
import { t } from '../../words/words.ts';
import { exampleOf } from './export-example.ts';
import styles from './export-preview.module.css';
import { type ExportScope, exportScope } from './export-scope.ts';
import { articlesWords } from './export-words.ts';

/** What will go out, what the format has no place for, and how it will look: before it is written. */
export function ExportPreview({ choice }: { readonly choice: ExportChoice }) {
  const rows = useProject((state) => state.rows);
  const { articles, whose, format } = choice;
  const scope = useMemo(() => {
    const ids = articles === undefined ? undefined : new Set(articles);
    const out = ids === undefined ? rows : rows.filter((row) => ids.has(row.article.id));
    return exportScope(out, whose, format);
  }, [rows, articles, whose, format]);
  return (
    <>
      <GoesOut scope={scope} />
      <StaysBehind scope={scope} format={format} />
      <Example choice={choice} />
    </>
  );
}

function GoesOut({ scope }: { readonly scope: ExportScope }) {
  const labels = useProject((state) => state.labels);
  const counts = t('transfer.goesOutCounts', {
    articles: articlesWords(scope.articles),
    annotations: t('transfer.annotations', { count: scope.annotations }),
    relations: t('transfer.relationCount', { count: scope.relations }),
  });
  return (
    <section aria-label={t('transfer.goesOut')}>
      <h3 className={styles['title']}>{t('transfer.goesOut')}</h3>
      <p className={styles['words']}>{counts}</p>
      <ul className={styles['labels']}>
        {labels.map((label) => (
          <li key={label.id} className={styles['label']}>
            <LabelSquare letter={label.letter} hue={label.hue} />
            <span className={styles['name']}>{label.name}</span>
            <span className={styles['count']}>{numberWords(scope.byLabel[label.id] ?? 0)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function StaysBehind(props: {
  readonly scope: ExportScope;
  readonly format: ExportChoice['format'];
}) {
  const { losses } = props.scope;
  const nothing = props.format === 'jsonl' ? t('transfer.keptAll') : t('transfer.nothingLost');
  return (
    <section aria-label={t('transfer.cannotCarry')}>
      <h3 className={styles['title']}>{t('transfer.cannotCarry')}</h3>
      <ul className={styles['losses']}>
        {losses.map(({ what, count, why }) => (
          <li key={what} className={styles['loss']}>
            <CircleX size={16} strokeWidth={1.6} aria-hidden />
            <span className={styles['what']}>{t(what)}</span>
            <span className={styles['count']}>{t('transfer.stayBehind', { number: count })}</span>
            <span className={styles['why']}>{t(why)}</span>
          </li>
        ))}
        {losses.length > 0 ? null : (
          <li className={styles['loss']}>
            <Check size={16} strokeWidth={1.6} aria-hidden />
            <span className={styles['what']}>{t('transfer.everythingKept')}</span>
            <span className={styles['why']}>{nothing}</span>
          </li>
        )}
      </ul>
    </section>
  );
}

/** The article on the desk with one of its annotations: what is at hand, and enough to show the shape. */
function useExample(): ExportArticle | undefined {
  const open = useProject((state) => state.article);
  const row = useProject((state) =>
    state.rows.find((one) => one.article.id === state.article?.articleId),
  );
  const labels = useProject((state) => state.labels);
  const analysts = useProject((state) => state.project?.analysts) ?? [];
  if (open === undefined || row === undefined) return undefined;
  return {
    article: row.article,
    text: open.text,
    annotations: open.annotations.slice(0, 1),
    relations: [],
    documentLabels: [],
    labelName: (id) => labels.find((label) => label.id === id)?.name ?? id,
    analystName: (id) => analysts.find((one) => one.id === id)?.name ?? id,
  };
}

function Example({ choice }: { readonly choice: ExportChoice }) {
  const article = useExample();
  const { format, offsetUnit } = choice;
  if (article === undefined) return null;
  return (
    <section aria-label={t('transfer.asWritten')}>
      <h3 className={styles['title']}>{t('transfer.asWritten')}</h3>
      <p className={styles['words']}>
        {format === 'jsonl' ? t('transfer.jsonlExample') : t('transfer.csvExample')}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It may scroll. */}
      <pre className={styles['example']} tabIndex={0} dir="ltr">
        {exampleOf(article, { format, offsetUnit })}
      </pre>
    </section>
  );
}
