import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listener, until } from '../testing/scratch.ts';
import { lacksDisplay, openDisplay } from './display.mjs';

const hasServer = (process.env['PATH'] ?? '')
  .split(delimiter)
  .some((folder) => existsSync(join(folder, 'Xvfb')));
const WITH_DISPLAY = new URL('../with-display.mjs', import.meta.url).pathname;
const withoutScreen = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' };

/** The server's socket: it removes it when it ends. */
const socketOf = (display: string): string => `/tmp/.X11-unix/X${display.replace(':', '')}`;

/** Starts a command on a private display that tells its number, then stays. */
async function startOnDisplay(): Promise<{ owner: ChildProcess; display: string }> {
  const program = 'console.log(process.env.DISPLAY); setTimeout(() => {}, 20_000)';
  const owner = spawn(process.execPath, [WITH_DISPLAY, process.execPath, '-e', program], {
    env: withoutScreen,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const display = await new Promise<string>((resolve) => {
    owner.stdout.once('data', (text: Buffer) => resolve(text.toString().trim()));
  });
  return { owner, display };
}

describe.runIf(process.platform === 'linux' && hasServer)('a private display', () => {
  test('is there while it is open, and gone when it is closed', async ({ onTestFinished }) => {
    const before = { ...process.env };
    onTestFinished(() => {
      process.env = before;
    });
    process.env['DISPLAY'] = '';
    process.env['WAYLAND_DISPLAY'] = '';
    expect(lacksDisplay()).toBe(true);
    const { say, lines } = listener();
    const display = await openDisplay(say);
    const socket = socketOf(display.env['DISPLAY'] ?? '');
    expect(existsSync(socket)).toBe(true);
    expect(lines).toHaveLength(1);
    await display.close();
    expect(existsSync(socket)).toBe(false);
  });

  test('is not started where there is a display', async ({ onTestFinished }) => {
    const before = process.env['DISPLAY'];
    onTestFinished(() => {
      if (before === undefined) delete process.env['DISPLAY'];
      else process.env['DISPLAY'] = before;
    });
    process.env['DISPLAY'] = ':77';
    const { say, lines } = listener();
    const display = await openDisplay(say);
    expect(display.env).toEqual({});
    expect(lines).toEqual([]);
    await display.close();
  });

  test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
    'goes down with its owner on %s',
    async (signal) => {
      const { owner, display } = await startOnDisplay();
      expect(existsSync(socketOf(display))).toBe(true);
      owner.kill(signal);
      expect(await until(() => !existsSync(socketOf(display)))).toBe(true);
    },
  );

  test('leaves exit code and stdout to the command', async () => {
    const program = 'process.stdout.write("data"); process.exit(7)';
    const child = spawn(process.execPath, [WITH_DISPLAY, process.execPath, '-e', program], {
      env: withoutScreen,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let output = '';
    child.stdout.on('data', (text: Buffer) => {
      output += text.toString();
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, output }).toEqual({ code: 7, output: 'data' });
  });
});
