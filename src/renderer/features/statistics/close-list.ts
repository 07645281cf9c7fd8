import { closeBehind } from '../../state/statistics.ts';

/** Closes the list behind a number and goes back to the number. */
export function closeList(): void {
  const pressed = document.querySelector('[data-spot][aria-pressed="true"]');
  closeBehind();
  if (pressed instanceof HTMLElement) pressed.focus();
}
