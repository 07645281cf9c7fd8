import { expect, test } from 'vitest';
import type { Op, OpDraft } from '../../core/log/op.ts';
import { type AppError, appError, type ErrorKind, type Reply } from '../../ipc/errors.ts';
import { createSaveQueue, type SaveQueue } from './save-queue.ts';

const DRAFT: OpDraft = { c: 'layer.ana', k: 'annotation', r: 'art-1/an_1', p: { note: 'n' } };

type Answer = Reply<{ ops: never[]; history: Record<string, string> }>;

/** A queue whose main process answers when the test says so. */
function bench(): {
  queue: SaveQueue;
  answer: (kind?: ErrorKind) => Promise<void>;
  told: string[];
  sent: string[];
} {
  const waiting: ((reply: Answer) => void)[] = [];
  const told: string[] = [];
  const sent: string[] = [];
  const queue = createSaveQueue(
    (label) => {
      sent.push(label);
      return new Promise((resolve) => {
        waiting.push(resolve);
      });
    },
    {
      saved: ({ label }, _ops: readonly Op[]) => told.push(`saved ${label}`),
      refused: ({ label }, error: AppError) => told.push(`refused ${label}: ${error.message}`),
      stuck: (error) => told.push(`stuck: ${error.message}`),
      changed: () => undefined,
    },
  );
  async function answer(kind?: ErrorKind): Promise<void> {
    const resolve = waiting.shift();
    if (resolve === undefined) throw new Error('nothing was sent');
    resolve(
      kind === undefined
        ? { ok: true, value: { ops: [], history: {} } }
        : { ok: false, error: appError(kind, `because ${kind}`) },
    );
    await new Promise(setImmediate);
  }
  return { queue, answer, told, sent };
}

test('commits go out one at a time, in order', async () => {
  const { queue, answer, told, sent } = bench();
  for (const label of ['a', 'b', 'c']) queue.add(label, [DRAFT]);
  expect(sent).toEqual(['a']);
  expect(queue.pending()).toHaveLength(3);
  await answer();
  expect(sent).toEqual(['a', 'b']);
  await answer();
  await answer();
  await queue.idle();
  expect(told).toEqual(['saved a', 'saved b', 'saved c']);
  expect(queue.pending()).toEqual([]);
});

test('a commit made the moment the queue runs dry is sent as well', async () => {
  const { queue, answer, sent } = bench();
  queue.add('a', [DRAFT]);
  const first = answer();
  queue.add('b', [DRAFT]);
  await first;
  expect(sent).toEqual(['a', 'b']);
  await answer();
  queue.add('c', [DRAFT]);
  expect(sent).toEqual(['a', 'b', 'c']);
});

test.each(['disk-full', 'io', 'read-only', 'internal', 'no-project', 'corrupt'] as const)(
  '%s keeps everything, sends nothing more, and goes on after a retry',
  async (kind) => {
    const { queue, answer, told, sent } = bench();
    queue.add('a', [DRAFT]);
    queue.add('b', [DRAFT]);
    await answer(kind);
    expect(told).toEqual([`stuck: because ${kind}`]);
    queue.add('c', [DRAFT]);
    expect(sent).toEqual(['a']);
    expect(queue.pending().map((one) => one.label)).toEqual(['a', 'b', 'c']);
    queue.retry();
    await answer();
    await answer();
    await answer();
    expect(told.slice(1)).toEqual(['saved a', 'saved b', 'saved c']);
  },
);

test.each(['invalid-input', 'refused', 'not-found'] as const)(
  '%s takes one commit back and lets the others through',
  async (kind) => {
    const { queue, answer, told } = bench();
    queue.add('a', [DRAFT]);
    queue.add('b', [DRAFT]);
    await answer(kind);
    await answer();
    expect(told).toEqual([`refused a: because ${kind}`, 'saved b']);
    expect(queue.pending()).toEqual([]);
  },
);

test('a retry while something is under way sends nothing twice', async () => {
  const { queue, answer, sent } = bench();
  queue.add('a', [DRAFT]);
  queue.retry();
  queue.retry();
  expect(sent).toEqual(['a']);
  await answer();
  expect(sent).toEqual(['a']);
});
