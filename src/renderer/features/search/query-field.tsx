import { CircleHelp, ListFilter, Search } from 'lucide-react';
import { useState } from 'react';
import type { Label } from '../../../core/model/codebook.ts';
import { useProject } from '../../state/project.ts';
import { searchFor, useSearch } from '../../state/searching.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import type { PlainKey } from '../../words/catalogue.ts';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import styles from './query-field.module.css';
import { QUERY_ID } from './query-focus.ts';
import { chipsOf, queryValue, withPart } from './query-parts.ts';
import { SyntaxHelp } from './syntax-help.tsx';

/** Puts the focus back into the field, the caret at the end, where the value is to be typed. */
function goOnTyping(): void {
  requestAnimationFrame(() => {
    const field = document.getElementById(QUERY_ID);
    if (!(field instanceof HTMLInputElement)) return;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  });
}

function add(part: string): void {
  searchFor(withPart(useSearch.getState().text, part));
  goOnTyping();
}

/** Where the query is typed: the field, its filters as chips, and why it cannot be understood. */
export function QueryField() {
  const text = useSearch((state) => state.text);
  const problem = useSearch((state) => state.problem);
  const [help, setHelp] = useState(false);
  return (
    <search className={styles['query']}>
      <div className={styles['field']} data-wrong={problem !== undefined}>
        <Search size={16} strokeWidth={1.6} aria-hidden />
        <input
          id={QUERY_ID}
          type="search"
          aria-label={t('search.searchAll')}
          aria-describedby={problem === undefined ? undefined : `${QUERY_ID}-problem`}
          aria-invalid={problem !== undefined}
          placeholder={t('search.queryHint')}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          value={text}
          onChange={(event) => searchFor(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && text !== '') {
              event.preventDefault();
              searchFor('');
            } else if (event.key === 'ArrowDown') {
              event.preventDefault();
              document.querySelector<HTMLElement>('[data-hits]')?.focus();
            }
          }}
        />
        {text === '' ? <KeyHint command="search.show" /> : null}
        <FilterMenu />
        <IconButton icon={CircleHelp} label={t('search.howTo')} onClick={() => setHelp(true)} />
      </div>
      <Chips text={text} />
      {problem === undefined ? null : (
        <p id={`${QUERY_ID}-problem`} role="alert" className={styles['problem']}>
          {`${said(problem.message)} `}
          <Where text={text} start={problem.start} end={problem.end} />
        </p>
      )}
      {help ? <SyntaxHelp onClose={() => setHelp(false)} /> : null}
    </search>
  );
}

function Where(props: { readonly text: string; readonly start: number; readonly end: number }) {
  const { text, start, end } = props;
  return (
    <code className={styles['where']} dir="auto">
      {text.slice(Math.max(0, start - 24), start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end, end + 24)}
    </code>
  );
}

function Chips({ text }: { readonly text: string }) {
  const chips = chipsOf(text);
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t('search.filtersUsed')} className={styles['chips']}>
      {chips.map(({ words, without }) => (
        <li key={words}>
          <Chip
            removeLabel={t('search.dropFilter', { filter: words })}
            onRemove={() => {
              searchFor(without);
              goOnTyping();
            }}
          >
            {words}
          </Chip>
        </li>
      ))}
    </ul>
  );
}

const FIELDS: readonly (readonly [part: string, name: PlainKey])[] = [
  ['attribute:', 'search.fieldAttribute'],
  ['confidence:', 'search.fieldConfidence'],
  ['comment:', 'search.fieldComment'],
  ['outlet:', 'search.fieldOutlet'],
  ['title:', 'search.fieldTitle'],
  ['date:', 'search.fieldDate'],
  ['tag:', 'search.fieldTag'],
  ['lang:', 'search.fieldLanguage'],
  ['state:', 'search.fieldState'],
];

const NO_LABELS: readonly Label[] = [];

function FilterMenu() {
  const labels = useProject((state) => state.project?.codebook.labels ?? NO_LABELS);
  return (
    <Menu
      align="end"
      trigger={
        <Button look="quiet" icon={ListFilter}>
          {t('search.filter')}
        </Button>
      }
    >
      {labels.map(({ id, name }) => (
        <MenuItem key={id} onSelect={() => add(`label:${queryValue(name)}`)}>
          {t('search.labelItem', { name })}
        </MenuItem>
      ))}
      <MenuItem onSelect={() => add('-label:*')}>{t('search.notLabelled')}</MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={() => add('is:unsure')}>{t('search.unsure')}</MenuItem>
      <MenuItem onSelect={() => add('is:open-thread')}>{t('search.openComments')}</MenuItem>
      <MenuItem onSelect={() => add('has:comment')}>{t('search.withComments')}</MenuItem>
      <MenuSeparator />
      {FIELDS.map(([part, name]) => (
        <MenuItem key={part} onSelect={() => add(part)}>
          {t(name)}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem onSelect={() => add('in:furniture')}>{t('search.onlyFurniture')}</MenuItem>
      <MenuItem onSelect={() => add('in:all')}>{t('search.wholePage')}</MenuItem>
    </Menu>
  );
}
