import { Plus } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { showSection, useCodebook } from '../../state/codebook.ts';
import { useSecondLook } from '../../state/second-look.ts';
import { Button } from '../../ui/button.tsx';
import { listTarget } from '../../ui/list-keys.ts';
import { numberWords } from '../../words/amounts.ts';
import { t } from '../../words/words.ts';
import { AddEntryDialog } from './add-entry-dialog.tsx';
import styles from './codebook-page.module.css';
import { EntryNav } from './entry-list.tsx';
import { ENTRY_WORDS, entriesIn, isList, SECTIONS } from './sections.ts';
import { useContent, useReadOnly } from './use-draft.ts';
import { useEntryId } from './use-entry.ts';

/** The sections, and under them the entries of the one that is open. */
export function CodebookNav() {
  const section = useCodebook((state) => state.section);
  const content = useContent();
  const entry = useEntryId();
  const readOnly = useReadOnly();
  const [adding, setAdding] = useState(false);
  const title = SECTIONS.find(({ id }) => id === section)?.name;
  return (
    <nav aria-label={t('codebook.title')} className={styles['nav']}>
      <Sections />
      {isList(section) ? (
        <>
          <h2 className={styles['navTitle']}>{title === undefined ? '' : t(title)}</h2>
          <EntryNav
            list={section}
            name={title === undefined ? '' : t(title)}
            entries={entriesIn(content, section)}
            current={entry}
          />
          <Button
            look="quiet"
            icon={Plus}
            className={styles['addEntry']}
            disabled={readOnly}
            aria-haspopup="dialog"
            onClick={() => setAdding(true)}
          >
            {t(ENTRY_WORDS[section].add)}
          </Button>
          {adding ? <AddEntryDialog list={section} onClose={() => setAdding(false)} /> : null}
        </>
      ) : null}
    </nav>
  );
}

function useCount(): (id: string) => number | undefined {
  const content = useContent();
  const versions = useCodebook((state) => state.versions?.length);
  const again = useSecondLook((state) => state.list?.total);
  return (id) => {
    const counts: Readonly<Record<string, number | undefined>> = {
      labels: content.labels.length,
      attributes: content.attributes.length,
      relationTypes: content.relationTypes.length,
      rules: content.rules.length,
      versions,
      'second-look': again,
    };
    return counts[id];
  };
}

function countOf(count: number | undefined): string {
  return count === undefined ? '' : numberWords(count);
}

function Sections() {
  const section = useCodebook((state) => state.section);
  const count = useCount();
  const root = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent, at: number): void => {
    const target = listTarget(event, at, SECTIONS.length);
    if (target === undefined) return;
    event.preventDefault();
    root.current?.querySelectorAll('button')[target]?.focus();
  };
  return (
    <ul ref={root} aria-label={t('codebook.sections')} className={styles['sections']}>
      {SECTIONS.map(({ id, name }, at) => (
        <li key={id}>
          <button
            type="button"
            aria-current={section === id}
            className={styles['entry']}
            onClick={() => showSection(id)}
            onKeyDown={(event) => onKeyDown(event, at)}
          >
            <span className={styles['entryName']}>{t(name)}</span>
            <span className={styles['entryHint']}>{countOf(count(id))}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
