import type { Measured } from '../measure.ts';

/** What each article adds to the sums that a measure is made of, so that articles can be drawn. */
export interface Sample {
  /** Numbers of the articles that add something, ascending. */
  readonly articles: readonly number[];
  /** The sums' width. */
  readonly width: number;
  /** Where the entries of each of `articles` begin, and where the last ends. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly amounts: Float64Array;
  /** The measure, from sums over any articles. */
  readonly measure: (sums: Float64Array) => Measured;
  /** Why no interval is to be made of it; absent where one is. */
  readonly noInterval?: string | undefined;
}

/** Gathers a sample. */
export class SampleBuilder {
  readonly #rows = new Map<number, Map<number, number>>();
  /** Articles come one after the other: the row is seldom another than before. */
  #article = -1;
  #row = new Map<number, number>();

  /** Adds to a place of an article's sums. */
  add(article: number, place: number, amount: number): void {
    if (article !== this.#article) {
      this.#row = this.#rows.get(article) ?? new Map<number, number>();
      this.#rows.set(article, this.#row);
      this.#article = article;
    }
    this.#row.set(place, (this.#row.get(place) ?? 0) + amount);
  }

  build(width: number, measure: Sample['measure'], noInterval?: string): Sample {
    const articles = [...this.#rows.keys()].sort((a, b) => a - b);
    const starts = new Int32Array(articles.length + 1);
    const places: number[] = [];
    const amounts: number[] = [];
    for (const [at, article] of articles.entries()) {
      for (const [place, amount] of this.#rows.get(article) ?? []) {
        places.push(place);
        amounts.push(amount);
      }
      starts[at + 1] = places.length;
    }
    return {
      articles,
      width,
      starts,
      places: Int32Array.from(places),
      amounts: Float64Array.from(amounts),
      measure,
      noInterval,
    };
  }
}

/** Adds the entries of one of the sample's articles, by its position in `articles`. */
function addTo(sums: Float64Array, { starts, places, amounts }: Sample, at: number): void {
  const end = starts[at + 1] ?? 0;
  for (let next = starts[at] ?? 0; next < end; next += 1) {
    const place = places[next] ?? 0;
    sums[place] = (sums[place] ?? 0) + (amounts[next] ?? 0);
  }
}

/** The measure over some of the sample's articles, by position; an article may come twice. */
export function measured(sample: Sample, positions: Iterable<number>): Measured {
  const sums = new Float64Array(sample.width);
  for (const at of positions) addTo(sums, sample, at);
  return sample.measure(sums);
}

/** The measure over all articles. */
export function measuredWhole(sample: Sample): Measured {
  return measured(sample, sample.articles.keys());
}
