import { type CSSProperties, type RefObject, useEffect, useState } from 'react';
import { annotationsOf, useProject } from '../../state/project.ts';
import styles from './overview-ruler.module.css';
import { reader } from './reader-state.ts';

/** Columns of ticks, so that place doubles hue. */
const COLUMNS = 3;

interface Sight {
  /** Proportion 0–1 of the text above the pane, and in it. */
  readonly from: number;
  readonly height: number;
}

function useSight(region: RefObject<HTMLElement | null>): Sight {
  const [sight, setSight] = useState<Sight>({ from: 0, height: 1 });
  useEffect(() => {
    const { current } = region;
    if (current === null) return undefined;
    const look = (): void => {
      const { scrollTop, scrollHeight, clientHeight } = current;
      setSight({ from: scrollTop / scrollHeight, height: clientHeight / scrollHeight });
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(current);
    for (const child of current.children) observer.observe(child);
    current.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      current.removeEventListener('scroll', look);
    };
  }, [region]);
  return sight;
}

function percent(proportion: number): string {
  return `${(proportion * 100).toFixed(3)}%`;
}

/** The whole text as a narrow strip: where marks are, and which part is in sight. */
export function OverviewRuler(props: {
  readonly region: RefObject<HTMLElement | null>;
  /** UTF-16 code units of the text. */
  readonly length: number;
}) {
  const { region, length } = props;
  const annotations = useProject(annotationsOf);
  const labels = useProject((state) => state.labels);
  const selected = useProject((state) => state.selected);
  const sight = useSight(region);
  const jump = (event: { clientY: number; currentTarget: HTMLElement }): void => {
    const box = event.currentTarget.getBoundingClientRect();
    reader()?.reveal(Math.round(((event.clientY - box.top) / box.height) * length));
  };
  const window = { top: percent(sight.from), height: percent(sight.height) };
  return (
    // The list of annotations is the way for keyboard and screen reader.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div className={styles['ruler']} aria-hidden="true" onClick={jump}>
      <div className={styles['sight']} style={window} />
      {annotations.map((one) => {
        const place = labels.findIndex((label) => label.id === one.label);
        const hue = labels[place]?.hue ?? 'grey';
        const look = {
          top: percent((one.anchor.spans[0]?.[0] ?? 0) / Math.max(1, length)),
          left: `${2 + (Math.max(0, place) % COLUMNS) * 5.5}px`,
          '--tick': `var(--label-${hue}-mark)`,
        } as CSSProperties;
        return (
          <span
            key={one.id}
            className={styles['tick']}
            style={look}
            data-current={one.id === selected}
          />
        );
      })}
    </div>
  );
}
