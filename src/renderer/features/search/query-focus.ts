/** Id of the query field, so that its shortcut finds it. */
export const QUERY_ID = 'search-query';

/** Puts the focus into the query field, all of it selected, once the page is there. */
export function focusQuery(): void {
  requestAnimationFrame(() => {
    const field = document.getElementById(QUERY_ID);
    if (field instanceof HTMLInputElement) field.select();
  });
}
