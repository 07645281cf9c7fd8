import type { PlainKey } from '../../words/catalogue.ts';
import type { Sorting } from './list-order.ts';

/** The ways to order the list, as they are offered. */
export const SORTINGS: readonly { readonly value: Sorting; readonly name: PlainKey }[] = [
  { value: 'added', name: 'library.sortAdded' },
  { value: 'title', name: 'library.sortTitle' },
  { value: 'date', name: 'library.sortDate' },
  { value: 'annotations', name: 'library.sortAnnotations' },
  { value: 'state', name: 'library.sortState' },
];
