import { inBackground } from '../../state/background.ts';
import { useProject } from '../../state/project.ts';
import {
  compareUnsubmitted,
  filterQueue,
  type ReviewRow,
  showItem,
  useReview,
} from '../../state/review.ts';
import { acceptUnanimous } from '../../state/review-decisions.ts';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { LabelSquare } from '../../ui/label-square.tsx';
import { Select } from '../../ui/select.tsx';
import { Spoken } from '../../ui/spoken.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { numberWords } from '../../words/amounts.ts';
import { t } from '../../words/words.ts';
import styles from './review-queue.module.css';
import { kindWords, scoreWords } from './review-words.ts';

const ROW_HEIGHT = 48;
const BUFFER = 400;

const KINDS = [
  ['label', 'review.kindLabel'],
  ['boundary', 'review.kindBoundary'],
  ['attribute', 'review.kindAttribute'],
  ['missed', 'review.filterMissed'],
  ['extra', 'review.filterExtra'],
  ['agree', 'review.kindAgree'],
] as const;

/** What is to be settled, most apart first. */
export function ReviewQueue() {
  const queue = useReview((state) => state.queue);
  const open = useReview((state) => state.item?.row.id);
  const rows = queue?.rows ?? [];
  const minutes = queue?.minutes;
  const left = (minutes?.items ?? 0) - (minutes?.states.settled ?? 0);
  return (
    <section aria-label={t('review.toSettle')} className={styles['queue']}>
      <div className={styles['head']}>
        <h1 className={styles['title']}>{t('review.toSettle')}</h1>
        <span className={styles['count']}>
          {t('review.left', { left: numberWords(left), all: numberWords(minutes?.items ?? 0) })}
        </span>
        <span className={styles['space']} />
        <span className={styles['hint']}>{t('review.mostApart')}</span>
      </div>
      <Filters />
      <VirtualList
        label={t('review.queue')}
        items={rows}
        current={rows.findIndex(({ id }) => id === open)}
        itemHeight={ROW_HEIGHT}
        buffer={BUFFER}
        wholeUpTo={100}
        className={styles['rows']}
        listClassName={styles['list']}
        keyOf={({ id }) => id}
      >
        {(row, { current, focusable }) => (
          <QueueRow row={row} current={current} focusable={focusable} />
        )}
      </VirtualList>
      <Unanimous />
    </section>
  );
}

function Filters() {
  const filter = useReview((state) => state.filter);
  const unsubmitted = useReview((state) => state.unsubmitted);
  const mayAsk = useReview((state) => state.compared?.mayAskUnsubmitted === true);
  const anonymous = useReview((state) => state.anonymous);
  const labels = useProject((state) => state.labels);
  const analysts = useProject((state) => state.project?.analysts) ?? [];
  const any = (name: string): { readonly value: string; readonly name: string } => ({
    value: '',
    name,
  });
  const chosen = (value: string): string | undefined => (value === '' ? undefined : value);
  return (
    <div role="group" aria-label={t('review.filters')} className={styles['filters']}>
      <Select
        label={t('review.anyKind')}
        value={filter.kind ?? ''}
        options={[
          any(t('review.anyKind')),
          ...KINDS.map(([value, name]) => ({ value: value as string, name: t(name) })),
        ]}
        onChange={(value) => filterQueue({ kind: chosen(value) as typeof filter.kind })}
      />
      <Select
        label={t('review.anyLabel')}
        value={filter.label ?? ''}
        options={[
          any(t('review.anyLabel')),
          ...labels.map(({ id, name }) => ({ value: id, name })),
        ]}
        onChange={(value) => filterQueue({ label: chosen(value) })}
      />
      <ArticleFilter />
      {anonymous ? null : (
        <Select
          label={t('review.anyAnalyst')}
          value={filter.analyst ?? ''}
          options={[
            any(t('review.anyAnalyst')),
            ...analysts.map(({ id, name }) => ({ value: id, name })),
          ]}
          onChange={(value) => filterQueue({ analyst: chosen(value) })}
        />
      )}
      <CheckBox
        label={t('review.showSettled')}
        checked={filter.settled === true}
        onChange={(settled) => filterQueue({ settled })}
      />
      {mayAsk ? (
        <CheckBox
          label={t('review.unsubmitted')}
          checked={unsubmitted}
          onChange={compareUnsubmitted}
        />
      ) : null}
    </div>
  );
}

/** Beyond this many, articles are found by the search instead. */
const MOST_ARTICLES = 300;

function ArticleFilter() {
  const articleId = useReview((state) => state.filter.articleId);
  const rows = useProject((state) => state.rows);
  return (
    <Select
      label={t('review.anyArticle')}
      value={articleId ?? ''}
      options={[
        { value: '', name: t('review.anyArticle') },
        ...rows
          .slice(0, MOST_ARTICLES)
          .map(({ article }) => ({ value: article.id, name: article.title })),
      ]}
      onChange={(value) => filterQueue({ articleId: value === '' ? undefined : value })}
    />
  );
}

const STATES = {
  open: undefined,
  deferred: 'review.stateDeferred',
  stale: 'review.stateStale',
  settled: 'review.stateSettled',
} as const;

function QueueRow(props: {
  readonly row: ReviewRow;
  readonly current: boolean;
  readonly focusable: boolean;
}) {
  const { row, current, focusable } = props;
  const labels = useProject((state) => state.labels);
  const state = STATES[row.state];
  const words = [kindWords(row), ...(state === undefined ? [] : [t(state)])].join(' · ');
  return (
    <button
      type="button"
      className={styles['row']}
      aria-current={current ? 'true' : undefined}
      tabIndex={focusable ? 0 : -1}
      onClick={() => inBackground(showItem(row))}
    >
      <span className={styles['score']}>
        <Spoken>{t('review.apart', { score: scoreWords(row.score) })}</Spoken>
        <span aria-hidden>{scoreWords(row.score)}</span>
      </span>
      <span className={styles['quote']} dir="auto">
        {row.quote}
      </span>
      <span className={styles['facts']}>
        {row.labels.map((id) => {
          const label = labels.find((one) => one.id === id);
          return <LabelSquare key={id} letter={label?.letter ?? '?'} hue={label?.hue ?? 'grey'} />;
        })}
        <span className={styles['words']}>{words}</span>
      </span>
    </button>
  );
}

function Unanimous() {
  const count = useReview((state) => state.queue?.minutes.unanimous ?? 0);
  const may = useReview((state) => state.compared?.mayNotDecide === '');
  if (count === 0 || !may) return null;
  return (
    <div className={styles['foot']}>
      <Button command="review.unanimous" onClick={() => inBackground(acceptUnanimous())}>
        {t('review.acceptUnanimous', { number: numberWords(count) })}
      </Button>
    </div>
  );
}
