import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LINT_COMPANIONS, LINT_PLANTS } from './lint.plants.ts';
import { ROOT, Sandbox, TSCONFIGS } from './sandbox.ts';
import { SKELETON } from './skeleton.ts';

const CONFIG = '.oxlintrc.json';

interface Diagnostic {
  readonly code?: string;
  readonly filename: string;
  readonly message: string;
}

/** `plugin/rule` in the config is `plugin(rule)` in a report. */
const reported = (name: string): string => name.replace(/^(.*)\/(.*)$/, '$1($2)');

/** The rules that the config names and has switched on, anywhere. */
function rulesOf(): Set<string> {
  const text = readFileSync(join(ROOT, CONFIG), 'utf8').replaceAll(/^\s*\/\/.*$/gm, '');
  type Rules = Readonly<Record<string, unknown>>;
  const config = JSON.parse(text) as {
    readonly rules: Rules;
    readonly overrides: readonly { readonly rules: Rules }[];
  };
  const named = [config, ...config.overrides].flatMap(({ rules }) => Object.entries(rules));
  return new Set(named.filter(([, level]) => level !== 'off').map(([name]) => reported(name)));
}

describe('the linter', () => {
  const sandbox = new Sandbox();
  let found: readonly Diagnostic[] = [];

  beforeAll(() => {
    sandbox
      .copy(CONFIG, 'house/oxlint-plugin.mjs', ...TSCONFIGS)
      .linkPackages()
      .write({ ...SKELETON, ...LINT_COMPANIONS })
      .write(Object.fromEntries(LINT_PLANTS.map(({ file, code }) => [file, `${code}\n`])));
    const { stdout, stderr } = sandbox.run('oxlint/bin/oxlint', '--type-aware', '--format', 'json');
    if (!stdout.startsWith('{')) throw new Error(stdout + stderr);
    found = (JSON.parse(stdout) as { readonly diagnostics: readonly Diagnostic[] }).diagnostics;
  }, 120_000);
  afterAll(() => {
    sandbox.remove();
  });

  test('passes the skeleton', () => {
    expect(found.filter(({ filename }) => filename in SKELETON)).toEqual([]);
  });

  test.each(LINT_PLANTS)('$rule is reported in $file', ({ rule, file }) => {
    const codes = found.filter(({ filename }) => filename === file).map(({ code }) => code);
    expect(codes).toContain(rule);
  });

  test('has a plant for each rule it names', () => {
    const planted = new Set(LINT_PLANTS.map(({ rule }) => rule));
    expect([...rulesOf()].filter((rule) => !planted.has(rule))).toEqual([]);
  });
});
