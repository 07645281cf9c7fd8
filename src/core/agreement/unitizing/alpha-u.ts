import { eachMeeting, type Section, sectionsOf } from './sections.ts';
import { type Continuum, type Unit, withoutOverlaps } from './units.ts';

/** Observed and expected disagreement about the units of one category. */
export interface Disagreement {
  readonly observed: number;
  readonly expected: number;
}

/** How far apart two sections of two raters are, squared. */
function difference(a: Section, b: Section): number {
  if (a.category !== 0 && b.category !== 0) {
    return (a.start - b.start) ** 2 + (a.end - b.end) ** 2;
  }
  const [unit, gap] = a.category === 0 ? [b, a] : [a, b];
  if (unit.category === 0) return 0;
  return gap.start <= unit.start && unit.end <= gap.end ? (unit.end - unit.start) ** 2 : 0;
}

function observedOf(cut: readonly (readonly Section[])[], length: number): number {
  let sum = 0;
  for (const [i, left] of cut.entries()) {
    for (const right of cut.slice(i + 1)) {
      eachMeeting(left, right, (a, b) => {
        sum += 2 * difference(a, b);
      });
    }
  }
  return sum / (cut.length * (cut.length - 1) * length * length);
}

/** Σ over gaps of `least` or more of how many places a unit of that length has in them. */
function placesIn(gaps: readonly number[], least: number): number {
  let places = 0;
  for (const gap of gaps) {
    // Sorted, longest first.
    if (gap < least) break;
    places += gap - least + 1;
  }
  return places;
}

function expectedOf(cut: readonly (readonly Section[])[], length: number): number {
  const lengths: number[] = [];
  const gaps: number[] = [];
  for (const { category, start, end } of cut.flat())
    (category === 0 ? gaps : lengths).push(end - start);
  gaps.sort((a, b) => b - a);
  const all = cut.length * length;
  let sum = 0;
  let within = 0;
  for (const l of lengths) {
    sum += ((lengths.length - 1) * (2 * l ** 3 - 3 * l * l + l)) / 3 + l * l * placesIn(gaps, l);
    within += l * (l - 1);
  }
  return ((2 / length) * sum) / (all * (all - 1) - within);
}

/**
 * Disagreement of raters about where the units of one category are. Units of one rater that overlap
 * another of the same category are left out: the earliest, then the longest stay.
 * @param continuum with two raters or more
 */
export function disagreementOn(continuum: Continuum, key: string): Disagreement {
  const { length, raters } = continuum;
  const byRater = groupedBy(continuum.units, key);
  const cut = raters.map((rater) =>
    sectionsOf(withoutOverlaps(byRater.get(rater) ?? []), length, () => 1),
  );
  return { observed: observedOf(cut, length), expected: expectedOf(cut, length) };
}

function groupedBy(units: readonly Unit[], key: string): ReadonlyMap<string, readonly Unit[]> {
  const groups = new Map<string, Unit[]>();
  for (const unit of units) {
    if (unit.category.key !== key) continue;
    const group = groups.get(unit.rater);
    if (group === undefined) groups.set(unit.rater, [unit]);
    else group.push(unit);
  }
  return groups;
}
