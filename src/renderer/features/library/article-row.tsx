import { CircleHelp, Flag, MessageSquare } from 'lucide-react';
import { createElement, type MouseEvent, memo } from 'react';
import type { Label } from '../../../core/model/codebook.ts';
import type { ArticleRow } from '../../state/project.ts';
import { Chip } from '../../ui/chip.tsx';
import { Counts } from '../../ui/counts.tsx';
import { Spoken } from '../../ui/spoken.tsx';
import { numberWords } from '../../words/amounts.ts';
import { t, useLanguage } from '../../words/words.ts';
import styles from './article-row.module.css';
import { wordsOf } from './article-words.ts';
import { countOf } from './list-order.ts';
import { STATE_ICONS, stateName } from './state-names.ts';

/** Labels a row counts; the others are counted in the status bar. */
const SHOWN_LABELS = 3;

/** Props of {@link ArticleRowView}. */
export interface ArticleRowProps {
  readonly row: ArticleRow;
  readonly labels: readonly Label[];
  readonly open: boolean;
  readonly selected: boolean;
  /** The one row that Tab reaches. */
  readonly focusable: boolean;
  readonly onPress: (articleId: string, event: MouseEvent) => void;
}

/** One article of the list: state, title, counts, tags. */
export const ArticleRowView = memo(function ArticleRowView(props: ArticleRowProps) {
  const { row, labels, open, selected, focusable, onPress } = props;
  const { article, state } = row;
  // A row is drawn only when it changes, or its words do.
  useLanguage();
  return (
    <button
      type="button"
      className={styles['row']}
      aria-current={open ? 'true' : undefined}
      tabIndex={focusable ? 0 : -1}
      data-article={article.id}
      data-selected={selected}
      onClick={(event) => onPress(article.id, event)}
    >
      {createElement(STATE_ICONS[state], {
        size: 14,
        strokeWidth: 1.6,
        'aria-hidden': true,
        className: styles['icon'],
      })}
      <span className={styles['title']} dir="auto">
        {article.title === '' ? t('library.untitled') : article.title}
      </span>
      <span className={styles['state']}>
        {stateWords(row)}
        {wordsOf(article).asks ? <Question /> : null}
        <Open row={row} />
        {selected ? <Spoken>{t('library.selected')}</Spoken> : null}
      </span>
      <span className={styles['counts']}>
        {countOf(row) > 0 ? <Counts counts={countsOf(row, labels)} /> : null}
      </span>
      {article.tags.length === 0 ? null : <Tags tags={article.tags} />}
    </button>
  );
});

/** The state and, while one is at it, how much of the text was read. */
function stateWords({ state, seen, article }: ArticleRow): string {
  const name = stateName(state);
  if (state !== 'in-progress' || seen === 0 || article.characters === 0) return name;
  const share = Math.min(100, Math.round((100 * seen) / article.characters));
  return t('library.stateShare', { state: name, share });
}

function Question() {
  return (
    <span className={styles['question']} title={t('library.question')}>
      <Flag size={12} strokeWidth={1.8} aria-hidden />
      <Spoken>{t('library.questionSpoken')}</Spoken>
    </span>
  );
}

/** What is still open in an article: doubts, and threads that nobody has resolved. */
function Open({ row: { openThreads, unsure } }: { readonly row: ArticleRow }) {
  return (
    <>
      {openThreads === 0 ? null : (
        <span className={styles['open']} title={t('library.openComments', { count: openThreads })}>
          <MessageSquare size={12} strokeWidth={1.8} aria-hidden />
          <span aria-hidden>{numberWords(openThreads)}</span>
          <Spoken>{t('library.openCommentsSpoken', { count: openThreads })}</Spoken>
        </span>
      )}
      {unsure === 0 ? null : (
        <span className={styles['open']} title={t('library.unsureCount', { count: unsure })}>
          <CircleHelp size={12} strokeWidth={1.8} aria-hidden />
          <span aria-hidden>{numberWords(unsure)}</span>
          <Spoken>{t('library.unsureSpoken', { count: unsure })}</Spoken>
        </span>
      )}
    </>
  );
}

function Tags({ tags }: { readonly tags: readonly string[] }) {
  return (
    <span className={styles['tags']}>
      <Spoken>{t('library.tagsSpoken')} </Spoken>
      {tags.map((tag) => (
        <Chip key={tag}>{tag}</Chip>
      ))}
    </span>
  );
}

function countsOf(row: ArticleRow, labels: readonly Label[]) {
  return labels.slice(0, SHOWN_LABELS).map(({ id, name, letter, hue }) => ({
    id,
    name,
    letter,
    hue,
    count: row.counts[id] ?? 0,
  }));
}
