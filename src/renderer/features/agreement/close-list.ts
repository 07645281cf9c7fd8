import { closeSpans } from '../../state/agreement.ts';

/** The button that opened the list, which gets the focus back. */
let opener: HTMLElement | undefined;

/** Remembers which number was pressed. */
export function rememberOpener(): void {
  const active = document.activeElement;
  if (active instanceof HTMLElement && active.matches('[data-behind]')) opener = active;
}

/** Closes the list behind a number and goes back to the number. */
export function closeList(): void {
  closeSpans();
  if (opener?.isConnected === true) opener.focus();
  opener = undefined;
}
