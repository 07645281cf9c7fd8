import { useEffect } from 'react';
import { inBackground } from '../../state/background.ts';
import { chooseExport, openExport } from '../../state/export.ts';
import { useProject } from '../../state/project.ts';
import {
  compare,
  filterQueue,
  followReview,
  type ReviewItem,
  say,
  showView,
  useReview,
} from '../../state/review.ts';
import { goTo } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { numberWords } from '../../words/amounts.ts';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import { withSpan } from './actions.ts';
import { DecisionBar } from './decision-bar.tsx';
import { LessonsList } from './lessons-list.tsx';
import { ReadingEditor } from './reading-editor.tsx';
import { Readings } from './readings.tsx';
import styles from './review-page.module.css';
import { ReviewQueue } from './review-queue.tsx';
import { ReviewSide } from './review-side.tsx';
import { SideBySide } from './side-by-side.tsx';
import { TextLanes } from './text-lanes.tsx';

/** The place where a team settles what its analysts marked differently. */
export function ReviewPage() {
  useEffect(() => followReview(), []);
  const view = useReview((state) => state.view);
  const item = useReview((state) => state.item);
  const none = useReview((state) => state.compared?.articles === 0);
  const queue = useReview((state) => state.queue);
  if (view === 'lessons') {
    return (
      <div className={styles['lessons']}>
        <ViewChoice />
        <LessonsList />
      </div>
    );
  }
  if (none || queue === undefined) {
    return (
      <div className={styles['lessons']}>
        <ViewChoice />
        <NothingYet />
      </div>
    );
  }
  return (
    <div className={styles['page']} data-side={item !== undefined}>
      <ReviewQueue />
      <div className={styles['centre']}>
        <Head item={item} />
        {item === undefined ? <Finished /> : <OpenItem item={item} />}
      </div>
      {item === undefined ? null : <ReviewSide item={item} />}
    </div>
  );
}

function ViewChoice() {
  return (
    <div className={styles['head']}>
      <Views />
    </div>
  );
}

function Views() {
  const view = useReview((state) => state.view);
  return (
    <Segmented
      label={t('review.view')}
      value={view}
      options={[
        { value: 'items', name: t('review.viewItems') },
        { value: 'lessons', name: t('review.viewLessons') },
      ]}
      onChange={(next) => inBackground(showView(next))}
    />
  );
}

function Head({ item }: { readonly item: ReviewItem | undefined }) {
  const rows = useReview((state) => state.queue?.rows) ?? [];
  const total = useReview((state) => state.queue?.total ?? 0);
  const article = useProject((state) =>
    state.rows.find((row) => row.article.id === item?.row.articleId),
  );
  const at = rows.findIndex(({ id }) => id === item?.row.id);
  return (
    <div className={styles['head']}>
      {at < 0 ? null : (
        <span className={styles['number']}>
          {t('review.item', { number: numberWords(at + 1), all: numberWords(total) })}
        </span>
      )}
      <span className={styles['article']} dir="auto">
        {article?.article.title ?? ''}
      </span>
      <Comparing />
      <Views />
    </div>
  );
}

function Comparing() {
  const progress = useReview((state) => state.progress);
  if (progress === undefined) return null;
  const { done, total } = progress;
  return (
    <span className={styles['article']}>
      {t('review.comparing', { done: numberWords(done), total: numberWords(total) })}
    </span>
  );
}

function OpenItem({ item }: { readonly item: ReviewItem }) {
  const chosen = useReview((state) => state.chosen);
  const editing = useReview((state) => state.editing);
  const preview = editing === undefined ? [] : [{ ...editing, key: '✎', readers: [] }];
  const onSelect = (start: number, end: number): void => {
    const value = editing === undefined ? undefined : withSpan(editing, [start, end]);
    if (value !== undefined) say({ editing: value });
  };
  return (
    <>
      <div className={styles['scroll']}>
        <TextLanes
          item={item}
          readings={editing === undefined ? item.candidates : preview}
          chosen={editing === undefined ? chosen : '✎'}
          onSelect={onSelect}
        />
        {editing === undefined ? (
          <>
            <Readings item={item} />
            <SideBySide readings={item.candidates} />
          </>
        ) : (
          <ReadingEditor value={editing} readings={item.candidates} />
        )}
      </div>
      <DecisionBar />
    </>
  );
}

function Finished() {
  const left = useReview((state) => {
    const minutes = state.queue?.minutes;
    return (minutes?.items ?? 0) - (minutes?.states.settled ?? 0);
  });
  if (left > 0) {
    const all = {
      kind: undefined,
      label: undefined,
      articleId: undefined,
      analyst: undefined,
      pattern: undefined,
    };
    return (
      <EmptyState
        title={t('review.nothingFiltered')}
        action={<Button onClick={() => filterQueue(all)}>{t('review.showAll')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      title={t('review.finished')}
      action={
        <Button
          look="primary"
          onClick={() => {
            openExport();
            chooseExport({ whose: { kind: 'gold' } });
          }}
        >
          {t('review.exportGold')}
        </Button>
      }
    >
      {t('review.finishedWords')}
    </EmptyState>
  );
}

function NothingYet() {
  const error = useReview((state) => state.error);
  const compared = useReview((state) => state.compared);
  const progress = useReview((state) => state.progress);
  if (error !== undefined) {
    return (
      <ErrorState
        title={t('review.failed')}
        actions={<Button onClick={() => inBackground(compare())}>{t('review.again')}</Button>}
      >
        {said(error.message)}
      </ErrorState>
    );
  }
  if (compared === undefined) {
    const { done, total } = progress ?? { done: 0, total: 0 };
    const words = t('review.comparing', { done: numberWords(done), total: numberWords(total) });
    return (
      <div className={styles['comparing']}>
        <p>{words}</p>
        <ProgressBar label={words} value={total === 0 ? undefined : done / total} />
      </div>
    );
  }
  return (
    <EmptyState
      page
      title={t('review.nothingToCompare')}
      action={<Button onClick={() => goTo('import')}>{t('review.goTransfer')}</Button>}
    >
      {t('review.nothingToCompareWords')}
    </EmptyState>
  );
}
