import { useMemo } from 'react';
import { useProject } from '../../state/project.ts';
import { changeListView, countOf, type Progress, useListView } from './list-view.ts';
import styles from './progress-filter.module.css';

const NAMES: readonly { readonly value: Progress; readonly name: string }[] = [
  { value: 'all', name: 'All' },
  { value: 'todo', name: 'To do' },
  { value: 'open', name: 'Open' },
];

/** How far the project is, and a choice of what to show of it. */
export function ProgressFilter() {
  const rows = useProject((state) => state.rows);
  const chosen = useListView((state) => state.progress);
  const started = useMemo(() => rows.filter((row) => countOf(row) > 0).length, [rows]);
  const counts: Readonly<Record<Progress, number>> = {
    all: rows.length,
    todo: rows.length - started,
    open: started,
  };
  return (
    <div className={styles['filter']}>
      <div role="group" aria-label="Show" className={styles['choices']}>
        {NAMES.map(({ value, name }) => (
          <button
            key={value}
            type="button"
            aria-pressed={chosen === value}
            className={styles['choice']}
            onClick={() => changeListView({ progress: value })}
          >
            {`${name} ${counts[value].toLocaleString('en')}`}
          </button>
        ))}
      </div>
      <div className={styles['track']} aria-hidden>
        <div
          className={styles['bar']}
          style={{ inlineSize: `${String((100 * started) / rows.length)}%` }}
        />
      </div>
    </div>
  );
}
