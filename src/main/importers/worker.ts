/**
 * The process that parses untrusted files: the entry of a child started by the pool. Runs as an
 * Electron utility process (`process.parentPort`) and as a forked Node process (`process.send`).
 * Reads one file per request and answers with a value, whatever the file does to the parser, as long
 * as the process lives; the pool's clock and the memory limit do the rest.
 */
import { setImmediate } from 'node:timers/promises';
import { doDatasetTask } from './dataset-task.ts';
import { refuse } from './failure.ts';
import { readArticles } from './read-articles.ts';
import type { WorkerBeat, WorkerPieces, WorkerReply, WorkerRequest } from './worker-messages.ts';
import { isWorkerRequest } from './worker-messages.ts';

/** The end of Electron's message channel that a utility process has. */
interface ParentPort {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): void;
  postMessage(message: WorkerReply | WorkerBeat | WorkerPieces): void;
}

function parentPort(): ParentPort | null {
  const port: unknown = Reflect.get(process, 'parentPort');
  return isParentPort(port) ? port : null;
}

function isParentPort(port: unknown): port is ParentPort {
  return (
    typeof port === 'object' &&
    port !== null &&
    'postMessage' in port &&
    typeof port.postMessage === 'function'
  );
}

type Send = (message: WorkerReply | WorkerBeat | WorkerPieces) => void;

/** How often a reader of many articles tells that it gets on, in milliseconds. */
const BEAT_MS = 1000;

/** Tells now and then that the reading gets on, and lets the message go out. */
function beats(id: number, send: Send): () => Promise<void> {
  let last = Date.now();
  return async () => {
    if (Date.now() - last < BEAT_MS) return;
    last = Date.now();
    send({ id, alive: true });
    await setImmediate();
  };
}

async function answer(request: WorkerRequest, send: Send): Promise<WorkerReply> {
  try {
    const alive = beats(request.id, send);
    const options = { ...request.options, alive };
    const result =
      request.dataset === undefined
        ? await readArticles(request.path, request.bytes, options)
        : await doDatasetTask(request.path, request.dataset, async (pieces) => {
            send({ id: request.id, pieces });
            await setImmediate();
          });
    return { id: request.id, result };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unknown reason';
    return {
      id: request.id,
      result: refuse(request.path, 'crashed', `Its content could not be parsed (${reason}).`),
    };
  }
}

function listen(receive: (send: Send, message: unknown) => void): void {
  const port = parentPort();
  if (port === null) {
    process.on('message', (message) => {
      receive((reply) => process.send?.(reply), message);
    });
    process.on('disconnect', () => process.exit(0));
  } else {
    port.on('message', (message) => {
      receive((reply) => {
        port.postMessage(reply);
      }, message.data);
    });
  }
}

listen((send, message) => {
  if (isWorkerRequest(message)) {
    answer(message, send).then(send, () => process.exit(1));
  }
});
