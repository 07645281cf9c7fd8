import { ok, type Result } from '../../core/result.ts';
import { checkpoint, checkpointDue, needsCheckpoint } from './checkpoint.ts';
import type { Engine } from './engine.ts';
import type { StoreError } from './errors.ts';
import { LOCK_FILE, PROJECT_FILE } from './layout.ts';
import type { Lock } from './lock.ts';

/** How long nothing must have been saved before the snapshots are brought up to date. */
const IDLE_MS = 30_000;

/** Decides when snapshots are written, and writes them one at a time. */
export interface Checkpointer {
  /** To be called after every batch. */
  afterBatch(): void;
  /** Brings the snapshots up to date now. */
  now(): Promise<Result<void, StoreError>>;
  /** Stops the clock and waits for what is under way. */
  stop(): Promise<void>;
}

/** Ends writing for good: somebody else has the project now. */
function fence(engine: Engine): StoreError {
  const error: StoreError = {
    kind: 'held-elsewhere',
    message: 'The project was taken over on another computer. Nothing more is saved from here.',
    file: LOCK_FILE,
  };
  engine.refusal = error;
  engine.around.report({ kind: 'fenced', file: LOCK_FILE, message: error.message });
  return error;
}

/** A checkpointer for an open project. */
export function checkpointer(engine: Engine, lock: Lock): Checkpointer {
  let running: Promise<Result<void, StoreError>> | undefined;
  let timer: NodeJS.Timeout | undefined;
  /** After a failure the log must grow again before the next try. */
  let notBefore = 0;

  async function run(): Promise<Result<void, StoreError>> {
    if (!(await lock.stillOurs())) return { ok: false, error: fence(engine) };
    if (!needsCheckpoint(engine)) return ok(undefined);
    const done = await checkpoint(engine);
    notBefore = done.ok ? 0 : engine.logBytes + engine.checkpointBytes;
    if (!done.ok) {
      engine.around.report({
        kind: 'unsaved-snapshot',
        file: done.error.file ?? PROJECT_FILE,
        message: `${done.error.message}. Everything is safe in the log; the readable files are brought up to date later.`,
      });
    }
    return done;
  }

  function now(): Promise<Result<void, StoreError>> {
    if (engine.around.readOnly) return Promise.resolve(ok(undefined));
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  }

  /** In the background nobody waits for the result: a failure has been reported. */
  function inBackground(): void {
    now().catch((bug: unknown) => {
      engine.refusal = { kind: 'io', message: `Verbale failed while saving: ${String(bug)}` };
    });
  }

  return {
    afterBatch() {
      clearTimeout(timer);
      timer = setTimeout(inBackground, IDLE_MS);
      timer.unref();
      if (checkpointDue(engine) && engine.logBytes > notBefore) inBackground();
    },
    async now() {
      // One that is under way began before what the caller means.
      while (running !== undefined) await running;
      return now();
    },
    async stop() {
      clearTimeout(timer);
      while (running !== undefined) await running;
    },
  };
}
