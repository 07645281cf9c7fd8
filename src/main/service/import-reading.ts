import type { ImportResult } from '../importers/failure.ts';
import type { FileArticles } from '../importers/imported-article.ts';
import { DEFAULT_LIMITS } from '../importers/limits.ts';
import { createImportPool, type ImportJob } from '../importers/pool.ts';
import { nodeWorkers, type SpawnWorker } from '../importers/worker-process.ts';

/** How files are to be read. */
export interface ReadingOptions {
  readonly signal: AbortSignal;
  readonly onStart: (job: ImportJob) => void;
  readonly onResult: (job: ImportJob, result: ImportResult<FileArticles>) => void;
}

/**
 * Reads untrusted files, several at once, in processes with limits of time and memory. Resolves
 * when every file has had its result.
 */
export type ReadArticles = (jobs: readonly ImportJob[], options: ReadingOptions) => Promise<void>;

/** Reads in processes that `spawn` starts, and ends them when all is read. */
export function readInProcesses(spawn: SpawnWorker): ReadArticles {
  return async (jobs, { signal, onStart, onResult }) => {
    if (jobs.length === 0) return;
    const pool = createImportPool({ spawn });
    try {
      await pool.readAll(jobs, {
        signal,
        onProgress: ({ index, state }) => {
          const job = jobs[index];
          if (state === 'reading' && job !== undefined) onStart(job);
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
