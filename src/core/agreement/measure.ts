import type { JsonObject } from '../model/json.ts';
import type { Result } from '../result.ts';

/** What a measure came to: a finite number, or why it has none here. Never NaN, never a polite 1. */
export type Measured =
  | { readonly value: number; readonly reason: null }
  | { readonly value: null; readonly reason: string };

/** A measure that answered, or an error that names the field of the input that is wrong. */
export type Measuring = Result<Measured, string>;

/** A measure of agreement: one file each, and one line in `index.ts`. */
export interface Measure {
  /** As it is called on the command line and in exports. */
  readonly name: string;
  readonly title: string;
  /** Measures an input in one of the shapes of `docs/agreement.md`. */
  readonly run: (input: JsonObject) => Measuring;
}

/** A value; a value that is not finite is a bug of the measure. */
export function valueOf(value: number): Measuring {
  if (!Number.isFinite(value)) throw new Error(`a measure came to ${String(value)}`);
  return { ok: true, value: { value, reason: null } };
}

/** The measure is not defined on this input, which is sound in itself. */
export function noValue(reason: string): Measuring {
  return { ok: true, value: { value: null, reason } };
}

/** Observed agreement corrected by the agreement expected by chance; nothing where chance is all. */
export function beyondChance(observed: number, expected: number): Measuring {
  // Sums of proportions may miss 1 by rounding; a true `expected` below 1 misses it by 1/n² or more.
  if (1 - expected < 1e-13) return noValue(ONE_CATEGORY);
  return valueOf((observed - expected) / (1 - expected));
}

export const ONE_CATEGORY = 'only one category is used, so chance alone would agree always';
export const NOTHING_SHARED = 'no unit has two ratings: nothing is shared, so nothing is compared';
