import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT, Sandbox } from './sandbox.ts';
import { SKELETON } from './skeleton.ts';

/** Left-overs, planted: a file nobody imports, an export and a type nobody uses, a style sheet. */
const LEFT_OVERS = {
  'src/renderer/ui/p-sheet.css': 'p { margin: 0; }\n',
  // Not a left-over: only a style sheet imports this package.
  'src/renderer/ui/fonts.css': "@import '@fontsource-variable/inter/wght.css';\n",
  'src/renderer/main.tsx': `import './ui/fonts.css';\n${SKELETON['src/renderer/main.tsx'] ?? ''}`,
  'src/core/text/p-file.ts': 'export const alone = 1;\n',
  'src/core/text/offsets.ts': `${SKELETON['src/core/text/offsets.ts'] ?? ''}
export const unused = 1;
export type Unused = number;
`,
};

interface Finding {
  readonly file: string;
  readonly files?: readonly unknown[];
  readonly [kind: string]: unknown;
}

/** The findings of one kind in one file, by name. */
const names = (findings: readonly Finding[], file: string, kind: string): unknown[] =>
  findings
    .filter((finding) => finding.file === file)
    .flatMap((finding) => (finding[kind] ?? []) as readonly { readonly name: string }[])
    .map(({ name }) => name);

describe('knip', () => {
  const sandbox = new Sandbox();
  let findings: readonly Finding[] = [];

  beforeAll(() => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      readonly dependencies: Readonly<Record<string, string>>;
    };
    const dependencies = { ...manifest.dependencies, 'left-over': '1.0.0' };
    sandbox
      .copy('knip.config.ts', 'tsconfig.base.json')
      .linkPackages()
      .write({ ...SKELETON, ...LEFT_OVERS })
      .write({ 'package.json': JSON.stringify({ ...manifest, dependencies }) });
    const { stdout, stderr } = sandbox.run(
      'knip/bin/knip.js',
      '--reporter',
      'json',
      '--no-progress',
    );
    if (!stdout.startsWith('{')) throw new Error(stdout + stderr);
    ({ issues: findings } = JSON.parse(stdout) as { readonly issues: readonly Finding[] });
  }, 120_000);
  afterAll(() => {
    sandbox.remove();
  });

  test('finds a file that nobody imports', () => {
    expect(names(findings, 'src/core/text/p-file.ts', 'files')).toHaveLength(1);
  });

  test('finds an export and a type that nobody uses', () => {
    expect(names(findings, 'src/core/text/offsets.ts', 'exports')).toEqual(['unused']);
    expect(names(findings, 'src/core/text/offsets.ts', 'types')).toEqual(['Unused']);
  });

  test('finds a style sheet that nobody imports', () => {
    expect(names(findings, 'src/renderer/ui/p-sheet.css', 'files')).toHaveLength(1);
  });

  test('finds a package that nobody imports', () => {
    const unused = names(findings, 'package.json', 'dependencies');
    expect(unused).toContain('left-over');
    expect(unused).not.toContain('@fontsource-variable/inter');
  });
});
