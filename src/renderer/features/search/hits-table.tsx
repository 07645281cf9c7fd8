import { ArrowDown } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { chooseAll, chooseNone, chosenCount, useHitChanges } from '../../state/hit-changes.ts';
import { needLines, type SearchSorting, sortHits, useSearch } from '../../state/searching.ts';
import type { PlainKey } from '../../words/catalogue.ts';
import { t } from '../../words/words.ts';
import { hitKey } from './hit-keys.ts';
import { directionOf, HitRow } from './hit-row.tsx';
import styles from './hits-table.module.css';

const ROW_HEIGHT = 36;
const BUFFER = 400;

interface SortHeadProps {
  readonly by: SearchSorting;
  readonly name: PlainKey;
  readonly hint: PlainKey;
}

const HEADS = {
  left: { by: 'left', name: 'search.columnBefore', hint: 'search.sortBefore' },
  hit: { by: 'hit', name: 'search.columnHit', hint: 'search.sortHit' },
  right: { by: 'right', name: 'search.columnAfter', hint: 'search.sortAfter' },
  title: { by: 'title', name: 'search.columnArticle', hint: 'search.sortArticle' },
  date: { by: 'date', name: 'search.columnDate', hint: 'search.sortDate' },
} as const satisfies Readonly<Record<string, SortHeadProps>>;

/** The hits in their context, one line each. */
export function HitsTable({ count }: { readonly count: number }) {
  const text = useSearch((state) => state.text);
  const sorting = useSearch((state) => state.sorting);
  const at = useSearch((state) => state.at);
  const rows = useSearch((state) => state.rows);
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const places = useMemo(() => Array.from({ length: count }, (_, place) => place), [count]);

  const fetchInSight = useCallback(() => {
    const handle = list.current;
    if (handle === null) return;
    const from = handle.findItemIndex(handle.scrollOffset);
    const to = handle.findItemIndex(handle.scrollOffset + handle.viewportSize);
    needLines(Math.max(0, from - 10), to + 11);
  }, []);
  useEffect(fetchInSight, [fetchInSight, rows, count]);
  useEffect(() => {
    list.current?.scrollToIndex(0);
  }, [text, sorting]);

  function onKeyDown(event: KeyboardEvent): void {
    const to = hitKey(event, count);
    if (to !== undefined) list.current?.scrollToIndex(to, { align: 'nearest' });
  }

  return (
    <div className={styles['table']}>
      <Head count={count} />
      <div
        ref={scroller}
        data-hits
        role="grid"
        aria-label={t('search.hitsList')}
        aria-rowcount={count}
        aria-multiselectable
        // The grid holds the focus; its lines are reached by arrows.
        tabIndex={0}
        aria-activedescendant={`hit-${String(at)}`}
        className={styles['lines']}
        onKeyDown={onKeyDown}
      >
        <Virtualizer
          ref={list}
          scrollRef={scroller}
          data={places}
          itemSize={ROW_HEIGHT}
          bufferSize={BUFFER}
          keepMounted={[Math.min(at, Math.max(0, count - 1))]}
          onScroll={fetchInSight}
        >
          {(place) => (
            <HitRow key={place} place={place} row={rows.get(place)} current={place === at} />
          )}
        </Virtualizer>
      </div>
    </div>
  );
}

function Head({ count }: { readonly count: number }) {
  const chosen = useHitChanges((state) => chosenCount(state, count));
  const all = chosen === count && count > 0;
  const direction = useSearch((state) => directionOf(state.rows.get(0)));
  return (
    <div role="group" aria-label={t('search.selectAndSort')} className={styles['head']}>
      <span>
        <input
          type="checkbox"
          aria-label={t('search.selectAll')}
          checked={all}
          ref={(box) => {
            if (box !== null) box.indeterminate = chosen > 0 && !all;
          }}
          onChange={() => (all ? chooseNone() : chooseAll())}
        />
      </span>
      <span className={styles['context']} dir={direction}>
        <SortHead {...HEADS.left} />
        <span className={styles['rest']}>
          <SortHead {...HEADS.hit} />
          <SortHead {...HEADS.right} />
        </span>
      </span>
      <SortHead {...HEADS.title} />
      <SortHead {...HEADS.date} />
    </div>
  );
}

function SortHead({ by, name, hint }: SortHeadProps) {
  const sorted = useSearch((state) => state.sorting === by);
  return (
    <span className={styles['column']} data-column={by}>
      <button
        type="button"
        aria-pressed={sorted}
        title={t(sorted ? 'search.sortBack' : hint)}
        className={styles['sort']}
        onClick={() => sortHits(sorted ? 'article' : by)}
      >
        {t(name)}
        {sorted ? <ArrowDown size={12} strokeWidth={2} aria-hidden /> : null}
      </button>
    </span>
  );
}
