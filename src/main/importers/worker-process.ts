import { fork } from 'node:child_process';
import type { WorkerRequest } from './worker-messages.ts';

/**
 * A process that runs `worker.ts`, as the pool sees it. In the app the shell makes one from
 * `utilityProcess.fork(workerFile, [], { execArgv: workerArguments(megabytes) })`: `send` is its
 * `postMessage`, `onMessage` its `message`, `onExit` its `exit`, `kill` its `kill`.
 */
export interface WorkerProcess {
  send(request: WorkerRequest): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, when the process is gone, also when it could not be started. */
  onExit(listener: () => void): void;
  /** Ends the process at once; `onExit` follows. */
  kill(): void;
}

/** Starts a worker. */
export type SpawnWorker = () => WorkerProcess;

/** Arguments for Node that keep a worker's heap within its limit. */
export function workerArguments(megabytes: number): string[] {
  return [`--max-old-space-size=${megabytes}`];
}

/** Starts workers as plain Node processes. `workerFile` is the built `worker.ts`. */
export function nodeWorkers(workerFile: string, megabytes: number): SpawnWorker {
  return () => {
    const child = fork(workerFile, [], {
      serialization: 'advanced',
      execArgv: workerArguments(megabytes),
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    return {
      send: (request) => {
        // A worker that is gone says so by its exit.
        child.send(request, () => undefined);
      },
      onMessage: (listener) => {
        child.on('message', listener);
      },
      onExit: (listener) => {
        child.once('exit', listener);
        child.once('error', listener);
      },
      kill: () => {
        child.kill('SIGKILL');
      },
    };
  };
}
