import { randomBytes } from 'node:crypto';
import type { OffsetUnit } from '../../core/text/offsets.ts';
import type { AppEvent } from '../../ipc/contract.ts';
import type { ImportResult } from '../importers/failure.ts';
import type { FileArticles } from '../importers/imported-article.ts';
import type { ImportJob } from '../importers/pool.ts';
import type { Store } from '../store/store.ts';
import { codebookOf } from './codebook-view.ts';
import {
  articlesItem,
  type BatchEntry,
  datasetItem,
  failedItem,
  type ImportItem,
  waitingItem,
} from './import-batch.ts';
import type { ReadArticles } from './import-reading.ts';
import { articlesOf } from './project-view.ts';
import { readFiles } from './read-files.ts';

/** Files that were chosen for import and are being read. */
export interface Batch {
  readonly id: string;
  readonly entries: Map<string, BatchEntry>;
  readonly stop: AbortController;
}

type Emit = (event: AppEvent) => void;

/** Whose and from when annotations are that do not say so themselves. */
export interface Unsigned {
  /** Analyst's name. */
  readonly analyst: string;
  /** ISO-8601 UTC. */
  readonly at: string;
}

/** How often progress is told, in milliseconds. */
const BEAT_MS = 60;

/** A new batch with nothing read. `files` are paths; folders have been opened up already. */
export function createBatch(files: readonly string[]): Batch {
  const entries = new Map<string, BatchEntry>();
  files.forEach((file, index) => {
    const key = String(index);
    entries.set(key, { item: waitingItem(key, file) });
  });
  return { id: `batch-${randomBytes(6).toString('hex')}`, entries, stop: new AbortController() };
}

/** A batch of one pasted text, which has no file. */
export function createPastedBatch(text: string): Batch {
  const batch = createBatch([]);
  batch.entries.set('0', { item: waitingItem('0', 'Pasted text'), pasted: text });
  return batch;
}

/** The items of a batch in order. */
export function itemsOf(batch: Batch): ImportItem[] {
  return [...batch.entries.values()].map((entry) => ({ ...entry.item }));
}

function titlesByText(store: Store): Map<string, string> {
  return new Map(articlesOf(store).map((one) => [one.sha256, one.title]));
}

/** The titles by SHA-256 of the texts that are in the project, or earlier in this batch. */
export function heldBefore(batch: Batch, store: Store, key: string): Map<string, string> {
  const held = titlesByText(store);
  for (const [other, { content }] of batch.entries) {
    if (other === key) return held;
    if (content?.kind !== 'articles') continue;
    for (const { sha256, title } of content.read.articles) {
      if (!held.has(sha256)) held.set(sha256, title);
    }
  }
  return held;
}

/** Takes over what reading a file came to. */
export function settle(
  batch: Batch,
  store: Store,
  key: string,
  result: ImportResult<FileArticles>,
): void {
  const entry = batch.entries.get(key);
  if (entry === undefined) return;
  if (!result.ok) {
    entry.item = failedItem(entry.item, result.error.message);
    return;
  }
  const read = result.value;
  const held = heldBefore(batch, store, key);
  entry.content = { kind: 'articles', read };
  entry.item = articlesItem(
    entry.item,
    read,
    read.articles.map((one) => held.get(one.sha256)),
  );
}

/** How datasets of a batch are read. */
export interface DatasetsReading {
  readonly readArticles: ReadArticles;
  readonly unsigned: Unsigned;
  /** Reads once more, in this unit. */
  readonly offsetUnit?: OffsetUnit | undefined;
  readonly touch: (key: string) => void;
}

/** Reads datasets of a batch. @param keys of the entries, by file */
export async function settleDatasets(
  batch: Batch,
  store: Store,
  keys: ReadonlyMap<string, string>,
  { readArticles, unsigned, offsetUnit, touch }: DatasetsReading,
): Promise<void> {
  const entryOf = (file: string): BatchEntry | undefined => batch.entries.get(keys.get(file) ?? '');
  const { readDatasetFiles } = await import('./read-dataset.ts');
  await readDatasetFiles(
    [...keys.keys()],
    store,
    { ...unsigned, offsetUnit },
    {
      readArticles,
      signal: batch.stop.signal,
      onStart(file) {
        const entry = entryOf(file);
        if (entry === undefined) return;
        entry.item = { ...entry.item, state: 'reading' };
        touch(entry.item.key);
      },
      onResult(file, read) {
        const entry = entryOf(file);
        if (entry === undefined) return;
        if (read.ok) {
          const item = offsetUnit === undefined ? entry.item : { ...entry.item, offsetUnit };
          entry.content = { kind: 'dataset', ...read.value };
          entry.item = datasetItem(item, read.value, codebookOf(store));
        } else entry.item = failedItem(entry.item, read.error);
        touch(entry.item.key);
      },
    },
  );
}

/** Tells the window what has changed since the last time, now and then. */
function teller(batch: Batch, emit: Emit): { touch: (key: string) => void; end: () => void } {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  function tell(finished: boolean): void {
    clearTimeout(timer);
    timer = undefined;
    const items = [...changed].flatMap((key) => {
      const entry = batch.entries.get(key);
      return entry === undefined ? [] : [{ ...entry.item }];
    });
    changed.clear();
    const all = [...batch.entries.values()];
    const open = all.filter(({ item }) => item.state === 'waiting' || item.state === 'reading');
    const done = all.length - open.length;
    emit({ type: 'import', batch: batch.id, items, done, total: all.length, finished });
  }
  return {
    touch(key) {
      changed.add(key);
      timer ??= setTimeout(() => {
        tell(false);
      }, BEAT_MS);
    },
    end: () => {
      tell(true);
    },
  };
}

/** Reads every file of a batch, telling the window as it goes. Resolves when all are read. */
export async function readBatch(
  batch: Batch,
  store: Store,
  readArticles: ReadArticles,
  emit: Emit,
  unsigned: Unsigned,
): Promise<void> {
  const { touch, end } = teller(batch, emit);
  const keys = new Map<string, string>();
  const datasets = new Map<string, string>();
  const { isDataset } = await import('../importers/dataset-source.ts');
  for (const [key, entry] of batch.entries) {
    if (batch.stop.signal.aborted) break;
    const isMarked = await isDataset(entry.item.file);
    (isMarked ? datasets : keys).set(entry.item.file, key);
  }
  await settleDatasets(batch, store, datasets, { readArticles, unsigned, touch });
  const jobs = Array.from(keys.keys(), (file): ImportJob => ({ path: file }));
  await readFiles(jobs, readArticles, {
    signal: batch.stop.signal,
    onStart(file) {
      const entry = batch.entries.get(keys.get(file) ?? '');
      if (entry === undefined) return;
      entry.item = { ...entry.item, state: 'reading' };
      touch(entry.item.key);
    },
    onResult(file, result) {
      const key = keys.get(file) ?? '';
      settle(batch, store, key, result);
      touch(key);
    },
  });
  end();
}
