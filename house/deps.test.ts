import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEPS_COMPANIONS, DEPS_PLANTS, type Plant, REACH_PLANTS } from './deps.plants.ts';
import { type Files, ROOT, Sandbox } from './sandbox.ts';
import { SKELETON } from './skeleton.ts';

/** Packages only have to be found: empty ones are found faster. */
const PACKAGES = {
  dependencies: [
    'i18next',
    'zod',
    'lowdb',
    'linkedom',
    'papaparse',
    'react',
    'react-dom',
    'zustand',
    'node-sqlite3-wasm',
    're2js',
  ],
  devDependencies: ['electron', 'fast-check', 'vitest'],
  unlisted: ['unlisted'],
};

const versions = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, '1.0.0']));

const FAKES: Files = {
  'package.json': JSON.stringify({
    name: 'plants',
    type: 'module',
    dependencies: versions(PACKAGES.dependencies),
    devDependencies: versions(PACKAGES.devDependencies),
  }),
  ...Object.fromEntries(
    Object.values(PACKAGES)
      .flat()
      .flatMap((name) => [
        [`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' })],
        [`node_modules/${name}/index.js`, 'export {};'],
        [`node_modules/${name}/client.js`, 'export {};'],
      ]),
  ),
};

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

/** What dependency-cruiser reports on the skeleton with these plants, as `rule ← file`. */
function cruise(config: string, plants: readonly Plant[]): string[] {
  const sandbox = new Sandbox()
    .copy(config)
    .write({ ...FAKES, ...SKELETON, ...(plants.length > 0 ? DEPS_COMPANIONS : {}) })
    .write(Object.fromEntries(plants.map(({ file, imports }) => [file, `${imports}\n`])));
  const { stdout, stderr } = sandbox.run(
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    config,
    '--output-type',
    'json',
    'src',
  );
  sandbox.remove();
  if (!stdout.startsWith('{')) throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as {
    readonly summary: { readonly violations: readonly Violation[] };
  };
  return [...new Set(summary.violations.map(({ from, rule }) => `${rule.name} ← ${from}`))];
}

/** The names of a config's rules. */
function rulesOf(config: string): string[] {
  const { forbidden } = createRequire(import.meta.url)(join(ROOT, config)) as {
    readonly forbidden: readonly { readonly name: string }[];
  };
  return forbidden.map(({ name }) => name);
}

describe.each([
  ['.dependency-cruiser.cjs', DEPS_PLANTS],
  ['.dependency-cruiser.runtime.cjs', REACH_PLANTS],
])('%s', (config, plants) => {
  test('passes a tree with every allowed arrow', () => {
    expect(cruise(config, [])).toEqual([]);
  }, 60_000);

  test('reports each planted arrow by its name, and nothing else', () => {
    const planted = plants.map(({ rule, file }) => `${rule} ← ${file}`);
    expect(cruise(config, plants).toSorted()).toEqual(planted.toSorted());
  }, 60_000);

  test('has a plant for each rule', () => {
    const planted = new Set(plants.map(({ rule }) => rule));
    expect(rulesOf(config).filter((rule) => !planted.has(rule))).toEqual([]);
  });
});
