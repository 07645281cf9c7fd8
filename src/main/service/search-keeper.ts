import { setImmediate as nextTurn } from 'node:timers/promises';
import { reasonIn } from '../../core/fault-words.ts';
import type { Output } from '../../ipc/contract.ts';
import type { SearchThread, StartThread } from '../search/thread.ts';
import type { Store } from '../store/store.ts';
import {
  articleFor,
  articleStamp,
  type Changed,
  layerFor,
  noteChanges,
  nothingChanged,
} from './search-feed.ts';

/** How far the index is. */
export type IndexStatus = Output<'search.status'>;

/** Articles named at once, and told at once: some milliseconds of work each. */
const NAMED_AT_ONCE = 200;
const TOLD_AT_ONCE = 50;

/** What keeps the index of one open project in step with its store. */
export interface SearchKeeper {
  readonly store: Store;
  readonly thread: SearchThread;
  readonly status: () => IndexStatus;
  /** Tells the index what was committed since; at once, however much is still to be read. */
  readonly catchUp: () => Promise<void>;
  /** The thread failed at something else: it is told, and the index is not used any more. */
  readonly fail: (cause: unknown) => void;
  readonly rebuild: () => void;
  readonly stop: () => void;
  /** Writes what it has and ends the thread. */
  readonly close: () => Promise<void>;
}

/** What a keeper is made of. */
export interface KeeperParts {
  readonly store: Store;
  readonly start: StartThread;
  /** File of the index; empty: in memory. */
  readonly file: string;
  readonly tell: (status: IndexStatus) => void;
}

function* slices<T>(all: readonly T[], size: number): Generator<readonly T[], void> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}

/** Everything a keeper does to its index, one thing after the other. */
class Keeper implements SearchKeeper {
  readonly store: Store;
  readonly thread: SearchThread;
  readonly #tell: (status: IndexStatus) => void;
  readonly #unlisten: () => void;
  #changed: Changed = nothingChanged();
  #status: IndexStatus = { state: 'building', done: 0, total: 0, message: '' };
  #work: Promise<void>;
  readonly #opened: Promise<string>;
  #reading = 0;
  #closed = false;

  constructor({ store, start, file, tell }: KeeperParts) {
    this.store = store;
    this.thread = start();
    this.#tell = tell;
    this.#unlisten = store.onOps((ops) => noteChanges(this.#changed, ops));
    const owner = `${store.id} ${store.replica}`;
    this.#opened = this.thread
      .ask('open', { file, root: store.dir, owner })
      .then(({ heads }) => heads);
    this.#work = this.#guard(async () => {
      if ((await this.#opened) === store.heads()) this.#say({ state: 'ready' });
      else await this.#readAll();
    });
  }

  status(): IndexStatus {
    return this.#status;
  }

  #say(change: Partial<IndexStatus>): void {
    this.#status = { ...this.#status, ...change };
    if (!this.#closed) this.#tell(this.#status);
  }

  /** Runs work on the index; a failure is told, and ends nothing else. */
  async #guard(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (cause) {
      this.fail(cause);
    }
  }

  fail(cause: unknown): void {
    const reason = reasonIn(cause);
    this.#say({
      state: 'failed',
      message: `The search index cannot be used: ${reason}. Your work is not touched. Rebuild the index to try again.`,
    });
  }

  #queue(work: () => Promise<void>): void {
    this.#work = this.#work.then(() => this.#guard(work));
  }

  async #name(): Promise<{ articles: string[]; layers: (readonly [string, string])[] }> {
    const articles: string[] = [];
    const layers: (readonly [string, string])[] = [];
    const all = [...this.store.projectRecords('article')];
    for (const some of slices(all, NAMED_AT_ONCE)) {
      const named = some.filter(([id]) => articleFor(this.store, id) !== undefined);
      const wanted = await this.thread.ask('survey', {
        articles: named.map(([id, record]) => ({ id, stamp: articleStamp(record) })),
        layers: named.flatMap(([id]) =>
          this.store
            .layerAnalysts(id)
            .map((analyst) => [id, analyst, this.store.layerVersion(id, analyst)] as const),
        ),
      });
      for (const id of wanted.articles) articles.push(id);
      for (const layer of wanted.layers) layers.push(layer);
      await nextTurn();
    }
    await this.thread.ask('endSurvey', {});
    return { articles, layers };
  }

  async #putArticles(ids: readonly string[]): Promise<void> {
    const known = ids.map((id) => articleFor(this.store, id));
    const articles = known.filter((article) => article !== undefined);
    if (articles.length > 0) await this.thread.ask('putArticles', { articles });
    const gone = ids.filter((_, index) => known[index] === undefined);
    if (gone.length > 0) await this.thread.ask('dropArticles', { ids: gone });
  }

  async #putLayers(keys: readonly (readonly [string, string])[]): Promise<void> {
    const layers = [];
    for (const [articleId, analyst] of keys) {
      const layer = await layerFor(this.store, articleId, analyst);
      if (layer !== undefined) layers.push(layer);
    }
    if (layers.length > 0) await this.thread.ask('putLayers', { layers });
  }

  /** Reads what the index lacks, until done or stopped. */
  async #readAll(): Promise<void> {
    this.#reading += 1;
    const run = this.#reading;
    const heads = this.store.heads();
    this.#say({ state: 'building', done: 0, total: 0, message: '' });
    const { articles, layers } = await this.#name();
    const total = articles.length + layers.length;
    let done = 0;
    const isStopped = (): boolean => this.#closed || run !== this.#reading;
    for (const some of slices(articles, TOLD_AT_ONCE)) {
      if (isStopped()) return;
      await this.#putArticles(some);
      done += some.length;
      this.#say({ done, total });
    }
    for (const some of slices(layers, TOLD_AT_ONCE)) {
      if (isStopped()) return;
      await this.#putLayers(some);
      done += some.length;
      this.#say({ done, total });
    }
    if (isStopped()) return;
    await this.thread.ask('settle', { heads });
    this.#say({ state: 'ready', done: total, total });
  }

  async #tellChanges(): Promise<void> {
    const { articles, layers } = this.#changed;
    if (articles.size + layers.size === 0) return;
    // Read before the changes are: what is committed meanwhile is told next time.
    const heads = this.store.heads();
    this.#changed = nothingChanged();
    for (const some of slices([...articles], TOLD_AT_ONCE)) await this.#putArticles(some);
    const keys = [...layers].map((key) => key.split(' ') as [string, string]);
    for (const some of slices(keys, TOLD_AT_ONCE)) await this.#putLayers(some);
    if (this.#status.state === 'ready') await this.thread.ask('settle', { heads });
  }

  async catchUp(): Promise<void> {
    await this.#opened;
    await this.#guard(() => this.#tellChanges());
  }

  rebuild(): void {
    this.#reading += 1;
    this.#queue(async () => {
      await this.thread.ask('clear', {});
      await this.#readAll();
    });
  }

  stop(): void {
    if (this.#status.state !== 'building') return;
    this.#reading += 1;
    const message = 'The index is not complete: only part of the articles is searched.';
    this.#say({ state: 'stopped', message });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#reading += 1;
    this.#unlisten();
    await this.#guard(async () => {
      await this.#work;
      await this.#tellChanges();
      await this.thread.ask('close', {});
    });
    await this.thread.end();
  }
}

/** Begins to keep the index of an open project in step. */
export function keepIndex(parts: KeeperParts): SearchKeeper {
  const keeper = new Keeper(parts);
  return {
    store: keeper.store,
    thread: keeper.thread,
    status: () => keeper.status(),
    catchUp: () => keeper.catchUp(),
    fail: (cause) => keeper.fail(cause),
    rebuild: () => keeper.rebuild(),
    stop: () => keeper.stop(),
    close: () => keeper.close(),
  };
}
