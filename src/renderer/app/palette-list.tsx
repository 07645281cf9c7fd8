import { ChevronRight, FileText } from 'lucide-react';
import { KeyHint } from '../ui/key-hint.tsx';
import { t } from '../words/words.ts';
import { piecesOf } from './found.ts';
import styles from './palette.module.css';
import type { Entry } from './palette-entries.ts';

/** Props of {@link PaletteList}. */
export interface PaletteListProps {
  readonly id: string;
  readonly entries: readonly Entry[];
  /** Index of the line that Enter runs. */
  readonly at: number;
  readonly words: readonly string[];
  readonly onPoint: (index: number) => void;
  readonly onChoose: (entry: Entry) => void;
}

/** What the palette found: first what can be done, then where one can go. */
export function PaletteList(props: PaletteListProps) {
  const { id, entries } = props;
  const commands = entries.filter((entry) => entry.kind === 'command').length;
  return (
    <div className={styles['list']} id={`${id}-list`} role="listbox" aria-label={t('app.found')}>
      {commands > 0 ? <Group title={t('app.do')} from={0} to={commands} {...props} /> : null}
      {commands < entries.length ? (
        <Group title={t('app.goTo')} from={commands} to={entries.length} {...props} />
      ) : null}
      {entries.length === 0 ? (
        <div
          className={styles['none']}
          role="option"
          tabIndex={-1}
          aria-selected={false}
          aria-disabled
        >
          {t('app.nothingFound')}
        </div>
      ) : null}
    </div>
  );
}

function Group(props: PaletteListProps & { title: string; from: number; to: number }) {
  const { id, entries, at, title, from, to } = props;
  return (
    <div role="group" aria-labelledby={`${id}-${String(from)}`}>
      <p id={`${id}-${String(from)}`} className={styles['title']}>
        {title}
      </p>
      {entries.slice(from, to).map((entry, offset) => (
        <Line
          key={entry.id}
          {...props}
          entry={entry}
          index={from + offset}
          chosen={from + offset === at}
        />
      ))}
    </div>
  );
}

function Line(props: PaletteListProps & { entry: Entry; index: number; chosen: boolean }) {
  const { id, entry, index, chosen, words, onPoint, onChoose } = props;
  const Icon = entry.kind === 'command' ? ChevronRight : FileText;
  return (
    // The keys are handled by the field, which holds the focus (ARIA practices, combobox).
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`${id}-${String(index)}`}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      aria-disabled={entry.why !== undefined}
      className={styles['line']}
      onPointerMove={() => onPoint(index)}
      onClick={() => onChoose(entry)}
    >
      <Icon size={16} strokeWidth={1.6} aria-hidden />
      <span className={styles['words']} data-kind={entry.kind}>
        {piecesOf(entry.title, words, entry.kind === 'command' ? 'loose' : 'close').map((piece) =>
          piece.found ? (
            <mark key={piece.at}>{piece.text}</mark>
          ) : (
            <span key={piece.at}>{piece.text}</span>
          ),
        )}
      </span>
      {entry.keys === undefined || entry.why !== undefined ? (
        <span className={styles['place']}>{entry.why ?? entry.place}</span>
      ) : (
        <KeyHint keys={entry.keys} />
      )}
    </div>
  );
}
