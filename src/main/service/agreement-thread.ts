import { Worker } from 'node:worker_threads';
import { type Ask, asking } from '../../core/asking.ts';
import type { AgreementCalls, AgreementMessage } from './agreement-messages.ts';

/** The reporting thread as whoever asks it sees it. */
export interface AgreementThread {
  /** Rejects where the thread fails or was ended. */
  readonly ask: Ask<AgreementCalls>;
  /** Ends the thread at once, whatever it does. */
  readonly end: () => void;
}

/** Starts a thread for one report. @param tell hears how far its work is */
export type StartAgreement = (tell: (done: number, total: number) => void) => AgreementThread;

/** Megabytes of heap a report may take: half a million annotations take a third of it. */
const HEAP_MEGABYTES = 2048;

/** Starts threads that run the built `agreement-worker.ts`. */
export function agreementThreads(workerFile: string | URL): StartAgreement {
  return (tell) => {
    const worker = new Worker(workerFile, {
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
    });
    const { ask, answered, stop } = asking<AgreementCalls>((question) =>
      worker.postMessage(question),
    );
    worker.on('message', (message: AgreementMessage) => {
      if ('total' in message) tell(message.done, message.total);
      else answered(message);
    });
    worker.on('error', stop);
    worker.on('exit', () => stop(new Error('the report was ended')));
    // A report under way keeps no process alive that has nothing else to do.
    worker.unref();
    return {
      ask,
      end: () => {
        stop(new Error('the report was ended'));
        // It answers nobody any more; when it is gone matters to nobody.
        worker.terminate().catch(() => undefined);
      },
    };
  };
}
