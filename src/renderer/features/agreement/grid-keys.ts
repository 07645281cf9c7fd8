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

/** Arrows, Home and End go from button to button of a table; Tab reaches it once. */
export function moveInGrid(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const table = event.currentTarget;
  const rows = buttonsOf(table);
  const row = rows.findIndex((one) => one.some((button) => button === document.activeElement));
  const column = rows[row]?.findIndex((button) => button === document.activeElement) ?? -1;
  if (row === -1 || column === -1) return;
  const inRow = (rows[row] ?? []).filter((button) => button !== null);
  const mirrored = getComputedStyle(table).direction === 'rtl';
  const step = STEPS[event.key];
  let target: HTMLButtonElement | undefined;
  if (event.key === 'Home') target = inRow[0];
  else if (event.key === 'End') target = inRow.at(-1);
  else if (step !== undefined) {
    target = next(rows, [row, column], [step[0], mirrored ? -step[1] : step[1]]);
  } else return;
  event.preventDefault();
  if (target === undefined) return;
  for (const button of rows.flat()) if (button !== null) button.tabIndex = -1;
  target.tabIndex = 0;
  target.focus();
}
