import { Worker } from 'node:worker_threads';
import { type Ask, asking } from '../../core/asking.ts';
import type { Progress, SearchCalls, SearchMessage } from './messages.ts';

/** The searching thread as whoever asks it sees it. */
export interface SearchThread {
  /** Rejects where the thread fails or has ended: the index is then made anew. */
  readonly ask: Ask<SearchCalls>;
  /** Hears how far the query that runs has come. */
  readonly onProgress: (listener: (query: string, progress: Progress) => void) => void;
  /** Ends the thread at once. */
  readonly end: () => Promise<void>;
}

/** Starts a searching thread. */
export type StartThread = () => SearchThread;

/** Megabytes of heap a thread may use; the index's own memory comes on top. */
const HEAP_MEGABYTES = 1024;

/** Starts threads that run the built `worker.ts`. */
export function workerThreads(workerFile: string | URL): StartThread {
  return () => {
    const worker = new Worker(workerFile, {
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
    });
    const listeners = new Set<(query: string, progress: Progress) => void>();
    const { ask, answered, stop } = asking<SearchCalls>((question) => worker.postMessage(question));
    worker.on('message', (message: SearchMessage) => {
      if ('query' in message) {
        for (const listener of listeners) listener(message.query, message.progress);
      } else answered(message);
    });
    worker.on('error', stop);
    worker.on('exit', () => stop(new Error('The search has ended.')));
    // An index under way keeps no process alive that has nothing else to do.
    worker.unref();
    return {
      ask,
      onProgress: (listener) => {
        listeners.add(listener);
      },
      end: async () => {
        await worker.terminate();
      },
    };
  };
}
