import { articleOfOp, type Op } from '../../core/log/op.ts';
import { ok, type Result } from '../../core/result.ts';
import { countItems, type Minutes, noMinutes } from '../../core/review/minutes.ts';
import {
  compareQueued,
  type QueuedItem,
  type QueueFilter,
  takes,
} from '../../core/review/queue.ts';
import type { StoreError } from '../store/errors.ts';
import type { Store } from '../store/store.ts';
import { articlesOf } from './project-view.ts';
import {
  type Compared,
  countedAnalysts,
  FEWEST_LAYERS,
  type ReviewArticle,
  readReviewArticle,
} from './review-layers.ts';
import { createPace } from './statistics-pace.ts';

/** What a comparison of all articles found. */
export interface Comparison {
  readonly articles: number;
  /** Articles of which fewer than two layers count. */
  readonly waiting: number;
}

/** Items of all articles, kept up to date while people decide. */
export interface ReviewBoard {
  readonly store: Store;
  readonly compared: Compared;
  /** Compares all articles, in the background of everything else; `undefined` where stopped. */
  readonly readAll: (
    signal: AbortSignal,
    progress: (done: number, total: number) => void,
  ) => Promise<Result<Comparison | undefined, StoreError>>;
  /** An article as it is now. */
  readonly article: (articleId: string) => Promise<Result<ReviewArticle, StoreError>>;
  /** Items of all articles that were compared so far, most apart first. */
  readonly queue: (
    filter: QueueFilter,
  ) => Promise<
    Result<{ readonly items: readonly QueuedItem[]; readonly minutes: Minutes }, StoreError>
  >;
  readonly close: () => void;
}

/** True for what changes how all articles are compared: the codebook, and who may read what. */
function touchesAll({ c, k }: Op): boolean {
  return c === 'project' && k !== 'article' && k !== 'project';
}

const PROGRESS_MS = 100;

interface Reading {
  readonly store: Store;
  readonly compared: Compared;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
  readonly read: (articleId: string) => Promise<Result<ReviewArticle, StoreError>>;
}

/** Compares all articles of which enough layers count. */
async function readAll(
  { store, compared, now, read }: Reading,
  signal: AbortSignal,
  progress: (done: number, total: number) => void,
): Promise<Result<Comparison | undefined, StoreError>> {
  const all = articlesOf(store).map(({ id }) => id);
  const ready = all.filter((id) => countedAnalysts(store, id, compared).length >= FEWEST_LAYERS);
  const pace = createPace(signal, now);
  let told = Number.NEGATIVE_INFINITY;
  for (const [done, articleId] of ready.entries()) {
    if (signal.aborted) return ok(undefined);
    if (now() - told >= PROGRESS_MS) {
      told = now();
      progress(done, ready.length);
    }
    const article = await read(articleId);
    if (!article.ok) return article;
    await pace.rest();
  }
  progress(ready.length, ready.length);
  return ok({ articles: ready.length, waiting: all.length - ready.length });
}

/** @param now milliseconds on a clock that only goes forward */
export function createReviewBoard(
  store: Store,
  compared: Compared,
  now: () => number,
): ReviewBoard {
  const known = new Map<string, QueuedItem[]>();
  const old = new Set<string>();
  const close = store.onOps((ops) => {
    for (const op of ops) {
      if (touchesAll(op)) for (const id of known.keys()) old.add(id);
      else old.add(articleOfOp(op) ?? '');
    }
  });
  async function read(articleId: string): Promise<Result<ReviewArticle, StoreError>> {
    old.delete(articleId);
    const article = await readReviewArticle(store, articleId, compared);
    if (article.ok) known.set(articleId, [...article.value.queue.items]);
    return article;
  }
  async function refresh(): Promise<Result<void, StoreError>> {
    for (const articleId of old) {
      if (!known.has(articleId)) continue;
      const article = await read(articleId);
      if (!article.ok) return article;
    }
    old.clear();
    return ok(undefined);
  }
  return {
    store,
    compared,
    article: read,
    close,
    readAll(signal, progress) {
      known.clear();
      return readAll({ store, compared, now, read }, signal, progress);
    },
    async queue(filter) {
      const fresh = await refresh();
      if (!fresh.ok) return fresh;
      const minutes = noMinutes();
      const items: QueuedItem[] = [];
      for (const article of known.values()) {
        countItems(minutes, article);
        for (const one of article) if (takes(filter, one)) items.push(one);
      }
      return ok({ items: items.sort(compareQueued), minutes });
    },
  };
}
