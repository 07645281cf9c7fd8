import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listener, put, scratchFolder } from '../testing/scratch.ts';
import { ensureElectron, findElectron } from './electron-runtime.mjs';

/** Writes what the official installer writes, and counts how often it was asked. */
const WORKING = `
  const fs = require('node:fs');
  fs.appendFileSync(__dirname + '/asked', 'x');
  fs.mkdirSync(__dirname + '/dist', { recursive: true });
  fs.writeFileSync(__dirname + '/dist/electron', 'official');
  fs.writeFileSync(__dirname + '/dist/version', '45.4.1');
  fs.writeFileSync(__dirname + '/path.txt', 'electron');`;
const REFUSED = `
  const fs = require('node:fs');
  fs.appendFileSync(__dirname + '/asked', 'x');
  fs.mkdirSync(__dirname + '/dist', { recursive: true });
  fs.writeFileSync(__dirname + '/dist/half', 'of a file');
  console.error('TypeError: fetch failed');
  process.exit(1);`;
const HANGING = 'setInterval(() => {}, 1000);';

function clone(installer: string) {
  const folder = scratchFolder();
  const electron = join(folder, 'clone/node_modules/electron');
  put(electron, 'package.json', '{ "name": "electron", "version": "45.4.1" }');
  const setInstaller = (program: string) => put(electron, 'install.js', program);
  setInstaller(installer);
  put(folder, 'runtime/electron', 'fallback');
  put(folder, 'runtime/version', '33.2.1');
  const runtime = join(folder, 'runtime');
  const { say, lines } = listener();
  const ensure = (options = {}) =>
    ensureElectron(join(folder, 'clone'), say, { fallback: async () => runtime, ...options });
  const asked = () => readFileSync(join(electron, 'asked'), 'utf8').length;
  return { root: join(folder, 'clone'), electron, runtime, ensure, asked, lines, setInstaller };
}

const contentOf = (found: { executable: string } | undefined) =>
  readFileSync(found?.executable ?? '', 'utf8');

describe('ensureElectron', () => {
  test('takes the official runtime where its installer works, and asks once', async () => {
    const { root, ensure, asked } = clone(WORKING);
    const runtime = await ensure();
    expect(runtime.kind).toBe('official');
    expect(contentOf(runtime)).toBe('official');
    await ensure();
    expect(asked()).toBe(1);
    expect(findElectron(root)).toEqual(runtime);
  });

  test('links the fallback where the download is refused, says so in one line, asks once', async () => {
    const { electron, ensure, asked, lines } = clone(REFUSED);
    const runtime = await ensure();
    expect(runtime.kind).toBe('fallback');
    expect(contentOf(runtime)).toBe('fallback');
    expect(readFileSync(join(electron, 'path.txt'), 'utf8')).toBe('electron');
    expect(lines.filter((line) => line.includes('out of support'))).toHaveLength(1);
    expect(lines.join('\n')).toContain('fetch failed');
    await ensure();
    expect(asked()).toBe(1);
  });

  test('does not wait for an installer that hangs', async () => {
    const { ensure, lines } = clone(HANGING);
    expect((await ensure({ limitMs: 500 })).kind).toBe('fallback');
    expect(lines.join('\n')).toContain('no end after 0.5 s');
  });

  test('a second official try replaces the link, and never writes through it', async () => {
    const { electron, runtime, ensure, setInstaller } = clone(REFUSED);
    await ensure();
    await expect(ensure({ official: true })).rejects.toThrow('could not be downloaded');
    expect((await ensure()).kind).toBe('fallback');
    setInstaller(WORKING);
    const official = await ensure({ official: true });
    expect(contentOf(official)).toBe('official');
    expect(lstatSync(join(electron, 'dist')).isSymbolicLink()).toBe(false);
    expect(readdirSync(runtime).sort()).toEqual(['electron', 'version']);
    expect(readFileSync(join(runtime, 'electron'), 'utf8')).toBe('fallback');
  });

  test('starts anew where an installation was interrupted', async () => {
    const { electron, ensure } = clone(WORKING);
    put(electron, 'dist/electron', 'half of');
    put(electron, 'dist/left-over', 'x');
    expect(contentOf(await ensure())).toBe('official');
    expect(existsSync(join(electron, 'dist/left-over'))).toBe(false);
  });

  test('takes the one that ELECTRON_EXEC_PATH names, and tells children', async ({
    onTestFinished,
  }) => {
    onTestFinished(() => {
      delete process.env['ELECTRON_EXEC_PATH'];
    });
    const { runtime, ensure } = clone(HANGING);
    const executable = join(runtime, 'electron');
    process.env['ELECTRON_EXEC_PATH'] = executable;
    expect(await ensure({ limitMs: 1 })).toEqual({
      executable,
      kind: 'given',
      env: { ELECTRON_EXEC_PATH: executable, ELECTRON_OVERRIDE_DIST_PATH: runtime },
    });
    process.env['ELECTRON_EXEC_PATH'] = join(runtime, 'nothing');
    expect((await ensure({ limitMs: 500 })).kind).toBe('fallback');
  });
});
