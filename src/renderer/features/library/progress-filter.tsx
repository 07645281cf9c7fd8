import { useMemo } from 'react';
import { LAYER_STATES, type LayerState } from '../../../core/model/layer-document.ts';
import { type ArticleRow, useProject } from '../../state/project.ts';
import { numberWords } from '../../words/amounts.ts';
import { t } from '../../words/words.ts';
import { changeFilter, useListView } from './list-view.ts';
import styles from './progress-filter.module.css';
import { stateName } from './state-names.ts';

type Counts = Readonly<Record<LayerState, number>>;

function countStates(rows: readonly ArticleRow[]): Counts {
  const counts = { new: 0, 'in-progress': 0, submitted: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

/** How far one is with the project, and a choice of what to show of it. */
export function ProgressFilter() {
  const rows = useProject((state) => state.rows);
  const chosen = useListView((state) => state.state);
  const counts = useMemo(() => countStates(rows), [rows]);
  const choices = [
    { value: 'all' as const, name: t('library.all'), count: rows.length },
    ...LAYER_STATES.map((value) => ({ value, name: stateName(value), count: counts[value] })),
  ];
  return (
    <div className={styles['filter']}>
      <div role="group" aria-label={t('library.show')} className={styles['choices']}>
        {choices.map(({ value, name, count }) => (
          <button
            key={value}
            type="button"
            aria-pressed={chosen === value}
            className={styles['choice']}
            onClick={() => changeFilter({ state: value })}
          >
            {name} <span className={styles['number']}>{numberWords(count)}</span>
          </button>
        ))}
      </div>
      <div className={styles['track']} aria-hidden>
        <Part state="submitted" count={counts.submitted} of={rows.length} />
        <Part state="in-progress" count={counts['in-progress']} of={rows.length} />
      </div>
    </div>
  );
}

function Part(props: { readonly state: LayerState; readonly count: number; readonly of: number }) {
  const { state, count, of } = props;
  return (
    <div
      className={styles['bar']}
      data-state={state}
      style={{ inlineSize: `${String((100 * count) / of)}%` }}
    />
  );
}
