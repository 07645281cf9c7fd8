import type { Op, OpDraft } from '../../core/log/op.ts';
import type { Output } from '../../ipc/contract.ts';
import type { AppError, Reply } from '../../ipc/errors.ts';

/** A commit on its way to the disk. */
export interface PendingCommit {
  readonly order: number;
  readonly label: string;
  readonly drafts: readonly OpDraft[];
}

/** What the queue tells its owner. */
export interface SaveQueueEvents {
  /** A commit is on disk. */
  readonly saved: (
    commit: PendingCommit,
    ops: readonly Op[],
    history: Output<'commit'>['history'],
  ) => void;
  /** The main process will never take this commit: it has to be taken back on screen. */
  readonly refused: (commit: PendingCommit, error: AppError) => void;
  /** The disk did not take it: everything waiting stays in memory, and nothing more is sent. */
  readonly stuck: (error: AppError) => void;
  /** The number of commits that wait has changed. */
  readonly changed: () => void;
}

/** Sends commits one after the other, in the order they were made. */
export interface SaveQueue {
  readonly add: (label: string, drafts: readonly OpDraft[]) => PendingCommit;
  readonly pending: () => readonly PendingCommit[];
  /** Sends again what the disk did not take. */
  readonly retry: () => void;
  /** Resolves once nothing waits, or the queue is stuck. */
  readonly idle: () => Promise<void>;
}

/** Refusals that no second try can cure. */
const FINAL = new Set(['invalid-input', 'refused', 'not-found']);

/**
 * Makes a queue. `send` is the `commit` call; `firstOrder` numbers the first commit.
 */
export function createSaveQueue(
  send: (label: string, drafts: readonly OpDraft[]) => Promise<Reply<Output<'commit'>>>,
  events: SaveQueueEvents,
): SaveQueue {
  const waiting: PendingCommit[] = [];
  let order = 0;
  let active = false;
  let running: Promise<void> = Promise.resolve();

  async function sendFirst(commit: PendingCommit): Promise<boolean> {
    const reply = await send(commit.label, commit.drafts);
    if (!reply.ok && !FINAL.has(reply.error.kind)) {
      events.stuck(reply.error);
      return false;
    }
    waiting.shift();
    if (reply.ok) events.saved(commit, reply.value.ops, reply.value.history);
    else events.refused(commit, reply.error);
    events.changed();
    return true;
  }

  async function run(): Promise<void> {
    try {
      let commit = waiting[0];
      while (commit !== undefined && (await sendFirst(commit))) {
        commit = waiting[0];
      }
    } finally {
      // In the same turn as the last look at the queue, so that no commit is added in between unseen.
      active = false;
    }
  }

  function start(): void {
    if (active) return;
    active = true;
    running = run();
  }

  return {
    add(label, drafts) {
      order += 1;
      const commit = { order, label, drafts };
      waiting.push(commit);
      events.changed();
      // Once the disk has refused, new work joins the line and waits for "Try again".
      if (waiting.length === 1) start();
      return commit;
    },
    pending: () => waiting,
    retry: start,
    idle: async () => {
      await running;
    },
  };
}
