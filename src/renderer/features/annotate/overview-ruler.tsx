import { type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useProject } from '../../state/project.ts';
import styles from './overview-ruler.module.css';
import { TICK_HEIGHT, type TickPath, ticksOf } from './ruler-ticks.ts';
import { seenHere } from './seen.ts';
import type { Surface } from './surface.ts';

/** Milliseconds after which the overview is brought up to date even if the window is busy. */
const LATEST = 250;
/** So many annotations are looked through in no time: they are in the first picture of an article. */
const FEW = 2000;

interface Overview {
  readonly ticks: readonly TickPath[];
  /** Top of the selected annotation, in pixels. */
  readonly current: number | undefined;
  /** Where one stopped reading, in pixels. */
  readonly seen: number | undefined;
}

interface RulerProps {
  readonly region: RefObject<HTMLElement | null>;
  readonly surface: Surface | undefined;
}

function look(surface: Surface, height: number): Overview {
  const { article, labels, selected } = useProject.getState();
  const annotations = article?.annotations ?? [];
  const rows = Math.max(1, Math.floor(height / TICK_HEIGHT));
  const picked = annotations.find((one) => one.id === selected)?.anchor.spans[0]?.[0];
  const seen = seenHere();
  const heightOf = surface.heights();
  return {
    ticks: ticksOf(annotations, labels, rows, heightOf),
    current: picked === undefined ? undefined : heightOf(picked) * height,
    seen: seen === 0 ? undefined : heightOf(seen) * height,
  };
}

/** Brings the overview up to date when annotations, selection or size change, after the paint. */
function useOverview(
  { region, surface }: RulerProps,
  ruler: RefObject<HTMLElement | null>,
): Overview {
  const [overview, setOverview] = useState<Overview>({
    ticks: [],
    current: undefined,
    seen: undefined,
  });
  useEffect(() => {
    const outer = region.current;
    if (surface === undefined || outer === null) return undefined;
    let waiting = 0;
    let looked: readonly unknown[] = [];
    const show = (): void => {
      const height = ruler.current?.clientHeight ?? 0;
      const { article, labels, selected } = useProject.getState();
      const now = [height, outer.scrollHeight, article?.annotations, labels, selected];
      if (now.every((one, index) => one === looked[index])) return;
      looked = now;
      setOverview(look(surface, height));
    };
    const update = (): void => {
      cancelIdleCallback(waiting);
      waiting = requestIdleCallback(show, { timeout: LATEST });
    };
    const stop = useProject.subscribe((state, before) => {
      const isSame =
        state.article?.annotations === before.article?.annotations &&
        state.labels === before.labels &&
        state.rows === before.rows &&
        state.selected === before.selected;
      if (!isSame) update();
    });
    let isFirst = true;
    // It tells first once the page is laid out, before its picture: then to look costs nothing more.
    const sizes = new ResizeObserver(() => {
      const { article } = useProject.getState();
      if (isFirst && (article?.annotations.length ?? 0) <= FEW) flushSync(show);
      else update();
      isFirst = false;
    });
    sizes.observe(outer);
    for (const child of outer.children) sizes.observe(child);
    return () => {
      cancelIdleCallback(waiting);
      stop();
      sizes.disconnect();
    };
  }, [region, surface, ruler]);
  return overview;
}

/** Moves the window of the overview along with the text, without React. */
function useWindowOf(region: RulerProps['region'], box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const outer = region.current;
    if (outer === null) return undefined;
    const follow = (): void => {
      const whole = Math.max(1, outer.scrollHeight);
      const top = (outer.scrollTop / whole) * 100;
      const height = outer.clientHeight / whole;
      // Moved rather than laid out: this happens in every frame of scrolling.
      box.current?.style.setProperty(
        'transform',
        `translateY(${String(top)}%) scaleY(${String(height)})`,
      );
    };
    const sizes = new ResizeObserver(follow);
    sizes.observe(outer);
    for (const child of outer.children) sizes.observe(child);
    // The observer tells of the first size as well, once the page is laid out anyway.
    outer.addEventListener('scroll', follow, { passive: true });
    return () => {
      sizes.disconnect();
      outer.removeEventListener('scroll', follow);
    };
  }, [region, box]);
}

/** The whole article at a glance: ticks in a column a label, what is in sight, what is selected. */
export function OverviewRuler({ region, surface }: RulerProps) {
  const ruler = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const { ticks, current, seen } = useOverview({ region, surface }, ruler);
  useWindowOf(region, box);

  function go(event: MouseEvent): void {
    const [outer, bounds] = [region.current, ruler.current?.getBoundingClientRect()];
    if (outer === null || bounds === undefined || (event.buttons & 1) === 0) return;
    event.preventDefault();
    const part = (event.clientY - bounds.top) / bounds.height;
    outer.scrollTop = part * outer.scrollHeight - outer.clientHeight / 2;
  }

  return (
    // A second way with the mouse: the list of annotations and the keys reach the same places.
    <div ref={ruler} aria-hidden className={styles['ruler']} onMouseDown={go} onMouseMove={go}>
      <div ref={box} className={styles['window']} />
      <svg className={styles['ticks']}>
        {ticks.map(({ hue, path }) => (
          <path key={hue} className={styles['tick']} data-hue={hue} d={path} />
        ))}
      </svg>
      {seen === undefined ? null : <div className={styles['seen']} style={{ top: seen }} />}
      {current === undefined ? null : (
        <div className={styles['current']} style={{ top: current }} />
      )}
    </div>
  );
}
