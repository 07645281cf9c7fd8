import type { ImportResult } from '../importers/failure.ts';
import type { ImportedArticle } from '../importers/imported-article.ts';
import { DEFAULT_LIMITS } from '../importers/limits.ts';
import { createImportPool } from '../importers/pool.ts';
import { nodeWorkers, type SpawnWorker } from '../importers/worker-process.ts';

/** How files are to be read. */
export interface ReadingOptions {
  /** Reads with this charset whatever the file looks like. */
  readonly charset?: string | undefined;
  readonly signal: AbortSignal;
  readonly onStart: (file: string) => void;
  readonly onResult: (file: string, result: ImportResult<ImportedArticle>) => void;
}

/**
 * Reads untrusted files, several at once, in processes with limits of time and memory. Resolves
 * when every file has had its result.
 */
export type ReadArticles = (files: readonly string[], options: ReadingOptions) => Promise<void>;

/** Reads in processes that `spawn` starts, and ends them when all is read. */
export function readInProcesses(spawn: SpawnWorker): ReadArticles {
  return async (files, { charset, signal, onStart, onResult }) => {
    if (files.length === 0) return;
    const pool = createImportPool({ spawn });
    const chosen = charset === undefined ? {} : { charset };
    try {
      await pool.readAll(
        files.map((file) => ({ path: file, ...chosen })),
        {
          signal,
          onProgress: ({ file, state }) => {
            if (state === 'reading') onStart(file);
          },
          onResult: (index, result) => {
            onResult(files[index] ?? '', result);
          },
        },
      );
    } finally {
      pool.close();
    }
  };
}

/** Reads in child processes of plain Node, where there is no Electron. @param worker the built worker */
export function readInChildProcesses(worker: string): ReadArticles {
  return readInProcesses(nodeWorkers(worker, DEFAULT_LIMITS.memoryMegabytes));
}
