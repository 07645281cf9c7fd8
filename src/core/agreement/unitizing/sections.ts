import type { Unit } from './units.ts';

/** A stretch of a continuum as one rater cut it: a unit, or a gap between units. */
export interface Section {
  readonly start: number;
  readonly end: number;
  /** The category of a unit, as a number from 1; a gap has 0. */
  readonly category: number;
}

/** The whole continuum in sections; `units` in order, without overlap. */
export function sectionsOf(
  units: readonly Unit[],
  length: number,
  categoryOf: (unit: Unit) => number,
): readonly Section[] {
  const sections: Section[] = [];
  let at = 0;
  for (const unit of units) {
    if (unit.start > at) sections.push({ start: at, end: unit.start, category: 0 });
    sections.push({ start: unit.start, end: unit.end, category: categoryOf(unit) });
    at = unit.end;
  }
  if (at < length) sections.push({ start: at, end: length, category: 0 });
  return sections;
}

/** Visits each pair of sections of two raters that share a place, with how much they share. */
export function eachMeeting(
  left: readonly Section[],
  right: readonly Section[],
  visit: (a: Section, b: Section, shared: number) => void,
): void {
  let i = 0;
  let j = 0;
  for (;;) {
    const [a, b] = [left[i], right[j]];
    if (a === undefined || b === undefined) return;
    visit(a, b, Math.min(a.end, b.end) - Math.max(a.start, b.start));
    if (a.end <= b.end) i += 1;
    if (b.end <= a.end) j += 1;
  }
}
