import { setImmediate } from 'node:timers/promises';
import { ok, type Result } from '../../core/result.ts';
import { articlePasses } from '../../core/search/article-filters.ts';
import { type Hit, hitsIn, type ReadyQuery, readyQuery } from '../../core/search/hits.ts';
import { asksForAnnotations, type Query, type QueryProblem } from '../../core/search/query.ts';
import { type Candidates, candidates } from './candidates.ts';
import { HitList } from './hit-list.ts';
import type { ArticleEntry } from './index-entries.ts';
import type { HitPlace, Progress, ResultRow, Selection, Sorting } from './messages.ts';
import { Ordering } from './ordering.ts';
import { compilePattern } from './patterns.ts';
import { resultRows } from './result-rows.ts';
import type { SearchIndex } from './search-index.ts';

/** Articles of the first look, so that a page of hits is there before the rest is listed. */
const FIRST_LOOK = 200;
/** Articles of each later look: no message waits for the listing of a hundred thousand. */
const LATER_LOOK = 4000;
/** Milliseconds of work between two looks at the messages. */
const SLICE_MS = 12;
/** Milliseconds after which a query answers with what it has. */
const ANSWER_MS = 14;
/** Milliseconds between two reports. */
const REPORT_MS = 80;

/** What a query is asked with. */
export interface QueryRequest {
  readonly query: Query;
  /** Ids of the analysts whose layers it may see. */
  readonly analysts: readonly string[];
}

/** A query under way, and what it has found. */
export class RunningQuery {
  readonly #index: SearchIndex;
  readonly #ready: ReadyQuery;
  readonly #analysts: readonly string[];
  readonly #needsLayers: boolean;
  readonly #candidates: Candidates;
  readonly #hits = new HitList();
  readonly #ordering: Ordering;
  readonly #numbers: number[] = [];
  #listedAll = false;
  #scanned = 0;
  #articles = 0;
  #unreadable = 0;
  #stopped = false;

  private constructor(index: SearchIndex, ready: ReadyQuery, analysts: readonly string[]) {
    this.#index = index;
    this.#ready = ready;
    this.#analysts = analysts;
    this.#needsLayers = ready.query.filters.some(asksForAnnotations);
    this.#candidates = candidates(index, ready.query, analysts);
    this.#ordering = new Ordering(index, this.#hits);
  }

  /** Makes a query ready. @returns refused where a regular expression is none */
  static begin(index: SearchIndex, asked: QueryRequest): Result<RunningQuery, QueryProblem> {
    const ready = readyQuery(asked.query, compilePattern);
    return ready.ok ? ok(new RunningQuery(index, ready.value, asked.analysts)) : ready;
  }

  get progress(): Progress {
    const scanned = this.#scanned;
    return {
      found: this.#hits.found,
      articles: this.#articles,
      scanned,
      of: this.#numbers.length,
      done: this.#listedAll && scanned === this.#numbers.length,
      kept: this.#hits.kept,
      unreadable: this.#unreadable,
    };
  }

  stop(): void {
    this.#stopped = true;
    this.#ordering.stop();
  }

  #list(): void {
    if (this.#listedAll || this.#scanned < this.#numbers.length) return;
    const most = this.#numbers.length === 0 ? FIRST_LOOK : LATER_LOOK;
    const more = this.#candidates.next(this.#numbers.at(-1) ?? 0, most);
    for (const number of more) this.#numbers.push(number);
    this.#listedAll = more.length < most;
  }

  #passes(entry: ArticleEntry): boolean {
    const { filters } = this.#ready.query;
    if (filters.length === 0) return true;
    const asksState = filters.some(({ kind }) => kind === 'state');
    const states = asksState ? this.#index.states(entry.n, this.#analysts) : [];
    return articlePasses({ ...entry, states }, filters);
  }

  #hitsOf(entry: ArticleEntry): readonly Hit[] {
    if (!this.#passes(entry)) return [];
    const text = this.#index.text(entry);
    if (text === undefined) {
      this.#unreadable += 1;
      return [];
    }
    const annotations = this.#needsLayers ? this.#index.annotations(entry.n, this.#analysts) : [];
    return hitsIn(this.#ready, { text, furniture: entry.furniture, annotations });
  }

  #look(): void {
    const entry = this.#index.entry(this.#numbers[this.#scanned] ?? -1);
    this.#scanned += 1;
    if (entry === undefined) return;
    const hits = this.#hitsOf(entry);
    if (hits.length > 0) this.#articles += 1;
    for (const { span, annotation } of hits) {
      this.#hits.add({ article: entry.n, span, annotation: annotation?.id });
    }
  }

  /** Works until `until` milliseconds, `enough` hits, or the end. */
  #slice(until: number, enough: number): void {
    while (!this.#stopped && !this.progress.done && this.#hits.found < enough) {
      this.#list();
      if (this.#scanned < this.#numbers.length) this.#look();
      if (performance.now() > until) return;
    }
  }

  /** Works for a moment: until a page of hits is there, or a keystroke’s repeat is nearly over. */
  first(rows: number): void {
    this.#slice(performance.now() + ANSWER_MS, rows);
  }

  /** Works to the end or until it is stopped, and reports on the way. */
  async finish(report: (progress: Progress) => void): Promise<void> {
    let reported = performance.now();
    while (!this.#stopped && !this.progress.done) {
      await setImmediate();
      this.#slice(performance.now() + SLICE_MS, Number.POSITIVE_INFINITY);
      if (!this.progress.done && performance.now() - reported > REPORT_MS && !this.#stopped) {
        report(this.progress);
        reported = performance.now();
      }
    }
    if (!this.#stopped) report(this.progress);
  }

  /** Lines of the result in some order. */
  async page(by: Sorting, from: number, count: number): Promise<ResultRow[]> {
    const order = await this.#ordering.order(by);
    return resultRows(this.#index, this.#hits, this.#analysts, order.slice(from, from + count));
  }

  /** Hits of a selection from number `from` on; `next` is -1 at the end. */
  places(
    { all, hits }: Selection,
    from: number,
    count: number,
  ): { places: HitPlace[]; next: number } {
    const named = new Set(hits);
    const places: HitPlace[] = [];
    for (let number = from; number < this.#hits.kept; number += 1) {
      if (places.length === count) return { places, next: number };
      const hit = named.has(number) === all ? undefined : this.#hits.at(number);
      const entry = hit === undefined ? undefined : this.#index.entry(hit.article);
      if (hit === undefined || entry === undefined) continue;
      const [start, end] = hit.span;
      const { annotation } = hit;
      places.push({
        hit: number,
        articleId: entry.id,
        title: entry.title,
        start,
        end,
        words: this.#index.text(entry)?.slice(start, end) ?? '',
        ...(annotation === undefined ? {} : { annotation }),
      });
    }
    return { places, next: -1 };
  }
}
