import { Circle, CircleDot } from 'lucide-react';
import { memo } from 'react';
import type { Label } from '../../../core/model/codebook.ts';
import type { ArticleRow } from '../../state/project.ts';
import { Counts } from '../../ui/counts.tsx';
import styles from './article-row.module.css';
import { countOf } from './list-view.ts';

/** Labels a row counts; the others are counted in the status bar. */
const SHOWN_LABELS = 3;

/** Props of {@link ArticleRowView}. */
export interface ArticleRowProps {
  readonly row: ArticleRow;
  readonly labels: readonly Label[];
  readonly open: boolean;
  /** The one row that Tab reaches. */
  readonly focusable: boolean;
  readonly onOpen: (articleId: string) => void;
}

/** One article of the list: state, title, counts. */
export const ArticleRowView = memo(function ArticleRowView(props: ArticleRowProps) {
  const { row, labels, open, focusable, onOpen } = props;
  const { article } = row;
  const started = countOf(row) > 0;
  const Icon = started ? CircleDot : Circle;
  return (
    <button
      type="button"
      className={styles['row']}
      aria-current={open ? 'true' : undefined}
      tabIndex={focusable ? 0 : -1}
      data-article={article.id}
      onClick={() => onOpen(article.id)}
    >
      <Icon size={14} strokeWidth={1.6} aria-hidden className={styles['icon']} />
      <span className={styles['title']} dir="auto">
        {article.title === '' ? 'Untitled' : article.title}
      </span>
      <span className={styles['state']}>{started ? 'Open' : 'To do'}</span>
      <span className={styles['counts']}>
        {started ? <Counts counts={countsOf(row, labels)} /> : null}
      </span>
    </button>
  );
});

function countsOf(row: ArticleRow, labels: readonly Label[]) {
  return labels.slice(0, SHOWN_LABELS).map(({ id, name, letter, hue }) => ({
    id,
    name,
    letter,
    hue,
    count: row.counts[id] ?? 0,
  }));
}
