import { inBackground } from '../../state/background.ts';
import { useProject } from '../../state/project.ts';
import { type Lessons, useReview } from '../../state/review.ts';
import { showWords } from '../../state/sight.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LabelSquare } from '../../ui/label-square.tsx';
import { numberWords } from '../../words/amounts.ts';
import { t } from '../../words/words.ts';
import styles from './lessons-list.module.css';
import { reasonWords } from './review-words.ts';

type Lesson = Lessons['lessons'][number];
type Value = Lesson['gold'][number];

/** What one marked otherwise than the team settled it, with the reasons. */
export function LessonsList() {
  const lessons = useReview((state) => state.lessons);
  if (lessons === undefined) return null;
  if (lessons.lessons.length === 0) {
    return (
      <EmptyState title={t('review.lessonsNone')}>
        {lessons.settled === 0 ? t('review.lessonsNoneWords') : <Share lessons={lessons} />}
      </EmptyState>
    );
  }
  return (
    <section className={styles['page']}>
      <h1 className={styles['title']}>{t('review.viewLessons')}</h1>
      <p className={styles['share']}>
        <Share lessons={lessons} />
      </p>
      <ul aria-label={t('review.lessons')} className={styles['list']}>
        {lessons.lessons.map((one) => (
          <li key={`${one.item} ${one.annotation ?? ''}`}>
            <LessonRow lesson={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Share({ lessons: { same, settled } }: { readonly lessons: Lessons }) {
  return t('review.lessonsCount', { same: numberWords(same), settled: numberWords(settled) });
}

function LessonRow({ lesson }: { readonly lesson: Lesson }) {
  const { articleId, annotation, mine, gold, reason, note, by } = lesson;
  const title = useProject(
    (state) => state.rows.find((row) => row.article.id === articleId)?.article.title ?? '',
  );
  const place = (mine ?? gold[0])?.spans[0];
  return (
    <div className={styles['lesson']}>
      <Side name={t('review.lessonMine')} values={mine === undefined ? [] : [mine]} />
      <Side name={t('review.lessonGold')} values={gold} />
      <p className={styles['why']}>
        {[reasonWords(reason), note, by, title].filter((one) => one !== '').join(' · ')}
      </p>
      {place === undefined ? null : (
        <Button
          look="link"
          onClick={() => inBackground(showWords({ articleId, span: place }, annotation))}
        >
          {t('review.openArticle')}
        </Button>
      )}
    </div>
  );
}

function Side({ name, values }: { readonly name: string; readonly values: readonly Value[] }) {
  const labels = useProject((state) => state.labels);
  return (
    <div className={styles['side']}>
      <span className={styles['name']}>{name}</span>
      {values.length === 0 ? <span>{t('review.lessonNothing')}</span> : null}
      {values.map(({ label: id, quote, spans }) => {
        const label = labels.find((one) => one.id === id);
        return (
          <span key={`${id} ${String(spans)}`} className={styles['value']}>
            <LabelSquare letter={label?.letter ?? '?'} hue={label?.hue ?? 'grey'} />
            <span>{label?.name ?? id}</span>
            <span className={styles['quote']} dir="auto">
              {quote.join(' … ')}
            </span>
          </span>
        );
      })}
    </div>
  );
}
