import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isRunning, put, scratchFolder, until } from '../testing/scratch.ts';
import { endOrphan } from './orphan.mjs';
import { runCommand } from './run-command.mjs';

const RUN_COMMAND = new URL('./run-command.mjs', import.meta.url).href;

describe('endOrphan', () => {
  test('ends the command of an owner that was killed by force', async () => {
    const record = join(scratchFolder(), 'child');
    const program = `
      import { runCommand } from ${JSON.stringify(RUN_COMMAND)};
      const hang = ['-e', 'setInterval(() => {}, 1000)'];
      await runCommand(process.execPath, hang, { record: ${JSON.stringify(record)} });`;
    const owner = spawn(process.execPath, ['--input-type=module', '-e', program]);
    expect(await until(() => existsSync(record) && readFileSync(record, 'utf8') !== '')).toBe(true);
    const orphan = Number.parseInt(readFileSync(record, 'utf8'), 10);
    owner.kill('SIGKILL');
    expect(await until(() => owner.signalCode !== null)).toBe(true);
    expect(isRunning(orphan)).toBe(true);
    await endOrphan(record);
    expect(isRunning(orphan)).toBe(false);
    expect(existsSync(record)).toBe(false);
  });

  test.runIf(process.platform === 'linux')(
    'spares a process that only has the number',
    async () => {
      const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
        detached: true,
      });
      const pid = stranger.pid ?? 0;
      await endOrphan(put(scratchFolder(), 'child', `${pid} 1`));
      expect(isRunning(pid)).toBe(true);
      stranger.kill('SIGKILL');
    },
  );

  test('there is no record of a command that has ended', async () => {
    const record = join(scratchFolder(), 'child');
    const show = `console.log(require('node:fs').readFileSync(${JSON.stringify(record)}, 'utf8'))`;
    // The record is written right after the start, long before Node has started up.
    const { output } = await runCommand(process.execPath, ['-e', show], { record });
    expect(Number.parseInt(output, 10)).toBeGreaterThan(0);
    expect(existsSync(record)).toBe(false);
  });
});
