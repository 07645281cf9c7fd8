import { stampIso } from '../../core/log/hlc.ts';
import type { CommitNote, Op, OpDraft } from '../../core/log/op.ts';
import type { RecordState } from '../../core/log/record.ts';
import type { Json } from '../../core/model/json.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { readSidecar, readText, textCache } from './articles.ts';
import type { Checkpointer } from './checkpointer.ts';
import { type CommitLoop, commitLoop } from './commit-loop.ts';
import { type Counts, NO_COUNTS } from './counts.ts';
import { useDocument } from './documents.ts';
import type { Engine, HistoryHead } from './engine.ts';
import { type Notice, refuse, type StoreError } from './errors.ts';
import { type KeptBundles, keptBundles } from './kept-bundles.ts';
import { documentOf, layerKey } from './layout.ts';
import type { Lock } from './lock.ts';
import { rememberMarks } from './marks.ts';
import { articleNameFault } from './names.ts';
import { type ArticleFiles, dropFiles, putArticles } from './put-articles.ts';
import type { Incoming } from './receive.ts';
import type { RecordMaps } from './records.ts';
import type { Outcome } from './settled.ts';
import { readStream, type StreamHead, streamHeads } from './stream-reading.ts';
import { tellingOps } from './telling-ops.ts';
import { versions } from './versions.ts';

/** One analyst's work on one article: kind → record id (`<article>/<id>`) → record. */
export type Layer = RecordMaps;

/** What a listener is told after every batch. */
export interface SaveState {
  /** Requests not settled yet. */
  readonly pending: number;
  /** Why nothing can be saved any more, once that is so. */
  readonly refusal: StoreError | undefined;
}

/**
 * An open project. All that is read is acknowledged: on disk, flushed. Maps are live views: read
 * them at once, ask again after an `await`.
 */
export interface Store {
  readonly id: string;
  readonly dir: string;
  readonly replica: string;
  /** True when nothing can be committed: a newer format, another holder, a failed disk. */
  readonly readOnly: boolean;
  /** Why nothing can be committed, or `undefined`. */
  refusal(): StoreError | undefined;
  /** What the user should know, in the order in which it happened. */
  notices(): readonly Notice[];
  /** Records of the project channel, deleted ones included: `project`, `label`, `analyst`, `article`, … */
  projectRecords(kind: string): ReadonlyMap<string, RecordState>;
  /** What the index says of an article's layers, without opening them. */
  counts(articleId: string): ReadonlyMap<string, Counts>;
  layerAnalysts(articleId: string): readonly string[];
  /** Ids of all articles that have a layer. */
  annotatedArticles(): readonly string[];
  /** Empty where there is none. */
  layer(articleId: string, analystId: string): Promise<Result<Layer, StoreError>>;
  /** Records of `gold` (by article) or `review.<session>`. */
  records(channel: string, articleId?: string): Promise<Result<RecordMaps, StoreError>>;
  text(articleId: string): Promise<Result<string, StoreError>>;
  sidecar(articleId: string): Promise<Result<Json, StoreError>>;
  /**
   * Keeps an article id for the caller. @returns false where another article has one that differs
   * only in case, so that both would be one file on many disks
   */
  holdName(articleId: string): boolean;
  putArticle(
    articleId: string,
    files: Omit<ArticleFiles, 'articleId'>,
  ): Promise<Result<readonly string[], StoreError>>;
  /** @returns the files that were not there before, for `dropFiles` */
  putArticles(articles: readonly ArticleFiles[]): Promise<Result<readonly string[], StoreError>>;
  /** Removes files that `putArticles` made where the ops that were to name them were refused. */
  dropFiles(files: readonly string[]): Promise<void>;
  /** Resolves once the ops are on disk, or refused with nothing changed. */
  commit(
    analyst: string,
    drafts: readonly OpDraft[],
    note: CommitNote,
  ): Promise<Result<readonly Op[], StoreError>>;
  /** The streams of the log, by name. */
  streams(): readonly StreamHead[];
  /** The bytes of a stream's file, as far as they are acknowledged. */
  readStream(replica: string, channel: string): Promise<Result<Uint8Array, StoreError>>;
  /** Takes what others wrote into the log; resolves once it is on disk, or refused. */
  receive(incoming: Incoming): Promise<Result<readonly Op[], StoreError>>;
  /** Notes, outside of the folder, how far its log has come: before anything is handed over. */
  rememberMarks(): Promise<Result<void, StoreError>>;
  /** What is kept of the bundles that came. */
  readonly bundles: KeptBundles;
  /** Labels of what this analyst would undo and redo next. */
  history(analyst: string): HistoryHead;
  /** `undefined` where there is nothing to undo. */
  undo(analyst: string): Promise<Result<Outcome | undefined, StoreError>>;
  redo(analyst: string): Promise<Result<Outcome | undefined, StoreError>>;
  pending(): number;
  /** When the project was last changed, ISO-8601 UTC, by the clock of whoever changed it. */
  lastChange(): string;
  /** Differs whenever anything that was committed differs: the last op of each stream. */
  heads(): string;
  /** Differs whenever anything in the layer differs; empty where there is none. */
  layerVersion(articleId: string, analystId: string): string;
  /** Hears the ops of each commit, undo and redo once they are on disk; answers how to stop. */
  onOps(listener: (ops: readonly Op[]) => void): () => void;
  /** @returns a function that ends listening */
  onState(listener: (state: SaveState) => void): () => void;
  /** Brings the readable files up to date now. A failure loses nothing. */
  checkpoint(): Promise<Result<void, StoreError>>;
  /** Resolves when everything committed so far is settled. */
  drain(): Promise<void>;
  close(): Promise<Result<void, StoreError>>;
}

/** The parts that make a store. */
export interface StoreParts {
  readonly engine: Engine;
  readonly lock: Lock;
  readonly snapshots: Checkpointer;
}

const NOTHING: ReadonlyMap<string, RecordState> = new Map();

function countsOf(engine: Engine, articleId: string): ReadonlyMap<string, Counts> {
  const analysts = engine.analysts.get(articleId) ?? new Set<string>();
  return new Map(
    [...analysts].map((analyst) => {
      const indexed = engine.index.get(layerKey(articleId, analyst));
      if (indexed === undefined) return [analyst, NO_COUNTS];
      const { version: _version, ...counts } = indexed;
      return [analyst, counts];
    }),
  );
}

async function recordsOf(
  engine: Engine,
  channel: string,
  articleId: string,
): Promise<Result<RecordMaps, StoreError>> {
  const key = documentOf({ c: channel, r: `${articleId}/` });
  if (key === undefined) return refuse('name', `“${channel}” of “${articleId}” cannot be stored.`);
  const used = await useDocument(engine, key);
  return used.ok ? ok(used.value.records.maps) : used;
}

type Reading = Pick<
  Store,
  | 'projectRecords'
  | 'counts'
  | 'annotatedArticles'
  | 'layerAnalysts'
  | 'layer'
  | 'records'
  | 'text'
  | 'sidecar'
>;

function reading(engine: Engine): Reading {
  const texts = textCache();
  return {
    projectRecords: (kind) => engine.project.records.maps.get(kind) ?? NOTHING,
    counts: (articleId) => countsOf(engine, articleId),
    annotatedArticles: () => [...engine.analysts.keys()],
    layerAnalysts: (articleId) => [...(engine.analysts.get(articleId) ?? [])],
    layer: (articleId, analystId) => recordsOf(engine, `layer.${analystId}`, articleId),
    records: (channel, articleId = '-') => recordsOf(engine, channel, articleId),
    async text(articleId) {
      const known = texts.get(articleId);
      if (known !== undefined) return ok(known);
      const read = await readText(engine, articleId);
      if (read.ok) texts.set(articleId, read.value);
      return read;
    },
    sidecar: (articleId) => readSidecar(engine, articleId),
  };
}

type Writing = Pick<
  Store,
  | 'commit'
  | 'receive'
  | 'undo'
  | 'redo'
  | 'holdName'
  | 'putArticle'
  | 'putArticles'
  | 'dropFiles'
  | 'pending'
>;

function writing(engine: Engine, loop: CommitLoop): Writing {
  const put = (articles: readonly ArticleFiles[]) =>
    engine.refusal === undefined
      ? putArticles(engine, articles)
      : Promise.resolve(err(engine.refusal));
  return {
    async commit(analyst, drafts, note) {
      const settled = await loop.submit({ type: 'commit', analyst, drafts, note });
      return settled.ok ? ok(settled.value?.ops ?? []) : settled;
    },
    async receive(incoming) {
      const settled = await loop.submit({ type: 'receive', incoming });
      return settled.ok ? ok(settled.value?.ops ?? []) : settled;
    },
    undo: (analyst) => loop.submit({ type: 'undo', analyst }),
    redo: (analyst) => loop.submit({ type: 'redo', analyst }),
    holdName: (articleId) => articleNameFault(engine, articleId) === undefined,
    putArticle: (articleId, files) => put([{ articleId, ...files }]),
    putArticles: put,
    async dropFiles(files) {
      // After a flush that failed nobody knows whether the log names them.
      if (engine.refusal === undefined) await dropFiles(engine, files);
    },
    pending: () => loop.pending(),
  };
}

async function closeParts({ engine, lock, snapshots }: StoreParts, loop: CommitLoop) {
  await loop.drain();
  await snapshots.stop();
  // A failed checkpoint is reported and loses nothing: the log has everything.
  if (engine.refusal?.kind !== 'held-elsewhere') {
    await snapshots.now();
    const marked = await rememberMarks(engine);
    if (!marked.ok)
      engine.around.report({ kind: 'copies', file: '', message: marked.error.message });
  }
  engine.refusal = { kind: 'closed', message: 'The project is closed.' };
  await engine.writer.close();
  await lock.release();
}

/** A store on an open project. */
export function makeStore(parts: StoreParts): Store {
  const { engine, snapshots } = parts;
  const listeners = new Set<(state: SaveState) => void>();
  const loop: CommitLoop = commitLoop(engine, () => {
    if (!engine.around.readOnly) snapshots.afterBatch();
    const state = { pending: loop.pending(), refusal: engine.refusal };
    for (const listener of listeners) listener(state);
  });
  let closing: Promise<void> | undefined;
  const { told, onOps } = tellingOps(loop);
  return {
    id: engine.id,
    dir: engine.around.dir,
    replica: engine.replica,
    get readOnly() {
      return engine.refusal !== undefined;
    },
    refusal: () => engine.refusal,
    notices: () => engine.notices,
    lastChange: () => (engine.stamp === '' ? new Date(0).toISOString() : stampIso(engine.stamp)),
    ...reading(engine),
    ...writing(engine, told),
    ...versions(engine),
    onOps,
    bundles: keptBundles(engine),
    streams: () => streamHeads(engine),
    readStream: (replica, channel) => readStream(engine, replica, channel),
    rememberMarks: () => rememberMarks(engine),
    history: (analyst) => engine.historyHeads.get(analyst) ?? {},
    onState(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    checkpoint: () => snapshots.now(),
    drain: () => loop.drain(),
    async close() {
      closing ??= closeParts(parts, loop);
      await closing;
      return ok(undefined);
    },
  };
}
