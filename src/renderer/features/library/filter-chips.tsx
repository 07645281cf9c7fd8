import { useProject } from '../../state/project.ts';
import { Chip } from '../../ui/chip.tsx';
import { dayWords } from '../../ui/date-words.ts';
import { languageName } from '../../ui/source-names.ts';
import { t } from '../../words/words.ts';
import styles from './filter-chips.module.css';
import { type ListFilter, NOBODY, UNKNOWN } from './list-filter.ts';
import { changeFilter, useListView } from './list-view.ts';

interface Active {
  readonly words: string;
  readonly clear: Partial<ListFilter>;
}

function daysWords(from: string, to: string): string {
  if (to === '') return t('library.fromDay', { day: dayWords(from) });
  if (from === '') return t('library.untilDay', { day: dayWords(to) });
  return from === to
    ? dayWords(from)
    : t('library.days', { from: dayWords(from), to: dayWords(to) });
}

function boxesIn({ talk, unsure, asks }: ListFilter): readonly Active[] {
  return [
    ...(talk ? [{ words: t('library.withTalk'), clear: { talk: false } }] : []),
    ...(unsure ? [{ words: t('library.withUnsure'), clear: { unsure: false } }] : []),
    ...(asks ? [{ words: t('library.withQuestions'), clear: { asks: false } }] : []),
  ];
}

function useActive(): readonly Active[] {
  const view = useListView();
  const { label, assigned, tag, outlet, language, from, to } = view;
  const labels = useProject((state) => state.project?.codebook.labels) ?? [];
  const analysts = useProject((state) => state.project?.analysts) ?? [];
  const labelName = labels.find(({ id }) => id === label)?.name ?? label;
  const person = analysts.find(({ id }) => id === assigned)?.name ?? assigned;
  const found: readonly (readonly [value: string, words: string, clear: Partial<ListFilter>])[] = [
    [label, t('library.hasLabel', { label: labelName }), { label: '' }],
    [
      assigned,
      assigned === NOBODY ? t('library.notAssigned') : t('library.forPerson', { name: person }),
      { assigned: '' },
    ],
    [tag, tag, { tag: '' }],
    [outlet, outlet, { outlet: '' }],
    [language, languageName(language === UNKNOWN ? '' : language), { language: '' }],
    [from + to, from + to === '' ? '' : daysWords(from, to), { from: '', to: '' }],
  ];
  return [
    ...found.filter(([value]) => value !== '').map(([, words, clear]) => ({ words, clear })),
    ...boxesIn(view),
  ];
}

/** The filters in use, each with a cross. */
export function FilterChips() {
  const active = useActive();
  if (active.length === 0) return null;
  return (
    <ul aria-label={t('library.filtersUsed')} className={styles['chips']}>
      {active.map(({ words, clear }) => (
        <li key={words}>
          <Chip
            removeLabel={t('library.dropFilter', { filter: words })}
            onRemove={() => changeFilter(clear)}
          >
            {words}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
