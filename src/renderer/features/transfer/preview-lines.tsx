import { type KeyboardEvent, memo, useMemo, useRef, useState } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { t, useLanguage } from '../../words/words.ts';
import { furnitureWords } from './furniture-names.ts';
import type { PreviewLine } from './lines.ts';
import styles from './preview-lines.module.css';
import { toggleLine } from './toggle-furniture.ts';

const BUFFER = 800;
const LINE_HEIGHT = 26;

interface PreviewLinesProps {
  readonly name: string;
  readonly title: string;
  readonly lines: readonly PreviewLine[];
  /** Leaves furniture out of sight. */
  readonly articleOnly: boolean;
}

/**
 * The lines of a file. In assistive technology it is a list in which the chosen lines are the
 * furniture; Enter or a click changes that.
 */
export function PreviewLines({ name, title, lines, articleOnly }: PreviewLinesProps) {
  const [current, setCurrent] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const shown = useMemo(
    () => (articleOnly ? lines.filter((line) => line.kind === undefined) : lines),
    [articleOnly, lines],
  );
  const at = Math.min(current, Math.max(0, shown.length - 1));

  function toggle(line: PreviewLine | undefined): void {
    if (line !== undefined && line.end > line.start) toggleLine(lines, line.number - 1);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: shown.length - 1,
    };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      const to = Math.min(shown.length - 1, Math.max(0, next));
      setCurrent(to);
      list.current?.scrollToIndex(to, { align: 'nearest' });
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      toggle(shown[at]);
    }
  }

  return (
    <div
      ref={scroller}
      role="listbox"
      aria-multiselectable
      aria-label={t('transfer.linesOf', { name })}
      aria-activedescendant={
        shown.length === 0 ? undefined : `line-${String(shown[at]?.number ?? 0)}`
      }
      tabIndex={0}
      className={styles['lines']}
      onKeyDown={onKeyDown}
    >
      <Virtualizer
        ref={list}
        scrollRef={scroller}
        data={shown}
        itemSize={LINE_HEIGHT}
        bufferSize={BUFFER}
      >
        {(line, index) => (
          <Line
            key={line.number}
            line={line}
            current={index === at}
            isTitle={
              title !== '' && line.pieces.length === 1 && line.pieces[0]?.text.trim() === title
            }
            onToggle={() => {
              setCurrent(index);
              // Words being selected for copying are not a press.
              if (getSelection()?.isCollapsed !== false) toggle(line);
            }}
          />
        )}
      </Virtualizer>
    </div>
  );
}

interface LineProps {
  readonly line: PreviewLine;
  readonly current: boolean;
  /** The line that is the article's title. */
  readonly isTitle: boolean;
  readonly onToggle: () => void;
}

const Line = memo(function Line({ line, current, isTitle, onToggle }: LineProps) {
  // A line is drawn only when it changes, or its words do.
  useLanguage();
  const furniture = line.kind !== undefined;
  const empty = line.end === line.start;
  return (
    // The list holds the focus and handles the keys (ARIA practices, listbox).
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`line-${String(line.number)}`}
      role="option"
      tabIndex={-1}
      aria-selected={furniture}
      aria-label={empty ? t('transfer.emptyLine', { number: line.number }) : undefined}
      className={styles['line']}
      data-furniture={furniture}
      data-current={current}
      data-empty={empty}
      data-edge={line.edge}
      data-block={line.blockLines > 0}
      data-title={isTitle}
      onClick={onToggle}
    >
      <span className={styles['number']} aria-hidden>
        {line.number}
      </span>
      <span className={styles['text']}>
        <span className={styles['words']} dir="auto">
          {line.pieces.map((piece) => (
            <span key={piece.start} data-part={piece.furniture && !furniture ? '' : undefined}>
              {piece.text}
            </span>
          ))}
        </span>
      </span>
      <span className={styles['side']} aria-hidden>
        {line.kind !== undefined && line.blockLines > 0 ? (
          <span className={styles['kind']}>{furnitureWords(line.kind, line.blockLines)}</span>
        ) : null}
        {empty ? null : (
          <span className={styles['action']}>
            {furniture ? t('transfer.keepAsText') : t('transfer.markFurniture')}
          </span>
        )}
      </span>
    </div>
  );
});
