import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The buttons of a table by row and column; where a cell has none there is nothing. */
function buttonsOf(table: HTMLElement): (HTMLButtonElement | null)[][] {
  return [...table.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll<HTMLElement>('td')].map((cell) => cell.querySelector('button')),
  );
}

function next(
  rows: readonly (readonly (HTMLButtonElement | null)[])[],
  from: readonly [number, number],
  step: readonly [number, number],
): HTMLButtonElement | undefined {
  let [row, column] = [from[0] + step[0], from[1] + step[1]];
  while (rows[row] !== undefined && column >= 0 && column < (rows[row]?.length ?? 0)) {
    const button = rows[row]?.[column];
    if (button !== null && button !== undefined) return button;
    row += step[0];
    column += step[1];
  }
  return undefined;
}

/** Where a key leads from the button that has the focus; `undefined` for a key that leads nowhere. */
function targetOf(
  key: string,
  rows: readonly (readonly (HTMLButtonElement | null)[])[],
  from: readonly [number, number],
  mirrored: boolean,
): HTMLButtonElement | undefined {
  const inRow = (rows[from[0]] ?? []).filter((button) => button !== null);
  if (key === 'Home') return inRow[0];
  if (key === 'End') return inRow.at(-1);
  const step = STEPS[key];
  if (step === undefined) return undefined;
  return next(rows, from, [step[0], mirrored ? -step[1] : step[1]]);
}

const isPlain = (event: KeyboardEvent): boolean =>
  !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;

/** Arrows, Home and End go from button to button of a table; Tab reaches it once. */
export function moveInGrid(event: KeyboardEvent<HTMLTableElement>): void {
  const table = event.currentTarget;
  const rows = buttonsOf(table);
  const row = rows.findIndex((one) => one.some((button) => button === document.activeElement));
  const column = rows[row]?.findIndex((button) => button === document.activeElement) ?? -1;
  if (!isPlain(event) || column === -1) return;
  const mirrored = getComputedStyle(table).direction === 'rtl';
  const target = targetOf(event.key, rows, [row, column], mirrored);
  if (target === undefined) return;
  event.preventDefault();
  for (const button of rows.flat()) if (button !== null) button.tabIndex = -1;
  target.tabIndex = 0;
  target.focus();
}
