import { Check, CircleX } from 'lucide-react';
import { useMemo } from 'react';
import type { ExportArticle } from '../../../core/formats/format.ts';
import type { ExportChoice } from '../../state/export.ts';
import { useProject } from '../../state/project.ts';
import { LabelSquare } from '../../ui/label-square.tsx';
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

function plural(count: number, one: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`;
}

function GoesOut({ scope }: { readonly scope: ExportScope }) {
  const labels = useProject((state) => state.labels);
  const counts = [
    articlesWords(scope.articles),
    plural(scope.annotations, 'annotation'),
    plural(scope.relations, 'relation'),
  ];
  return (
    <section aria-label="What goes out">
      <h3 className={styles['title']}>What goes out</h3>
      <p className={styles['words']}>{counts.join(', ')}</p>
      <ul className={styles['labels']}>
        {labels.map((label) => (
          <li key={label.id} className={styles['label']}>
            <LabelSquare letter={label.letter} hue={label.hue} />
            <span className={styles['name']}>{label.name}</span>
            <span className={styles['count']}>
              {(scope.byLabel[label.id] ?? 0).toLocaleString('en')}
            </span>
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
  const nothing =
    props.format === 'jsonl'
      ? 'Texts, furniture, attributes, notes and relations too. The file can be imported again.'
      : 'There are no relations and no furniture here that a table would lose.';
  return (
    <section aria-label="What this format cannot carry">
      <h3 className={styles['title']}>What this format cannot carry</h3>
      <ul className={styles['losses']}>
        {losses.map(({ what, count, why }) => (
          <li key={what} className={styles['loss']}>
            <CircleX size={16} strokeWidth={1.6} aria-hidden />
            <span className={styles['what']}>{what}</span>
            <span className={styles['count']}>{`${count.toLocaleString('en')} stay behind`}</span>
            <span className={styles['why']}>{why}</span>
          </li>
        ))}
        {losses.length > 0 ? null : (
          <li className={styles['loss']}>
            <Check size={16} strokeWidth={1.6} aria-hidden />
            <span className={styles['what']}>Everything is kept</span>
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
    <section aria-label="As it is written">
      <h3 className={styles['title']}>As it is written</h3>
      <p className={styles['words']}>
        {format === 'jsonl'
          ? 'One line for each article; long texts are cut here, not in the file.'
          : 'A line with the names of the columns, then one for each annotation.'}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It may scroll. */}
      <pre className={styles['example']} tabIndex={0}>
        {exampleOf(article, { format, offsetUnit })}
      </pre>
    </section>
  );
}
