import { Worker } from 'node:worker_threads';
import type {
  AgreementCall,
  AgreementCalls,
  AgreementMessage,
  AgreementRequest,
} from './agreement-messages.ts';

/** The reporting thread as whoever asks it sees it. */
export interface AgreementThread {
  /** Rejects where the thread fails or was ended. */
  readonly ask: <C extends AgreementCall>(
    call: C,
    input: AgreementCalls[C][0],
  ) => Promise<AgreementCalls[C][1]>;
  /** Ends the thread at once, whatever it does. */
  readonly end: () => void;
}

/** Starts a thread for one report. @param tell hears how far its work is */
export type StartAgreement = (tell: (done: number, total: number) => void) => AgreementThread;

/** Megabytes of heap a report may take: half a million annotations take a third of it. */
const HEAP_MEGABYTES = 2048;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (cause: Error) => void;
}

/** Starts threads that run the built `agreement-worker.ts`. */
export function agreementThreads(workerFile: string | URL): StartAgreement {
  return (tell) => {
    const worker = new Worker(workerFile, {
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
    });
    const waiting = new Map<number, Waiting>();
    let last = 0;
    let ended: Error | undefined;
    const stop = (cause: Error): void => {
      ended ??= cause;
      for (const { reject } of waiting.values()) reject(ended);
      waiting.clear();
    };
    worker.on('message', (message: AgreementMessage) => {
      if ('total' in message) {
        tell(message.done, message.total);
        return;
      }
      const one = waiting.get(message.id);
      waiting.delete(message.id);
      if ('failure' in message) one?.reject(new Error(message.failure));
      else one?.resolve(message.value);
    });
    worker.on('error', stop);
    worker.on('exit', () => stop(new Error('the report was ended')));
    // A report under way keeps no process alive that has nothing else to do.
    worker.unref();
    return {
      ask: <C extends AgreementCall>(call: C, input: AgreementCalls[C][0]) =>
        new Promise<AgreementCalls[C][1]>((resolve, reject) => {
          if (ended !== undefined) {
            reject(ended);
            return;
          }
          last += 1;
          waiting.set(last, { resolve: (value) => resolve(value as AgreementCalls[C][1]), reject });
          const request: AgreementRequest = { id: last, call, input };
          worker.postMessage(request);
        }),
      end: () => {
        stop(new Error('the report was ended'));
        // It answers nobody any more; when it is gone matters to nobody.
        worker.terminate().catch(() => undefined);
      },
    };
  };
}
