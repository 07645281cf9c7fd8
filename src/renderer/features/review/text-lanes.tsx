import { useLayoutEffect, useRef, useState } from 'react';
import { useProject } from '../../state/project.ts';
import type { Reading, ReviewItem } from '../../state/review.ts';
import { t } from '../../words/words.ts';
import { type LanePiece, piecesOf } from './lane-places.ts';
import styles from './text-lanes.module.css';

interface Lane {
  readonly reading: Reading;
  readonly pieces: readonly LanePiece[];
}

/** From the middle of the line of text to the first lane, and from lane to lane, in CSS pixels. */
const FIRST_LANE = 18;
const LANE = 13;
/** Room for the words and three lanes, in CSS pixels. */
const LINE = 66;

/** Props of {@link TextLanes}. */
export interface TextLanesProps {
  readonly item: ReviewItem;
  readonly readings: readonly Reading[];
  /** Letter of the chosen reading, the only one that is filled. */
  readonly chosen: string;
  readonly onSelect?: ((start: number, end: number) => void) | undefined;
}

/** The words of an item in their paragraph, with each reading as a lane under them. */
export function TextLanes({ item, readings, chosen, onSelect }: TextLanesProps) {
  const paragraph = useRef<HTMLParagraphElement>(null);
  const [lanes, setLanes] = useState<readonly Lane[]>([]);
  const { start, words } = item.text;
  useLayoutEffect(() => {
    const element = paragraph.current;
    if (element === null) return undefined;
    const place = (): void => {
      setLanes(
        readings.map((reading) => ({ reading, pieces: piecesOf(element, reading.spans, start) })),
      );
    };
    place();
    const observer = new ResizeObserver(place);
    observer.observe(element);
    return () => observer.disconnect();
  }, [readings, start, words]);

  function select(): void {
    const selection = window.getSelection();
    const node = paragraph.current?.querySelector('[data-words]')?.firstChild;
    if (onSelect === undefined || selection === null || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    if (range.collapsed || range.startContainer !== node || range.endContainer !== node) return;
    onSelect(start + range.startOffset, start + range.endOffset);
  }

  const lineHeight = LINE + Math.max(0, readings.length - 3) * LANE;
  return (
    <section aria-label={t('review.context')} className={styles['context']}>
      {item.before === '' ? null : (
        <p dir="auto" className={styles['near']}>
          {item.before}
        </p>
      )}
      {/* Words are selected with the mouse; by keys the ends move word by word. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles['paragraph']} onMouseUp={select}>
        <p
          ref={paragraph}
          dir="auto"
          className={styles['text']}
          style={{ lineHeight: `${String(lineHeight)}px` }}
        >
          <span data-words>{words}</span>
        </p>
        <div aria-hidden className={styles['lanes']}>
          {lanes.map(({ reading, pieces }, index) => (
            <LanePieces
              key={reading.key}
              reading={reading}
              pieces={pieces}
              lane={index}
              filled={reading.key === chosen}
            />
          ))}
        </div>
      </div>
      {item.after === '' ? null : (
        <p dir="auto" className={styles['near']}>
          {item.after}
        </p>
      )}
    </section>
  );
}

function LanePieces(props: {
  readonly reading: Reading;
  readonly pieces: readonly LanePiece[];
  readonly lane: number;
  readonly filled: boolean;
}) {
  const { reading, pieces, lane, filled } = props;
  const label = useProject((state) => state.labels.find(({ id }) => id === reading.label));
  const hue = label?.hue ?? 'grey';
  return pieces.map(({ left, width, middle, height }) => (
    <div key={`${String(middle)} ${String(left)}`} data-hue={hue}>
      {filled ? (
        <span
          className={styles['fill']}
          style={{ left: left - 1, width: width + 2, top: middle - height / 2, height }}
        />
      ) : null}
      <span
        className={styles['lane']}
        data-pattern={label?.pattern ?? 'single'}
        style={{
          left: left + 8,
          width: Math.max(0, width - 8),
          top: middle + FIRST_LANE + lane * LANE - 2,
        }}
      />
      <span
        className={styles['letter']}
        style={{ left: left - 7, top: middle + FIRST_LANE + lane * LANE - 6.5 }}
      >
        {reading.key}
      </span>
    </div>
  ));
}
