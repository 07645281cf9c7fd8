import type { ImportResult } from '../importers/failure.ts';
import type { FileArticles } from '../importers/imported-article.ts';
import { DEFAULT_LIMITS } from '../importers/limits.ts';
import { createImportPool, type ImportJob } from '../importers/pool.ts';
import type { DatasetPieces } from '../importers/read-datasets.ts';
import { nodeWorkers, type SpawnWorker } from '../importers/worker-process.ts';

/** How files are to be read. */
export interface ReadingOptions {
  readonly signal: AbortSignal;
  readonly onStart: (job: ImportJob) => void;
  /** Called with what was read of a dataset, piece by piece, before its result. */
  readonly onPieces?: (job: ImportJob, pieces: DatasetPieces) => void;
  readonly onResult: (job: ImportJob, result: ImportResult<FileArticles>) => void;
}

/**
 * Reads untrusted files, several at once, in processes with limits of time and memory. Resolves
 * when every file has had its result.
 */
export type ReadArticles = (jobs: readonly ImportJob[], options: ReadingOptions) => Promise<void>;

/** Reads in processes that `spawn` starts, and ends them when all is read. */
export function readInProcesses(spawn: SpawnWorker): ReadArticles {
  return async (jobs, { signal, onStart, onPieces, onResult }) => {
    if (jobs.length === 0) return;
    const pool = createImportPool({ spawn });
    try {
      await pool.readAll(jobs, {
        signal,
        onProgress: ({ index, state }) => {
          const job = jobs[index];
          if (state === 'reading' && job !== undefined) onStart(job);
        },
        onPieces: (index, pieces) => {
          const job = jobs[index];
          if (job !== undefined) onPieces?.(job, pieces);
        },
        onResult: (index, result) => {
          const job = jobs[index];
          if (job !== undefined) onResult(job, result);
        },
      });
    } finally {
      pool.close();
    }
  };
}

/** Reads in child processes of plain Node, where there is no Electron. @param worker the built worker */
export function readInChildProcesses(worker: string): ReadArticles {
  return readInProcesses(nodeWorkers(worker, DEFAULT_LIMITS.memoryMegabytes));
}
