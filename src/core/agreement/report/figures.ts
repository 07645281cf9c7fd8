import { percentileInterval, resamples } from '../bootstrap/percentile-interval.ts';
import { generator } from '../generator.ts';
import type { Measured } from '../measure.ts';
import type { Figure } from './report.ts';
import { measured, measuredWhole, type Sample } from './sample.ts';
import type { Selector } from './selector.ts';

type Draft = { -readonly [K in keyof Figure]: Figure[K] };

interface Pending {
  readonly figure: Draft;
  /** One sample, or several whose values are averaged. */
  readonly samples: readonly Sample[];
}

const ALPHA = 0.05;
const FEW = 'it takes two articles or more';
const OFTEN_UNDEFINED = 'it is not defined in half of the samples or more';

function meanOf(values: readonly Measured[]): Measured {
  const known = values.flatMap(({ value }) => (value === null ? [] : [value]));
  if (known.length > 0) {
    return { value: known.reduce((sum, one) => sum + one, 0) / known.length, reason: null };
  }
  const [first] = values;
  return first ?? { value: null, reason: 'no attribute counts' };
}

/** The figures of a report. Values are known at once, intervals once they are asked for. */
export class Figures {
  readonly #pending: Pending[] = [];

  /** A figure; `samples` are averaged where there are several. */
  add(samples: readonly Sample[], count: number, behind: Selector): Figure {
    const { value, reason } = meanOf(samples.map(measuredWhole));
    const figure: Draft = {
      value,
      reason,
      low: null,
      high: null,
      noInterval: value === null ? reason : null,
      count,
      behind,
    };
    if (value !== null) this.#pending.push({ figure, samples });
    return figure;
  }

  /** The same of one of the articles; it has no interval, as there is but one to draw. */
  ofArticle(samples: readonly Sample[], article: number, count: number, behind: Selector): Figure {
    const values = samples.map((sample) => {
      const at = positionOf(sample.articles, article);
      return measured(sample, at === -1 ? [] : [at]);
    });
    return { ...meanOf(values), low: null, high: null, noInterval: FEW, count, behind };
  }

  /**
   * Works out the intervals of all figures, in the order in which they were added.
   * @param progress told how many of how many are done
   */
  resample(
    options: { readonly seed: number; readonly resamples: number },
    progress: (done: number, total: number) => void,
  ): void {
    const draws = drawing(options);
    for (const [done, { figure, samples }] of this.#pending.entries()) {
      Object.assign(figure, intervalOf(samples, draws));
      progress(done + 1, this.#pending.length);
    }
  }
}

function positionOf(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === wanted ? low : -1;
}

type Draws = (size: number) => readonly (readonly number[])[];

/** Draws of articles; those of one size are made once as long as the size stays. */
function drawing({ seed, resamples: times }: { seed: number; resamples: number }): Draws {
  let size = -1;
  let made: readonly (readonly number[])[] = [];
  return (wanted) => {
    if (wanted !== size) {
      made = resamples(wanted, times, generator(seed));
      size = wanted;
    }
    return made;
  };
}

function intervalOf(
  samples: readonly Sample[],
  draws: Draws,
): Pick<Figure, 'low' | 'high' | 'noInterval'> {
  const none = (noInterval: string) => ({ low: null, high: null, noInterval });
  const refused = samples.find(({ noInterval }) => noInterval !== undefined)?.noInterval;
  if (refused !== undefined) return none(refused);
  const articles = [...new Set(samples.flatMap((sample) => sample.articles))].sort((a, b) => a - b);
  if (articles.length < 2) return none(FEW);
  const drawn = draws(articles.length);
  if (drawn.length === 0) return none('no samples were asked for');
  const [only] = samples;
  if (samples.length === 1 && only !== undefined) {
    // Drawn articles are the sample's own: nothing has to be looked up.
    const own = percentileInterval(drawn, ALPHA, (draw) => measured(only, draw).value);
    return own === undefined
      ? none(OFTEN_UNDEFINED)
      : { low: own.low, high: own.high, noInterval: null };
  }
  const places = samples.map((sample) => articles.map((one) => positionOf(sample.articles, one)));
  const interval = percentileInterval(drawn, ALPHA, (sample) => {
    const values = samples.map((one, at) => {
      const place = places[at] ?? [];
      const positions: number[] = [];
      for (const index of sample) {
        const position = place[index] ?? -1;
        if (position !== -1) positions.push(position);
      }
      return measured(one, positions);
    });
    return meanOf(values).value;
  });
  if (interval === undefined) return none(OFTEN_UNDEFINED);
  return { low: interval.low, high: interval.high, noInterval: null };
}
