import { Dialog as Base } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { closeDialog } from '../state/view.ts';
import { useModalMark } from '../ui/dialog.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { t } from '../words/words.ts';
import { wordsOf } from './found.ts';
import styles from './palette.module.css';
import { type Entry, entriesFor } from './palette-entries.ts';
import { PaletteList } from './palette-list.tsx';

function moveBy(event: KeyboardEvent, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (event.key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'PageDown':
      return Math.min(count - 1, at + 8);
    case 'PageUp':
      return Math.max(0, at - 8);
    default:
      return undefined;
  }
}

function run(entry: Entry): void {
  // It says why it cannot be done; there is nothing else to do.
  if (entry.why !== undefined) return;
  closeDialog();
  // After the palette has given the focus back, so that what runs may take it.
  setTimeout(entry.run, 0);
}

/** One field for everything: type, choose, Enter. */
export function Palette() {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const entries = useMemo(() => entriesFor(query), [query]);
  useModalMark(true);
  useEffect(() => {
    document.getElementById(`${id}-${String(at)}`)?.scrollIntoView({ block: 'nearest' });
  }, [at, id]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const next = moveBy(event, at, entries.length);
    const chosen = entries[at];
    if (next !== undefined) {
      event.preventDefault();
      setAt(next);
    } else if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault();
      run(chosen);
    }
  }

  return (
    <Base.Root open onOpenChange={(open) => (open ? undefined : closeDialog())}>
      <Base.Portal>
        <Base.Backdrop className={styles['scrim']} />
        <Base.Viewport className={styles['viewport']}>
          <Base.Popup
            className={styles['popup']}
            aria-label={t('app.searchOrRun')}
            initialFocus={input}
          >
            <div className={styles['field']}>
              <Search size={16} strokeWidth={1.6} aria-hidden />
              <input
                ref={input}
                role="combobox"
                aria-label={t('app.searchOrRun')}
                aria-expanded={entries.length > 0}
                aria-controls={`${id}-list`}
                aria-activedescendant={entries.length > 0 ? `${id}-${String(at)}` : undefined}
                aria-autocomplete="list"
                autoComplete="off"
                spellCheck={false}
                placeholder={t('app.searchOrRun')}
                value={query}
                onChange={(event) => {
                  setQuery(event.target.value);
                  setAt(0);
                }}
                onKeyDown={onKeyDown}
              />
              <KeyHint keys="Escape" />
            </div>
            <PaletteList
              id={id}
              entries={entries}
              at={at}
              words={wordsOf(query.replace(/^>/u, ''))}
              onPoint={setAt}
              onChoose={run}
            />
            <Foot />
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

function Foot() {
  return (
    <div className={styles['foot']}>
      <span>
        <KeyHint keys="ArrowUp" />
        <KeyHint keys="ArrowDown" />
        {t('app.move')}
      </span>
      <span>
        <KeyHint keys="Enter" />
        {t('app.run')}
      </span>
      <span className={styles['end']}>
        <KeyHint keys=">" />
        {t('app.actions')}
      </span>
    </div>
  );
}
