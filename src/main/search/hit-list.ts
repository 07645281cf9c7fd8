import type { Span } from '../../core/model/span.ts';

/** Hits that can be shown and acted on; more are only counted. */
export const MOST_HITS = 100_000;

/** A hit as the list gives it back. */
export interface ListedHit {
  /** Number of its article in the index. */
  readonly article: number;
  /** `[start, end)` in UTF-16 code units of the stored text. */
  readonly span: Span;
  /** Id of the annotation that is the hit, and its analyst. */
  readonly annotation: string | undefined;
}

const FIRST_SIZE = 1024;

function grown(from: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const into = new Int32Array(Math.min(MOST_HITS, from.length * 2));
  into.set(from);
  return into;
}

/** Up to {@link MOST_HITS} hits in little memory, numbered in the order in which they were found. */
export class HitList {
  /** All that were found, kept or not. */
  found = 0;
  #kept = 0;
  #articles = new Int32Array(FIRST_SIZE);
  #starts = new Int32Array(FIRST_SIZE);
  #ends = new Int32Array(FIRST_SIZE);
  readonly #annotations = new Map<number, string>();

  get kept(): number {
    return this.#kept;
  }

  add(hit: ListedHit): void {
    this.found += 1;
    if (this.#kept === MOST_HITS) return;
    if (this.#kept === this.#articles.length) {
      this.#articles = grown(this.#articles);
      this.#starts = grown(this.#starts);
      this.#ends = grown(this.#ends);
    }
    this.#articles[this.#kept] = hit.article;
    this.#starts[this.#kept] = hit.span[0];
    this.#ends[this.#kept] = hit.span[1];
    if (hit.annotation !== undefined) this.#annotations.set(this.#kept, hit.annotation);
    this.#kept += 1;
  }

  /** A hit by its number; `undefined` where there is none. */
  at(number: number): ListedHit | undefined {
    if (!Number.isInteger(number) || number < 0 || number >= this.#kept) return undefined;
    return {
      article: this.#articles[number] ?? 0,
      span: [this.#starts[number] ?? 0, this.#ends[number] ?? 0],
      annotation: this.#annotations.get(number),
    };
  }
}
