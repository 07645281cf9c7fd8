import { useProject } from '../../state/project.ts';
import {
  chooseReading,
  hideNames,
  type Reading,
  type ReviewItem,
  useReview,
} from '../../state/review.ts';
import { Button } from '../../ui/button.tsx';
import { LabelSquare } from '../../ui/label-square.tsx';
import { Spoken } from '../../ui/spoken.tsx';
import { t } from '../../words/words.ts';
import styles from './readings.module.css';
import { kindWords, valueWords } from './review-words.ts';

/** The readings of the open item, one a row; the chosen one is filled in the text. */
export function Readings({ item }: { readonly item: ReviewItem }) {
  const anonymous = useReview((state) => state.anonymous);
  const chosen = useReview((state) => state.chosen);
  const { candidates, absent } = item;
  return (
    <section className={styles['section']}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>{t('review.readings', { count: candidates.length })}</h2>
        <span className={styles['hint']}>
          {anonymous ? t('review.namesHidden') : t('review.namesShown')}
        </span>
        <Button look="link" onClick={() => hideNames(!anonymous)}>
          {anonymous ? t('review.showNames') : t('review.hideNames')}
        </Button>
        <span className={styles['space']} />
        <span className={styles['hint']}>
          {t('review.apartOn')} <b className={styles['strong']}>{kindWords(item.row)}</b>
        </span>
      </div>
      <ul className={styles['list']}>
        {candidates.map((reading) => (
          <li key={reading.key}>
            <ReadingRow reading={reading} chosen={reading.key === chosen} />
          </li>
        ))}
      </ul>
      {absent.length === 0 ? null : (
        <p className={styles['absent']}>
          {t('review.absent', { names: absent.map(readerName).join(', ') })}
        </p>
      )}
    </section>
  );
}

function readerName({ alias, name }: ReviewItem['absent'][number]): string {
  return name ?? t('review.readerNumber', { number: alias });
}

function ReadingRow({ reading, chosen }: { readonly reading: Reading; readonly chosen: boolean }) {
  const anonymous = useReview((state) => state.anonymous);
  const codebook = useProject((state) => state.project?.codebook);
  const label = codebook?.labels.find(({ id }) => id === reading.label);
  const attributes = new Map(codebook?.attributes.map((one) => [one.id, one] as const));
  const answers = Object.entries(reading.attributes)
    .map(([id, value]) => valueWords(attributes.get(id), value))
    .join(' · ');
  const count = reading.readers.length;
  return (
    <button
      type="button"
      className={styles['row']}
      aria-pressed={chosen}
      onClick={() => chooseReading(reading.key)}
    >
      <span className={styles['letter']}>
        <Spoken>{t('review.reading', { letter: reading.key })}</Spoken>
        <span aria-hidden>{reading.key}</span>
      </span>
      <span className={styles['label']}>
        <LabelSquare letter={label?.letter ?? '?'} hue={label?.hue ?? 'grey'} />
        {label?.name ?? reading.label}
      </span>
      <span className={styles['said']}>
        <span className={styles['quote']} dir="auto">
          {reading.quote.join(' … ')}
        </span>
        {answers === '' ? null : <span className={styles['answers']}>{answers}</span>}
      </span>
      <span className={styles['readers']}>
        {anonymous ? t('review.readers', { count }) : reading.readers.map(readerName).join(', ')}
      </span>
    </button>
  );
}
