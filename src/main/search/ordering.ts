import { setImmediate } from 'node:timers/promises';
import { sortKey } from '../../core/search/context.ts';
import { foldText } from '../../core/search/fold.ts';
import type { HitList, ListedHit } from './hit-list.ts';
import type { Sorting } from './messages.ts';
import type { SearchIndex } from './search-index.ts';

/** Milliseconds of work between two looks at the messages. */
const SLICE_MS = 12;

function keyOf(index: SearchIndex, hit: ListedHit, by: Exclude<Sorting, 'article'>): string {
  const entry = index.entry(hit.article);
  if (entry === undefined) return '';
  if (by === 'title') return foldText(entry.title);
  // Articles without a date come last.
  if (by === 'date') return entry.date === '' ? '\uffff' : entry.date;
  return sortKey(index.text(entry) ?? '', hit.span, by);
}

/** Orders the hits of one result; what was ordered once is remembered until more is found. */
export class Ordering {
  readonly #index: SearchIndex;
  readonly #hits: HitList;
  readonly #keys = new Map<Sorting, string[]>();
  readonly #orders = new Map<Sorting, Int32Array>();
  #stopped = false;

  constructor(index: SearchIndex, hits: HitList) {
    this.#index = index;
    this.#hits = hits;
  }

  stop(): void {
    this.#stopped = true;
  }

  async #keysFor(by: Exclude<Sorting, 'article'>, count: number): Promise<readonly string[]> {
    const keys = this.#keys.get(by) ?? [];
    this.#keys.set(by, keys);
    let began = performance.now();
    while (keys.length < count && !this.#stopped) {
      const hit = this.#hits.at(keys.length);
      if (hit === undefined) break;
      keys.push(keyOf(this.#index, hit, by));
      if (performance.now() - began > SLICE_MS) {
        await setImmediate();
        began = performance.now();
      }
    }
    return keys;
  }

  /** Numbers of the hits kept so far, in order; ties as they were found. */
  async order(by: Sorting): Promise<Int32Array> {
    const count = this.#hits.kept;
    const known = this.#orders.get(by);
    if (known !== undefined && known.length === count) return known;
    const order = Int32Array.from({ length: count }, (_, number) => number);
    if (by !== 'article') {
      const keys = await this.#keysFor(by, count);
      order.sort((a, b) => {
        const [x, y] = [keys[a] ?? '', keys[b] ?? ''];
        if (x === y) return a - b;
        return x < y ? -1 : 1;
      });
    }
    this.#orders.set(by, order);
    return order;
  }
}
