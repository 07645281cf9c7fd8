import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT, Sandbox, TSCONFIGS } from './sandbox.ts';
import { SKELETON } from './skeleton.ts';
import { TYPE_PLANTS } from './types.plants.ts';

const LINE = /^(?<file>[^(\s]+)\(\d+,\d+\): error TS(?<code>\d+):/gm;

/** What the compiler reports in a tree: `file → codes`. */
function compile(sandbox: Sandbox): Map<string, number[]> {
  const { stdout, stderr } = sandbox.run('typescript/bin/tsc', '-b', '--pretty', 'false');
  const found = new Map<string, number[]>();
  for (const { groups } of stdout.matchAll(LINE)) {
    const file = groups?.['file'] ?? '';
    found.set(file, [...(found.get(file) ?? []), Number(groups?.['code'])]);
  }
  if (found.size === 0 && stdout + stderr !== '') throw new Error(stdout + stderr);
  return found;
}

const tree = (): Sandbox =>
  new Sandbox()
    .copy(...TSCONFIGS)
    .linkPackages()
    .write(SKELETON);

describe('tsc -b', () => {
  const sandbox = tree();
  let found = new Map<string, number[]>();
  let clean = new Map<string, number[]>();
  let written: readonly string[] = [];

  beforeAll(() => {
    clean = compile(sandbox);
    written = readdirSync(sandbox.dir, { recursive: true, encoding: 'utf8' }).filter(
      (path) => !path.startsWith('node_modules') && /\.d\.m?ts$|\.js$|tsbuildinfo$/.test(path),
    );
    sandbox.write(Object.fromEntries(TYPE_PLANTS.map(({ file, text }) => [file, `${text}\n`])));
    found = compile(sandbox);
  }, 120_000);
  afterAll(() => {
    sandbox.remove();
  });

  test('passes a tree with every allowed arrow', () => {
    expect([...clean]).toEqual([]);
  });

  test('writes nothing into the tree', () => {
    expect(written).toEqual([]);
  });

  test.each(TYPE_PLANTS)('refuses $what', ({ code, file }) => {
    expect(found.get(file) ?? []).toContain(code);
  });
});

/** Files that a compiler can read, below these folders and in the root itself. */
const SOURCES = ['src', 'scripts', 'house', 'bench', 'e2e'];

/** Other people's packages, and what calls them: their types are in a package of its own, not installed here. */
const FOREIGN = new RegExp(
  ['node_modules', 'bench.render.peers'].map((one) => `[/\\\\]${one}[/\\\\]`).join('|'),
  'u',
);

test('every source file belongs to a project', () => {
  const covered = new Set(TSCONFIGS.flatMap(filesOf));
  const sources = SOURCES.filter((folder) => existsSync(join(ROOT, folder))).flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
      join(ROOT, folder, path),
    ),
  );
  const configs = readdirSync(ROOT).map((path) => join(ROOT, path));
  const code = [...sources, ...configs]
    .filter((path) => !FOREIGN.test(path))
    .filter((path) => /\.([cm]?js|[cm]?ts|tsx)$/.test(path));
  expect(code.filter((path) => !covered.has(path))).toEqual([]);
});

/** The files that a config names, references not followed. */
function filesOf(config: string): string[] {
  const path = join(ROOT, config);
  const { config: json } = ts.readConfigFile(path, (file) => ts.sys.readFile(file)) as {
    readonly config: unknown;
  };
  return ts.parseJsonConfigFileContent(json, ts.sys, dirname(path)).fileNames;
}
