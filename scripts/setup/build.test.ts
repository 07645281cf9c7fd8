import { readFileSync, rmSync, truncateSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listener, put, scratchFolder } from '../testing/scratch.ts';
import { buildIsCurrent, ensureBuild } from './build.mjs';

const BUILD = `
  const fs = require('node:fs');
  fs.mkdirSync('out/main', { recursive: true });
  fs.writeFileSync('out/main/cli.js', fs.readFileSync('src/cli.ts'));`;

function clone() {
  const root = scratchFolder();
  put(root, 'package.json', '{}');
  put(root, 'src/cli.ts', 'one');
  const { say, lines } = listener();
  const build = (program = BUILD) =>
    ensureBuild(root, say, { command: process.execPath, args: ['-e', program] });
  const built = () => readFileSync(join(root, 'out/main/cli.js'), 'utf8');
  return { root, build, built, lines };
}

/** Fails a test that builds where nothing is to be built. */
const FORBIDDEN = 'process.exit(9)';

describe('ensureBuild', () => {
  test('builds once, and not again when nothing but times has changed', async () => {
    const { root, build, built } = clone();
    await build();
    expect(built()).toBe('one');
    utimesSync(join(root, 'src/cli.ts'), new Date(), new Date());
    await build(FORBIDDEN);
    put(root, 'src/cli.test.ts', 'a test is not built');
    await build(FORBIDDEN);
  });

  test.each([
    ['a changed source', (root: string) => put(root, 'src/cli.ts', 'two'), 'two'],
    ['a new source', (root: string) => put(root, 'src/deep/new.ts', ''), 'one'],
    ['a changed lock file', (root: string) => put(root, 'package-lock.json', '{}'), 'one'],
    ['a lost bundle', (root: string) => rmSync(join(root, 'out/main/cli.js')), 'one'],
    ['a cut bundle', (root: string) => truncateSync(join(root, 'out/main/cli.js'), 1), 'one'],
  ])('builds again after %s', async (_what, change, expected) => {
    const { root, build, built } = clone();
    await build();
    change(root);
    expect(buildIsCurrent(root)).toBe(false);
    await build();
    expect(built()).toBe(expected);
    expect(buildIsCurrent(root)).toBe(true);
  });

  test('a build that failed or was killed half-way is made anew, from nothing', async () => {
    const { root, build, built } = clone();
    await build();
    put(root, 'src/cli.ts', 'two');
    const half = `${BUILD} fs.writeFileSync('out/main/old.js', ''); console.log('tea break'); `;
    await expect(build(`${half} process.exit(1)`)).rejects.toThrow('tea break');
    expect(buildIsCurrent(root)).toBe(false);
    await expect(build(`${half} process.kill(process.pid, 'SIGKILL')`)).rejects.toThrow('failed');
    expect(buildIsCurrent(root)).toBe(false);
    // Even when the sources go back to what the last whole build was made from.
    put(root, 'src/cli.ts', 'one');
    expect(buildIsCurrent(root)).toBe(false);
    await build();
    expect(built()).toBe('one');
    expect(() => readFileSync(join(root, 'out/main/old.js'))).toThrow('ENOENT');
  });

  test('a source saved during the build makes the build stale, not wrong', async () => {
    const { root, build } = clone();
    await build(`${BUILD} fs.writeFileSync('src/cli.ts', 'saved meanwhile')`);
    expect(buildIsCurrent(root)).toBe(false);
  });
});
