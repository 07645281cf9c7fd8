import type { JsonObject } from '../../model/json.ts';
import { knownFields } from '../known-fields.ts';
import type { Measure, Measuring } from '../measure.ts';
import type { Ratings } from './ratings.ts';
import { readRatings } from './read-ratings.ts';

/** A measure of ratings, in whatever shape they came. */
export interface TableMeasure extends Measure {
  /** The same on ratings that were read already; `input` has what else the measure asks for. */
  readonly onRatings: (ratings: Ratings, input: JsonObject) => Measuring;
}

/** Makes a measure of what it does with ratings. */
export function tableMeasure(
  name: string,
  title: string,
  onRatings: (ratings: Ratings, input: JsonObject) => Measuring,
): TableMeasure {
  return {
    name,
    title,
    onRatings,
    run(input) {
      const known = knownFields(input);
      if (!known.ok) return known;
      const ratings = readRatings(input);
      return ratings.ok ? onRatings(ratings.value, input) : ratings;
    },
  };
}
