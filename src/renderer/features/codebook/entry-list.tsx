import { type KeyboardEvent, useRef } from 'react';
import { type EntryList, editDraft, showEntry } from '../../state/codebook.ts';
import { announce } from '../../state/project.ts';
import { LabelSquare } from '../../ui/label-square.tsx';
import { listTarget } from '../../ui/list-keys.ts';
import { Spoken } from '../../ui/spoken.tsx';
import { t } from '../../words/words.ts';
import styles from './codebook-page.module.css';
import { moveEntry } from './draft-edits.ts';
import { ENTRY_WORDS, hintWords, type ListedEntry } from './sections.ts';
import { useProblemCounts, useReadOnly } from './use-draft.ts';

/** Props of {@link EntryNav}. */
export interface EntryNavProps {
  readonly list: EntryList;
  readonly name: string;
  readonly entries: readonly ListedEntry[];
  readonly current: string | undefined;
}

/** The entries of a list: arrows walk, Alt with an arrow moves the entry. */
export function EntryNav({ list, name, entries, current }: EntryNavProps) {
  const root = useRef<HTMLUListElement>(null);
  const problems = useProblemCounts(list);
  const readOnly = useReadOnly();
  const focusLater = (id: string): void => {
    requestAnimationFrame(() => {
      root.current?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`)?.focus();
    });
  };
  const reorder = (id: string, by: number): void => {
    if (readOnly) return;
    editDraft(`order ${list}`, (content) => moveEntry(content, list, id, by));
    focusLater(id);
    const at = entries.findIndex((one) => one.id === id) + by;
    if (at >= 0 && at < entries.length)
      announce(() => t('codebook.position', { at: at + 1, total: entries.length }));
  };
  const onKeyDown = (event: KeyboardEvent, at: number, id: string): void => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      reorder(id, event.key === 'ArrowUp' ? -1 : 1);
      return;
    }
    const target = listTarget(event, at, entries.length);
    const next = target === undefined ? undefined : entries[target];
    if (next === undefined) return;
    event.preventDefault();
    showEntry(list, next.id);
    focusLater(next.id);
  };
  return (
    <ul ref={root} aria-label={name} className={styles['entries']}>
      {entries.map((entry, at) => (
        <li key={entry.id}>
          <button
            type="button"
            data-entry={entry.id}
            aria-current={entry.id === current}
            tabIndex={entry.id === current ? 0 : -1}
            className={styles['entry']}
            onClick={() => showEntry(list, entry.id)}
            onKeyDown={(event) => onKeyDown(event, at, entry.id)}
          >
            {entry.square === undefined ? null : <LabelSquare {...entry.square} />}
            <span className={styles['entryName']} dir="auto">
              {entry.name === '' ? t(ENTRY_WORDS[list].nameless) : entry.name}
            </span>
            {problems.has(at) ? (
              <span className={styles['flaw']}>
                <Spoken>{t('codebook.hasProblem')}</Spoken>
                <span aria-hidden>✕</span>
              </span>
            ) : (
              <span className={styles['entryHint']}>{hintWords(entry)}</span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
