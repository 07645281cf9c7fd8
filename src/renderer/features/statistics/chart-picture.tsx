import { createElement, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { inBackground } from '../../state/background.ts';
import { showBehind, useStatistics } from '../../state/statistics.ts';
import styles from './chart-picture.module.css';
import { windowPalette } from './palette.ts';
import type { Picture, Spot } from './picture.ts';
import { pictureElements, type SvgElement } from './picture-elements.ts';

/** React's names of the attributes that pictures use. */
const REACT_NAMES: Readonly<Record<string, string>> = {
  'font-family': 'fontFamily',
  'font-size': 'fontSize',
  'font-weight': 'fontWeight',
  'stroke-dasharray': 'strokeDasharray',
  'stroke-width': 'strokeWidth',
  'text-anchor': 'textAnchor',
};

function rendered({ tag, attributes, children }: SvgElement): ReactNode {
  const props = Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [REACT_NAMES[name] ?? name, value]),
  );
  const inside = children.map((one) => (typeof one === 'string' ? one : rendered(one)));
  return createElement(tag, props, ...inside);
}

function nextSpot(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(count - 1, at + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** A picture whose numbers can be pressed. Tab reaches it once; the arrows go from number to number. */
export function ChartPicture({ picture }: { readonly picture: Picture }) {
  const id = useId();
  const spots = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const open = useStatistics((state) => state.list?.ask);
  const opened = open === undefined ? undefined : JSON.stringify(open);
  const { width, height, title } = picture;
  const current = Math.min(at, picture.spots.length - 1);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const next = nextSpot(event.key, current, picture.spots.length);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
    spots.current?.querySelectorAll('button')[next]?.focus();
  }

  const spot = (one: Spot, index: number) => (
    <button
      key={JSON.stringify(one.ask)}
      type="button"
      data-spot
      className={styles['spot']}
      aria-label={one.name}
      aria-pressed={opened !== undefined && JSON.stringify(one.ask) === opened}
      title={one.name}
      tabIndex={index === current ? 0 : -1}
      style={{ left: one.x, top: one.y, width: one.width, height: one.height }}
      onFocus={() => setAt(index)}
      onClick={() => inBackground(showBehind(one.ask))}
    />
  );

  return (
    <div className={styles['picture']} style={{ width, height }}>
      <svg aria-hidden width={width} height={height} className={styles['svg']}>
        {pictureElements(picture, windowPalette, id).map(rendered)}
      </svg>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys move the focus between the buttons inside */}
      <div ref={spots} role="group" aria-label={title} onKeyDown={onKeyDown}>
        {picture.spots.map(spot)}
      </div>
    </div>
  );
}
