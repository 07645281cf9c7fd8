import type { OffsetUnit } from '../core/text/offsets.ts';

const UNITS: readonly OffsetUnit[] = ['codePoint', 'utf16', 'utf8', 'grapheme'];

/** The offset unit of this name, or `undefined` where there is none. */
export function offsetUnitNamed(name: string): OffsetUnit | undefined {
  return UNITS.find((unit) => unit === name);
}
