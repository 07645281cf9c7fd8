import type { DatasetTask } from './dataset-task.ts';
import type { ImportResult } from './failure.ts';
import { refuse } from './failure.ts';
import type { ColumnChoice, FileArticles } from './imported-article.ts';
import type { ImportLimits } from './limits.ts';
import { DEFAULT_LIMITS, describeBytes } from './limits.ts';
import type { DatasetPieces } from './read-datasets.ts';
import { isWorkerBeat, isWorkerPieces, isWorkerReply } from './worker-messages.ts';
import type { SpawnWorker, WorkerProcess } from './worker-process.ts';

/** One file to read. */
export interface ImportJob {
  readonly path: string;
  /** The content, when there is no file (a paste) or it was read already. */
  readonly bytes?: Uint8Array;
  /** A charset chosen by a person. */
  readonly charset?: string;
  /** For a file of annotated articles: what to do with it. */
  readonly dataset?: DatasetTask;
  /** What a person says of the columns of a table. */
  readonly columns?: ColumnChoice;
}

/** Where the reading of several files stands. */
export interface ImportProgress {
  /** Files that are read, refused or cancelled. */
  readonly done: number;
  readonly total: number;
  /** The file this is about, and its place in the list. */
  readonly file: string;
  readonly index: number;
  readonly state: 'reading' | 'read' | 'refused';
}

/** How files are read. */
export interface ReadOptions {
  /** Ends what runs and skips the rest; every file still gets a result. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Called with what was read of a dataset, piece by piece, before its result. */
  readonly onPieces?: (index: number, pieces: DatasetPieces) => void;
  /** Called with each result as it comes, in whatever order files are done. */
  readonly onResult?: (index: number, result: ImportResult<FileArticles>) => void;
}

/** Reads files in processes of their own. */
export interface ImportPool {
  /** One result for each job, in the jobs' order. Never rejects. */
  readAll(jobs: readonly ImportJob[], options?: ReadOptions): Promise<ImportResult<FileArticles>[]>;
  /** Ends the processes. The pool can be used again: it starts new ones. */
  close(): void;
}

/** What a pool is made of. */
export interface PoolParts {
  readonly spawn: SpawnWorker;
  readonly limits?: Partial<ImportLimits>;
  /** Files read at the same time. */
  readonly workers?: number;
}

/**
 * A pool of worker processes. A file that takes too long, or brings its process down, is refused by
 * name; its process is replaced, and the other files do not notice.
 */
export function createImportPool(parts: PoolParts): ImportPool {
  const limits = { ...DEFAULT_LIMITS, ...parts.limits };
  const slots = Array.from({ length: parts.workers ?? 2 }, () => new Slot(parts.spawn, limits));
  return {
    readAll: (jobs, options = {}) => readAll(slots, jobs, options),
    close: () => {
      for (const slot of slots) {
        slot.close();
      }
    },
  };
}

async function readAll(
  slots: readonly Slot[],
  jobs: readonly ImportJob[],
  options: ReadOptions,
): Promise<ImportResult<FileArticles>[]> {
  const results: ImportResult<FileArticles>[] = [];
  let next = 0;
  let done = 0;
  const report = (index: number, file: string, state: ImportProgress['state']): void => {
    options.onProgress?.({ done, total: jobs.length, file, index, state });
  };
  const work = async (slot: Slot): Promise<void> => {
    for (let index = next++; index < jobs.length; index = next++) {
      const job = jobs[index];
      if (job !== undefined) {
        report(index, job.path, 'reading');
        const result = await slot.read(job, options.signal, (pieces) => {
          options.onPieces?.(index, pieces);
        });
        results[index] = result;
        done += 1;
        options.onResult?.(index, result);
        report(index, job.path, result.ok ? 'read' : 'refused');
      }
    }
  };
  await Promise.all(slots.map(work));
  return results;
}

type Finish = (result: ImportResult<FileArticles>) => void;

/** One process and the file it works on. */
class Slot {
  readonly #spawn: SpawnWorker;
  readonly #limits: ImportLimits;
  #process: WorkerProcess | null = null;
  #id = 0;
  #finish: Finish | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(spawn: SpawnWorker, limits: ImportLimits) {
    this.#spawn = spawn;
    this.#limits = limits;
  }

  /** Reads a file after those that wait for this process already. */
  read(
    job: ImportJob,
    signal: AbortSignal | undefined,
    take: (pieces: DatasetPieces) => void,
  ): Promise<ImportResult<FileArticles>> {
    const result = this.#queue.then(() => {
      this.#take = take;
      return this.#readNow(job, signal);
    });
    this.#queue = result;
    return result;
  }

  close(): void {
    const running = this.#process;
    this.#process = null;
    running?.kill();
  }

  #readNow(job: ImportJob, signal: AbortSignal | undefined): Promise<ImportResult<FileArticles>> {
    if (signal?.aborted === true) {
      return Promise.resolve(cancelled(job));
    }
    return new Promise((resolve) => {
      const stop = (): void => this.#end(cancelled(job));
      const { milliseconds, fileMilliseconds } = this.#limits;
      const hang = (): void => this.#end(timedOut(job, this.#limits));
      const timer = setTimeout(hang, milliseconds);
      const last = setTimeout(hang, Math.max(milliseconds, fileMilliseconds));
      this.#beat = () => timer.refresh();
      this.#finish = (result) => {
        clearTimeout(timer);
        clearTimeout(last);
        this.#beat = () => undefined;
        signal?.removeEventListener('abort', stop);
        this.#finish = null;
        resolve(result);
      };
      signal?.addEventListener('abort', stop, { once: true });
      this.#start(job);
    });
  }

  #start(job: ImportJob): void {
    this.#id += 1;
    const crash = (): void => this.#finish?.(crashed(job, this.#limits));
    try {
      const running = this.#process ?? this.#spawnProcess();
      this.#crash = crash;
      running.send({
        id: this.#id,
        path: job.path,
        ...(job.bytes === undefined ? {} : { bytes: job.bytes }),
        options: {
          limits: this.#limits,
          ...(job.charset === undefined ? {} : { charset: job.charset }),
          ...(job.columns === undefined ? {} : { columns: job.columns }),
        },
        ...(job.dataset === undefined ? {} : { dataset: job.dataset }),
      });
    } catch {
      this.close();
      crash();
    }
  }

  #crash: () => void = () => undefined;

  /** Called with pieces of the dataset that is being read. */
  #take: (pieces: DatasetPieces) => void = () => undefined;

  /** Called when the worker tells that it gets on with the articles of a file. */
  #beat: () => void = () => undefined;

  #spawnProcess(): WorkerProcess {
    const started = this.#spawn();
    this.#process = started;
    started.onMessage((message) => {
      if (this.#process !== started) return;
      if (isWorkerReply(message) && message.id === this.#id) this.#finish?.(message.result);
      else if (isWorkerPieces(message) && message.id === this.#id && this.#finish !== null) {
        this.#beat();
        this.#take(message.pieces);
      } else if (isWorkerBeat(message) && message.id === this.#id) this.#beat();
    });
    started.onExit(() => {
      if (this.#process === started) {
        this.#process = null;
        this.#crash();
      }
    });
    return started;
  }

  /** Ends the process, because nothing else stops a parser, and gives the file its result. */
  #end(result: ImportResult<FileArticles>): void {
    this.close();
    this.#finish?.(result);
  }
}

function cancelled(job: ImportJob): ReturnType<typeof refuse> {
  return refuse(job.path, 'cancelled', 'You stopped the import before it was read.');
}

function adviceFor({ dataset }: ImportJob): string {
  return dataset === undefined
    ? 'Copy the article’s text and paste it.'
    : 'Split it into smaller files and import those.';
}

function timedOut(job: ImportJob, limits: ImportLimits): ReturnType<typeof refuse> {
  const seconds = Math.round(limits.milliseconds / 100) / 10;
  return refuse(
    job.path,
    'timeout',
    `Reading it took longer than ${seconds} seconds and was stopped. ${adviceFor(job)}`,
  );
}

function crashed(job: ImportJob, limits: ImportLimits): ReturnType<typeof refuse> {
  const memory = describeBytes(limits.memoryMegabytes * 1024 * 1024);
  return refuse(
    job.path,
    'crashed',
    `Reading it needed more than ${memory} of memory or failed. ${adviceFor(job)}`,
  );
}
