/**
 * The thread that keeps the index and searches: entry of a Node worker thread, in the app as under
 * plain Node. Nothing it does holds up the main process or the window.
 */
import { parentPort } from 'node:worker_threads';
import { searchAnswers } from './answers.ts';
import type { SearchMessage, SearchRequest } from './messages.ts';

function words(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

const port = parentPort;
if (port === null) throw new Error('This is the entry of a worker thread.');

const say = (message: SearchMessage): void => port.postMessage(message);

const answers = searchAnswers(
  (query, progress) => say({ query, progress }),
  (cause) => {
    // Ends the thread; whoever waits for it hears of it.
    setImmediate(() => {
      throw cause instanceof Error ? cause : new Error(String(cause));
    });
  },
);

async function answer({ id, call, input }: SearchRequest): Promise<void> {
  try {
    // Main is trusted: it checked what came over the border.
    const value = await (answers[call] as (input: unknown) => unknown)(input);
    say({ id, value });
  } catch (cause) {
    say({ id, failure: words(cause) });
  }
}

port.on('message', (request: SearchRequest) => {
  answer(request).catch((cause: unknown) => say({ id: request.id, failure: words(cause) }));
});
