import { Worker } from 'node:worker_threads';
import type {
  Progress,
  SearchCall,
  SearchCalls,
  SearchMessage,
  SearchRequest,
} from './messages.ts';

/** The searching thread as whoever asks it sees it. */
export interface SearchThread {
  /** Rejects where the thread fails or has ended: the index is then made anew. */
  readonly ask: <C extends SearchCall>(
    call: C,
    input: SearchCalls[C][0],
  ) => Promise<SearchCalls[C][1]>;
  /** Hears how far the query that runs has come. */
  readonly onProgress: (listener: (query: string, progress: Progress) => void) => void;
  /** Ends the thread at once. */
  readonly end: () => Promise<void>;
}

/** Starts a searching thread. */
export type StartThread = () => SearchThread;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (cause: Error) => void;
}

/** Megabytes of heap a thread may use; the index's own memory comes on top. */
const HEAP_MEGABYTES = 1024;

/** Starts threads that run the built `worker.ts`. */
export function workerThreads(workerFile: string | URL): StartThread {
  return () => {
    const worker = new Worker(workerFile, {
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
    });
    const waiting = new Map<number, Waiting>();
    const listeners = new Set<(query: string, progress: Progress) => void>();
    let last = 0;
    let ended: Error | undefined;
    const stop = (cause: Error): void => {
      ended ??= cause;
      for (const { reject } of waiting.values()) reject(ended);
      waiting.clear();
    };
    worker.on('message', (message: SearchMessage) => {
      if ('query' in message) {
        for (const listener of listeners) listener(message.query, message.progress);
        return;
      }
      const one = waiting.get(message.id);
      waiting.delete(message.id);
      if ('failure' in message) one?.reject(new Error(message.failure));
      else one?.resolve(message.value);
    });
    worker.on('error', stop);
    worker.on('exit', () => stop(new Error('The search has ended.')));
    // An index under way keeps no process alive that has nothing else to do.
    worker.unref();
    return {
      ask: <C extends SearchCall>(call: C, input: SearchCalls[C][0]) =>
        new Promise<SearchCalls[C][1]>((resolve, reject) => {
          if (ended !== undefined) {
            reject(ended);
            return;
          }
          last += 1;
          waiting.set(last, { resolve: (value) => resolve(value as SearchCalls[C][1]), reject });
          const request: SearchRequest = { id: last, call, input };
          worker.postMessage(request);
        }),
      onProgress: (listener) => {
        listeners.add(listener);
      },
      end: async () => {
        await worker.terminate();
      },
    };
  };
}
