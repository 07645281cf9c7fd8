import type { Arabic, English } from '../catalogue.ts';
import { settings } from './settings.ts';

/** Every string of the interface in Arabic, by area. Loaded only where it is shown. */
export const arabic: { readonly [A in keyof English]: Arabic<A> } = { settings };
