import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import styles from './split-handle.module.css';

/** Props of {@link SplitHandle}. */
export interface SplitHandleProps {
  /** Accessible name, such as “Width of the articles pane”. */
  readonly label: string;
  /** The pane it changes is before (left of) or after it. */
  readonly pane: 'before' | 'after';
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (width: number) => void;
  /** Double click: back to the width that fits the window. */
  readonly onReset: () => void;
}

const STEP = 16;

/** The hairline between two panes, to be dragged or moved with the arrow keys. */
export function SplitHandle(props: SplitHandleProps) {
  const { label, pane, value, min, max, onChange, onReset } = props;
  const from = useRef<{ x: number; width: number } | undefined>(undefined);
  const clamp = (width: number): number => Math.round(Math.min(max, Math.max(min, width)));

  /** 1 where going right makes the pane wider; in a window that runs from right to left it is the other one. */
  function signAt(element: Element): number {
    const isRtl = getComputedStyle(element).direction === 'rtl';
    return (pane === 'before') === isRtl ? -1 : 1;
  }

  function onKeyDown(event: KeyboardEvent): void {
    const sign = signAt(event.currentTarget);
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: value - STEP * sign,
      ArrowRight: value + STEP * sign,
      Home: min,
      End: max,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onChange(clamp(next));
  }

  function onPointerMove(event: PointerEvent): void {
    if (from.current === undefined) return;
    onChange(
      clamp(from.current.width + (event.clientX - from.current.x) * signAt(event.currentTarget)),
    );
  }

  return (
    // A window splitter is the one separator that takes focus (ARIA practices, window splitter).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={styles['handle']}
      onKeyDown={onKeyDown}
      onDoubleClick={onReset}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width: value };
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        from.current = undefined;
      }}
      onPointerCancel={() => {
        from.current = undefined;
      }}
    />
  );
}
