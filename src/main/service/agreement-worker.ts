/**
 * The thread that works out a report: entry of a Node worker thread, in the app as under plain Node.
 * Nothing it does holds up the main process or the window.
 */
import { parentPort } from 'node:worker_threads';
import {
  type AgreementMessage,
  type AgreementRequest,
  agreementAnswers,
} from './agreement-messages.ts';

const port = parentPort;
if (port === null) throw new Error('This is the entry of a worker thread.');

const say = (message: AgreementMessage): void => port.postMessage(message);

const answers = agreementAnswers(
  (done, total) => say({ done, total }),
  () => performance.now(),
);

port.on('message', ({ id, call, input }: AgreementRequest) => {
  try {
    // Main is trusted: it checked what came over the border.
    say({ id, value: (answers[call] as (input: unknown) => unknown)(input) });
  } catch (cause) {
    say({ id, failure: cause instanceof Error ? cause.message : String(cause) });
  }
});
