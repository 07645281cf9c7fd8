import {
  Ban,
  Check,
  CircleDashed,
  CircleX,
  Copy,
  Flag,
  Hourglass,
  type LucideIcon,
} from 'lucide-react';
import { createElement, type KeyboardEvent, memo, useEffect, useRef } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { inBackground } from '../../state/background.ts';
import { articlesOut, type ImportItem, isLeftOut, useImport } from '../../state/import-batch.ts';
import { showItem } from '../../state/importing.ts';
import { charsetName, kindName } from '../../ui/source-names.ts';
import { said } from '../../words/said.ts';
import { t, useLanguage } from '../../words/words.ts';
import styles from './import-files.module.css';
import { fileName, stateWords } from './item-words.ts';

const ROW_HEIGHT = 33;
const BUFFER = 800;

function iconOf(item: ImportItem, leftOut: boolean): LucideIcon {
  switch (item.state) {
    case 'waiting':
      return CircleDashed;
    case 'reading':
      return Hourglass;
    case 'duplicate':
      return Copy;
    case 'failed':
      return CircleX;
    case 'ready':
      if (leftOut) return Ban;
      return item.warnings.length > 0 ? Flag : Check;
  }
}

/** The files of the import: kind, charset and state of each. */
export function ImportFiles() {
  const items = useImport((state) => state.items);
  const selected = useImport((state) => state.selected);
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const at = items.findIndex((item) => item.key === selected);

  useEffect(() => {
    // Whoever came by a key or a dialog goes on by keys.
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true });
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: items.length - 1,
    };
    const next = moves[event.key];
    const item = next === undefined ? undefined : items[next];
    if (next === undefined || item === undefined) return;
    event.preventDefault();
    list.current?.scrollToIndex(next, { align: 'nearest' });
    inBackground(showItem(item.key));
  }

  return (
    <>
      <div className={styles['columns']} aria-hidden>
        <span>{t('transfer.columnFile')}</span>
        <span>{t('transfer.columnKind')}</span>
        <span>{t('transfer.charset')}</span>
        <span>{t('transfer.columnState')}</span>
      </div>
      <div
        ref={scroller}
        role="listbox"
        aria-label={t('transfer.filesList')}
        tabIndex={0}
        aria-activedescendant={at === -1 ? undefined : `import-file-${String(at)}`}
        className={styles['list']}
        onKeyDown={onKeyDown}
      >
        <Virtualizer
          ref={list}
          scrollRef={scroller}
          data={items}
          itemSize={ROW_HEIGHT}
          bufferSize={BUFFER}
          keepMounted={at === -1 ? [] : [at]}
        >
          {(item, index) => (
            <FileRow key={item.key} item={item} index={index} chosen={index === at} />
          )}
        </Virtualizer>
      </div>
    </>
  );
}

interface FileRowProps {
  readonly item: ImportItem;
  readonly index: number;
  readonly chosen: boolean;
}

const FileRow = memo(function FileRow({ item, index, chosen }: FileRowProps) {
  const leftOut = useImport((state) => isLeftOut(state, item));
  const out = useImport((state) => articlesOut(state, item));
  const count = useImport((state) => state.items.length);
  // A row is drawn only when it changes, or its words do.
  useLanguage();
  const { words, reason, tone } = stateWords(item, leftOut, out);
  return (
    // The list holds the focus and handles the keys (ARIA practices, listbox).
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`import-file-${String(index)}`}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      aria-posinset={index + 1}
      aria-setsize={count}
      className={styles['row']}
      data-tone={tone}
      onClick={() => inBackground(showItem(item.key))}
    >
      <span className={styles['file']} title={item.file}>
        {fileName(item.file)}
      </span>
      <span>{item.kind === '' ? '–' : kindName(item.kind)}</span>
      <span>{item.charset === '' ? '–' : charsetName(item.charset)}</span>
      <span className={styles['state']}>
        {createElement(iconOf(item, leftOut), { size: 14, strokeWidth: 1.6, 'aria-hidden': true })}
        <span className={styles['words']}>{words}</span>
      </span>
      {reason === undefined ? null : <span className={styles['reason']}>{said(reason)}</span>}
    </div>
  );
});
