import { useProject } from '../../state/project.ts';
import { Chip } from '../../ui/chip.tsx';
import { dayWords } from '../../ui/date-words.ts';
import { languageName } from '../../ui/source-names.ts';
import styles from './filter-chips.module.css';
import { type ListFilter, NOBODY, UNKNOWN } from './list-filter.ts';
import { changeFilter, useListView } from './list-view.ts';

interface Active {
  readonly words: string;
  readonly clear: Partial<ListFilter>;
}

function daysWords(from: string, to: string): string {
  if (to === '') return `From ${dayWords(from)}`;
  if (from === '') return `Until ${dayWords(to)}`;
  return from === to ? dayWords(from) : `${dayWords(from)} – ${dayWords(to)}`;
}

function useActive(): readonly Active[] {
  const { label, assigned, tag, outlet, language, from, to, asks } = useListView();
  const labels = useProject((state) => state.labels);
  const analysts = useProject((state) => state.project?.analysts) ?? [];
  const person = analysts.find(({ id }) => id === assigned)?.name ?? assigned;
  const found: readonly (readonly [value: string, words: string, clear: Partial<ListFilter>])[] = [
    [label, `Has ${labels.find(({ id }) => id === label)?.name ?? label}`, { label: '' }],
    [assigned, assigned === NOBODY ? 'Not assigned' : `For ${person}`, { assigned: '' }],
    [tag, tag, { tag: '' }],
    [outlet, outlet, { outlet: '' }],
    [language, languageName(language === UNKNOWN ? '' : language), { language: '' }],
    [from + to, from + to === '' ? '' : daysWords(from, to), { from: '', to: '' }],
    [asks ? 'asks' : '', 'With questions', { asks: false }],
  ];
  return found.filter(([value]) => value !== '').map(([, words, clear]) => ({ words, clear }));
}

/** The filters in use, each with a cross. */
export function FilterChips() {
  const active = useActive();
  if (active.length === 0) return null;
  return (
    <ul aria-label="Filters in use" className={styles['chips']}>
      {active.map(({ words, clear }) => (
        <li key={words}>
          <Chip removeLabel={`Drop the filter ${words}`} onRemove={() => changeFilter(clear)}>
            {words}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
