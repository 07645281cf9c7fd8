import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listener, put, scratchFolder } from '../testing/scratch.ts';
import { dependenciesAreCurrent, ensureDependencies } from './dependencies.mjs';
import { runNpm } from './npm-command.mjs';

// Each test runs npm itself, on a package in a file: no registry is needed.
const LIMIT_MS = 60_000;

/** A clone with one development dependency and a lock file, and nothing installed. */
async function clone(): Promise<string> {
  const root = scratchFolder();
  put(root, 'dep/package.json', '{ "name": "dep", "version": "1.0.0" }');
  await npm(root, ['pack', './dep']);
  const dependencies = { dep: 'file:dep-1.0.0.tgz' };
  put(root, 'package.json', JSON.stringify({ name: 'clone', devDependencies: dependencies }));
  await npm(root, ['install', '--package-lock-only']);
  return root;
}

async function npm(root: string, args: string[]): Promise<void> {
  const result = await runNpm([...args, '--offline', '--loglevel=error'], { cwd: root });
  expect(result).toMatchObject({ code: 0 });
}

describe('ensureDependencies', { timeout: LIMIT_MS }, () => {
  test('installs what is missing, then is quiet, also under NODE_ENV=production', async () => {
    const root = await clone();
    const { say, lines } = listener();
    expect(dependenciesAreCurrent(root)).toBe(false);
    process.env['NODE_ENV'] = 'production';
    try {
      await ensureDependencies(root, say);
    } finally {
      process.env['NODE_ENV'] = 'test';
    }
    expect(lines[0]).toContain('npm ci');
    expect(existsSync(join(root, 'node_modules/dep/package.json'))).toBe(true);
    expect(dependenciesAreCurrent(root)).toBe(true);
    await ensureDependencies(root, say);
    expect(lines).toHaveLength(2);
  });

  test('takes over what npm was run for by hand', async () => {
    const root = await clone();
    await npm(root, ['ci']);
    const { say, lines } = listener();
    await ensureDependencies(root, say);
    expect(lines).toEqual([]);
    expect(dependenciesAreCurrent(root)).toBe(true);
  });

  test('redoes an installation that was interrupted', async () => {
    const root = await clone();
    await npm(root, ['ci']);
    // As npm leaves it: some folders are there, its record of them is not.
    rmSync(join(root, 'node_modules/.package-lock.json'));
    rmSync(join(root, 'node_modules/dep/package.json'));
    await ensureDependencies(root, listener().say);
    expect(existsSync(join(root, 'node_modules/dep/package.json'))).toBe(true);
  });

  test('notices a package that is gone, and a lock file that has changed', async () => {
    const root = await clone();
    await npm(root, ['ci']);
    rmSync(join(root, 'node_modules/dep'), { recursive: true });
    await ensureDependencies(root, listener().say);
    expect(existsSync(join(root, 'node_modules/dep/package.json'))).toBe(true);
    put(root, 'package-lock.json', '{ "lockfileVersion": 3, "packages": {} }');
    expect(dependenciesAreCurrent(root)).toBe(false);
  });

  test('passes on npm’s own words when it fails', async () => {
    const root = await clone();
    // Not the file itself: npm would find its content in its cache.
    const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
    const other = createHash('sha512').update(root).digest('base64');
    put(root, 'package-lock.json', lock.replace(/sha512-[^"]+/, `sha512-${other}`));
    await expect(ensureDependencies(root, listener().say)).rejects.toThrow(
      /npm ci failed[^]*EINTEGRITY/,
    );
    expect(dependenciesAreCurrent(root)).toBe(false);
  });
});
