import { SlidersHorizontal } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { Label } from '../../../core/model/codebook.ts';
import { type ArticleRow, useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { dayFromWords, dayWords, isDay } from '../../ui/date-words.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';
import { languageName } from '../../ui/source-names.ts';
import { TextInput } from '../../ui/text-input.tsx';
import { numberWords } from '../../words/amounts.ts';
import type { PlainKey } from '../../words/catalogue.ts';
import { t } from '../../words/words.ts';
import { wordsOf } from './article-words.ts';
import { facetsOf } from './facets.ts';
import styles from './filter-panel.module.css';
import { activeCount, NO_FILTER, NOBODY, UNKNOWN } from './list-filter.ts';
import { changeFilter, useListView } from './list-view.ts';

/** The button that opens the filters. */
export function FilterButton() {
  const active = useListView(activeCount);
  return (
    <Popover
      align="start"
      label={t('library.filters')}
      trigger={
        <IconButton
          icon={SlidersHorizontal}
          label={active === 0 ? t('library.moreFilters') : t('library.filtersInUse', { active })}
        />
      }
    >
      <Panel active={active} />
    </Popover>
  );
}

/** Stands for “any”: a value of a list cannot be empty. */
const ANY = '-any';

type Field = 'label' | 'assigned' | 'tag' | 'outlet' | 'language';

function Panel({ active }: { readonly active: number }) {
  const rows = useProject((state) => state.rows);
  return (
    <div className={styles['panel']}>
      <Fields rows={rows} />
      <Days />
      <Boxes rows={rows} />
      <Button
        disabled={active === 0}
        onClick={() => {
          const { words: _words, state: _state, ...fields } = NO_FILTER;
          changeFilter(fields);
        }}
      >
        {t('library.clearFilters')}
      </Button>
    </div>
  );
}

function counted(value: string, name: string, count: number): SelectOption<string> {
  return { value, name: `${name} (${numberWords(count)})` };
}

const NO_LABELS: readonly Label[] = [];

function Fields({ rows }: { readonly rows: readonly ArticleRow[] }) {
  const labels = useProject((state) => state.project?.codebook.labels ?? NO_LABELS);
  const analysts = useProject((state) => state.project?.analysts) ?? [];
  const tags = useMemo(() => facetsOf(rows, ({ article }) => article.tags), [rows]);
  const outlets = useMemo(() => facetsOf(rows, ({ article }) => [article.outlet]), [rows]);
  const languages = useMemo(() => facetsOf(rows, ({ article }) => [article.language]), [rows]);
  const people = analysts.map(({ id, name }) => ({ value: id, name }));
  return (
    <>
      <Choice
        field="label"
        name={t('library.label')}
        options={labels.map(({ id, name }) => ({ value: id, name }))}
      />
      <Choice
        field="assigned"
        name={t('library.assignedTo')}
        options={[...people, { value: NOBODY, name: t('library.nobody') }]}
      />
      <Choice
        field="tag"
        name={t('library.tagName')}
        options={tags.map(({ value, count }) => counted(value, value, count))}
      />
      <Choice
        field="outlet"
        name={t('library.outlet')}
        options={outlets.map(({ value, count }) => counted(value, value, count))}
      />
      <Choice
        field="language"
        name={t('library.language')}
        options={[
          ...languages.map(({ value, count }) => counted(value, languageName(value), count)),
          { value: UNKNOWN, name: t('library.notKnown') },
        ]}
      />
    </>
  );
}

interface ChoiceProps {
  readonly field: Field;
  readonly name: string;
  readonly options: readonly SelectOption<string>[];
}

function Choice({ field, name, options }: ChoiceProps) {
  const value = useListView((state) => state[field]);
  return (
    <Row name={name}>
      <Select
        label={name}
        value={value === '' ? ANY : value}
        options={[{ value: ANY, name: t('library.any') }, ...options]}
        onChange={(next) => changeFilter({ [field]: next === ANY ? '' : next })}
      />
    </Row>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles['row']}>
      <span className={styles['name']} aria-hidden>
        {name}
      </span>
      {children}
    </div>
  );
}

function Days() {
  return (
    <>
      <Row name={t('library.from')}>
        <DayField label={t('library.from')} field="from" />
      </Row>
      <Row name={t('library.to')}>
        <DayField label={t('library.to')} field="to" />
      </Row>
    </>
  );
}

/** A day, typed as it is shown everywhere or as an ISO date; it counts once it is one. */
function DayField({ label, field }: { readonly label: string; readonly field: 'from' | 'to' }) {
  const value = useListView((state) => state[field]);
  const [typing, setTyping] = useState<string | undefined>(undefined);
  const typed = typing ?? dayWords(value);
  const dayIn = (text: string): string | undefined => {
    const day = dayFromWords(text.trim());
    return day === '' || isDay(day) ? day : undefined;
  };
  return (
    <TextInput
      aria-label={label}
      aria-invalid={dayIn(typed) === undefined}
      placeholder={t('library.dayExample')}
      value={typed}
      onChange={(event) => {
        const next = event.target.value;
        setTyping(next);
        const day = dayIn(next);
        if (day !== undefined) changeFilter({ [field]: day });
      }}
      onBlur={() => setTyping(undefined)}
    />
  );
}

/** What can be ticked, and how many articles it would leave. */
const BOXES = [
  { field: 'talk', name: 'library.onlyTalk', holds: (row) => row.openThreads > 0 },
  { field: 'unsure', name: 'library.onlyUnsure', holds: (row) => row.unsure > 0 },
  { field: 'asks', name: 'library.onlyQuestions', holds: ({ article }) => wordsOf(article).asks },
] as const satisfies readonly {
  readonly field: 'talk' | 'unsure' | 'asks';
  readonly name: PlainKey;
  readonly holds: (row: ArticleRow) => boolean;
}[];

function Boxes({ rows }: { readonly rows: readonly ArticleRow[] }) {
  const counts = useMemo(() => BOXES.map(({ holds }) => rows.filter(holds).length), [rows]);
  const view = useListView();
  return BOXES.map(({ field, name }, at) => (
    <CheckBox
      key={field}
      label={t(name)}
      checked={view[field]}
      hint={numberWords(counts[at] ?? 0)}
      onChange={(next) => changeFilter({ [field]: next })}
    />
  ));
}
