import type { Random } from '../generator.ts';
import type { AlignedContinuum, AlignedUnit } from './continuum.ts';

const TRIES = 100;

/** A shift that is not close to one that was taken: else two annotators would agree by being one. */
function shiftApart(
  taken: readonly number[],
  length: number,
  least: number,
  random: Random,
): number {
  let shift = random() * length;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const near = taken.some((other) => {
      const apart = Math.abs(other - shift);
      return Math.min(apart, length - apart) < least;
    });
    if (!near) break;
    shift = random() * length;
  }
  return shift;
}

/** A unit moved along a line that goes round. */
function moved(
  unit: AlignedUnit,
  annotator: number,
  shift: number,
  last: number,
  length: number,
): AlignedUnit {
  const by = unit.start + shift >= last ? shift - length : shift;
  return { annotator, category: unit.category, start: unit.start + by, end: unit.end + by };
}

/**
 * A continuum as chance would have it: each annotator is a real one, drawn, moved along the line by a
 * random shift, and what leaves it at the end comes in at the beginning. Lengths, gaps and labels stay
 * as people make them (Mathet et al. 2015, section 5).
 * @param continuum with at least one unit
 */
export function sampled(continuum: AlignedContinuum, random: Random): AlignedContinuum {
  const { units, annotators } = continuum;
  const first = units.reduce(
    (least, { start }) => Math.min(least, start),
    Number.POSITIVE_INFINITY,
  );
  const last = units.reduce((most, { end }) => Math.max(most, end), Number.NEGATIVE_INFINITY);
  const lengths = units.reduce((sum, { start, end }) => sum + end - start, 0);
  const least = lengths / units.length / 2;
  const drawn: AlignedUnit[] = [];
  const taken: number[] = [];
  // Where some marked nothing, all drawn may be those: then it is drawn again.
  while (drawn.length === 0) {
    for (let annotator = 0; annotator < annotators; annotator += 1) {
      const real = Math.floor(random() * annotators);
      const shift = shiftApart(taken, last - first, least, random);
      taken.push(shift);
      const own = units.filter((unit) => unit.annotator === real);
      drawn.push(...own.map((unit) => moved(unit, annotator, shift, last, last - first)));
    }
  }
  return { annotators, units: drawn };
}
