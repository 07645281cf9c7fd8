import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isRunning, scratchFolder, until } from '../testing/scratch.ts';
import { runCommand } from './run-command.mjs';

const node = (program: string, options = {}) =>
  runCommand(process.execPath, ['-e', program], options);

describe('runCommand', () => {
  test('gives the exit code and what was printed', async () => {
    const result = await node('console.log("out"); console.error("err"); process.exit(3)');
    expect(result).toMatchObject({ code: 3, timedOut: false, interrupted: false });
    expect(result.output).toContain('out\n');
    expect(result.output).toContain('err\n');
  });

  test('counts a signal as shells do', async () => {
    expect((await node('process.kill(process.pid, "SIGTERM")')).code).toBe(143);
  });

  test('says which command is not there', async () => {
    const attempt = runCommand('no-such-command', []);
    await expect(attempt).rejects.toThrow('no-such-command cannot be started');
    await expect(attempt).rejects.toMatchObject({ exitCode: 127 });
  });

  test.skipIf(process.platform === 'win32')(
    'ends a hanging command, and what it started, at its limit',
    async () => {
      const pidFile = join(scratchFolder(), 'pid');
      // Both ignore the polite signal.
      const stubborn = 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000);';
      const program = `
        const { spawn } = require('node:child_process');
        const child = spawn(process.execPath, ['-e', ${JSON.stringify(stubborn)}]);
        require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(child.pid));
        ${stubborn}`;
      const result = await node(program, { limitMs: 1_000, graceMs: 200 });
      expect(result).toMatchObject({ code: 137, timedOut: true });
      expect(existsSync(pidFile)).toBe(true);
      const pid = Number(readFileSync(pidFile, 'utf8'));
      expect(await until(() => !isRunning(pid))).toBe(true);
    },
  );

  test.skipIf(process.platform === 'win32').each([
    ['collect', 'interrupted'],
    ['inherit', 'result true'],
  ])('told to end, it ends the command first (%s)', async (output, expected) => {
    const program = `
      import { runCommand } from ${JSON.stringify(new URL('./run-command.mjs', import.meta.url).href)};
      const child = 'process.on("SIGTERM", () => process.exit(5)); setInterval(() => {}, 1000); console.error("up")';
      setTimeout(() => process.kill(process.pid, 'SIGTERM'), 700);
      await runCommand(process.execPath, ['-e', child], { output: '${output}' }).then(
        (result) => console.log('result', result.interrupted),
        (error) => console.log(error.message));`;
    const owner = await runCommand(process.execPath, ['--input-type=module', '-e', program]);
    expect(owner.code).toBe(0);
    expect(owner.output).toContain(`${expected}\n`);
  });
});
