import type { Sorting } from './list-order.ts';

/** The ways to order the list, as they are offered. */
export const SORTINGS: readonly { readonly value: Sorting; readonly name: string }[] = [
  { value: 'added', name: 'Order added' },
  { value: 'title', name: 'Title' },
  { value: 'date', name: 'Date, newest first' },
  { value: 'annotations', name: 'Annotations, most first' },
  { value: 'state', name: 'State' },
];
