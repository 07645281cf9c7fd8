import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listener, put, scratchFolder } from '../testing/scratch.ts';
import { withLock } from './lock.mjs';
import { runCommand } from './run-command.mjs';

const LOCK_MODULE = new URL('./lock.mjs', import.meta.url).href;

/** A process that adds one to a file, slowly and many times, each time under the lock. */
function counter(lock: string, file: string, times: number) {
  const program = `
    import { readFileSync, writeFileSync } from 'node:fs';
    import { setTimeout as sleep } from 'node:timers/promises';
    import { withLock } from ${JSON.stringify(LOCK_MODULE)};
    for (let i = 0; i < ${times}; i += 1) {
      await withLock(${JSON.stringify(lock)}, () => {}, async () => {
        const n = Number(readFileSync(${JSON.stringify(file)}, 'utf8'));
        await sleep(5);
        writeFileSync(${JSON.stringify(file)}, String(n + 1));
      });
    }`;
  return runCommand(process.execPath, ['--input-type=module', '-e', program]);
}

describe('withLock', () => {
  test('lets one process at a time through, starting from a dead one’s lock', async () => {
    const folder = scratchFolder();
    const lock = put(folder, 'lock', `${await deadProcess()} 1`);
    const file = put(folder, 'count', '0');
    const results = await Promise.all([1, 2, 3, 4].map(() => counter(lock, file, 5)));
    expect(results.map(({ code, output }) => `${code} ${output}`)).toEqual(Array(4).fill('0 '));
    expect(readFileSync(file, 'utf8')).toBe('20');
    expect(existsSync(lock)).toBe(false);
  }, 60_000);

  test('tells who is being waited for, once', async () => {
    const lock = join(scratchFolder(), 'lock');
    const { say, lines } = listener();
    const order: string[] = [];
    const first = withLock(lock, say, async () => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      order.push('first');
    });
    await withLock(lock, say, async () => {
      order.push('second');
    });
    await first;
    expect(order).toEqual(['first', 'second']);
    expect(lines).toEqual([expect.stringContaining(`process ${process.pid}`)]);
  });

  test.runIf(process.platform === 'linux')(
    'is not fooled by a new process with the dead one’s number',
    async () => {
      const lock = put(scratchFolder(), 'lock', `${process.pid} 1`);
      const { say, lines } = listener();
      expect(await withLock(lock, say, async () => 'done')).toBe('done');
      expect(lines).toEqual([]);
    },
  );

  test('is released when the work fails', async () => {
    const lock = join(scratchFolder(), 'lock');
    const failing = withLock(lock, listener().say, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(existsSync(lock)).toBe(false);
  });
});

async function deadProcess(): Promise<string> {
  const { output } = await runCommand(process.execPath, ['-p', 'process.pid']);
  return output.trim();
}
