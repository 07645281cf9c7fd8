import { type MouseEvent, memo } from 'react';
import type { Label } from '../../../core/model/codebook.ts';
import { anchorAt, chooseTo, isChosen, toggleHit, useHitChanges } from '../../state/hit-changes.ts';
import { useProject } from '../../state/project.ts';
import { type SearchRow, useSearch } from '../../state/searching.ts';
import { dayWords } from '../../ui/date-words.ts';
import { LabelSquare } from '../../ui/label-square.tsx';
import { Spoken } from '../../ui/spoken.tsx';
import { t, useLanguage } from '../../words/words.ts';
import { openHit } from './hit-keys.ts';
import styles from './hits-table.module.css';

const NO_LABELS: readonly Label[] = [];

/** Letters of scripts that run from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** Which way a hit and what is around it runs; from left to right where it is not known. */
export function directionOf(row: SearchRow | undefined): 'ltr' | 'rtl' {
  return row !== undefined && RIGHT_TO_LEFT.test(row.words + row.right) ? 'rtl' : 'ltr';
}

/** Props of {@link HitRow}. */
export interface HitRowProps {
  /** Place in the order. */
  readonly place: number;
  /** `undefined` while it is fetched. */
  readonly row: SearchRow | undefined;
  /** The line that keys act on. */
  readonly current: boolean;
}

function press(event: MouseEvent, row: SearchRow, place: number): void {
  useSearch.setState({ at: place });
  if (event.shiftKey) chooseTo(place);
  else if (event.ctrlKey || event.metaKey) toggleHit(row.hit, place);
  else anchorAt(place);
}

/** A hit with what stands around it, and where it is from. */
export const HitRow = memo(function HitRow({ place, row, current }: HitRowProps) {
  const chosen = useHitChanges((state) => row !== undefined && isChosen(state, row.hit));
  // What is the same is not drawn again, so the language is asked for here.
  useLanguage();
  const frame = {
    role: 'row',
    id: `hit-${String(place)}`,
    'aria-rowindex': place + 1,
    'aria-selected': chosen,
    'data-current': current,
    className: styles['row'],
  } as const;
  if (row === undefined) {
    return (
      <div {...frame} aria-busy>
        <span role="gridcell" className={styles['waiting']}>
          …
        </span>
      </div>
    );
  }
  return (
    // The list holds the focus and handles the keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- its role is in `frame`
    <div
      {...frame}
      tabIndex={-1}
      onClick={(event) => press(event, row, place)}
      onDoubleClick={() => openHit(row)}
    >
      <span role="gridcell">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('search.selectHit', { words: row.words })}
          checked={chosen}
          onClick={(event) => event.stopPropagation()}
          onChange={() => toggleHit(row.hit, place)}
        />
      </span>
      <Context row={row} />
      <Source row={row} />
    </div>
  );
});

function Context({ row }: { readonly row: SearchRow }) {
  const direction = directionOf(row);
  const isArticle = row.start === row.end && row.annotation === undefined;
  return (
    <span role="presentation" className={styles['context']} dir={direction}>
      <span role="gridcell" className={styles['left']}>
        <span>{row.left}</span>
      </span>
      <span role="presentation" className={styles['rest']}>
        <span role="gridcell" className={styles['hit']}>
          {isArticle ? (
            <Spoken>{t('search.theArticle')}</Spoken>
          ) : (
            <span className={styles['words']}>{row.words}</span>
          )}
          <Labels ids={row.labels} />
        </span>
        <span role="gridcell" className={styles['right']}>
          {row.right}
        </span>
      </span>
    </span>
  );
}

function Labels({ ids }: { readonly ids: readonly string[] }) {
  const labels = useProject((state) => state.project?.codebook.labels ?? NO_LABELS);
  const known = labels.filter(({ id }) => ids.includes(id));
  if (known.length === 0) return null;
  return (
    <span className={styles['labels']}>
      {known.map(({ id, letter, hue, name }) => (
        <span key={id} title={name}>
          <LabelSquare letter={letter} hue={hue} />
          <Spoken>{t('search.spokenLabel', { name })}</Spoken>
        </span>
      ))}
    </span>
  );
}

function Source({ row }: { readonly row: SearchRow }) {
  return (
    <>
      <span
        role="gridcell"
        className={styles['source']}
        title={t('search.sourceLine', { title: row.title, outlet: row.outlet })}
      >
        <button
          type="button"
          tabIndex={-1}
          className={styles['open']}
          dir="auto"
          onClick={(event) => {
            event.stopPropagation();
            openHit(row);
          }}
        >
          {row.title === '' ? t('search.noTitle') : row.title}
        </button>
      </span>
      <span role="gridcell" className={styles['date']}>
        {row.date === '' ? '–' : dayWords(row.date)}
      </span>
    </>
  );
}
