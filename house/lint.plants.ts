/** A file that breaks the named rule of .oxlintrc.json. `plugin(rule)` as oxlint prints it. */
export interface LintPlant {
  readonly rule: string;
  readonly file: string;
  readonly code: string;
}

let count = 0;
/** Puts `code` into a file of its own in `folder`. */
const plant = (rule: string, folder: string, code: string): LintPlant => {
  count += 1;
  const extension = folder.startsWith('src/renderer') ? 'tsx' : 'ts';
  return { rule, file: `${folder}/p-${String(count)}.${extension}`, code };
};

/** A violation that only a test can hold. */
const plantInTest = (rule: string, folder: string, code: string): LintPlant => {
  const { file } = plant(rule, folder, code);
  return { rule, file: file.replace(/\.ts$/u, '.test.ts'), code };
};

const CORE = 'src/core/text';
const STORE = 'src/main/store';
const SERVICE = 'src/main/service';
const UI = 'src/renderer/ui';
const STATE = 'src/renderer/state';

const repeat = (times: number, line: (n: number) => string): string =>
  Array.from({ length: times }, (_, n) => line(n)).join('\n');

const PROMISES: readonly LintPlant[] = [
  plant(
    'typescript(no-floating-promises)',
    STORE,
    "import { rm } from 'node:fs/promises';\nexport function drop(): void {\n  rm('a');\n}",
  ),
  plant(
    'typescript(no-floating-promises)',
    SERVICE,
    "import { rm } from 'node:fs/promises';\nexport function drop(): void {\n  void rm('a');\n}",
  ),
  plant(
    'typescript(no-floating-promises)',
    'src/main/shell',
    "import { shell } from 'electron';\nexport function open(): void {\n  shell.openExternal('a');\n}",
  ),
  plant(
    'typescript(no-misused-promises)',
    SERVICE,
    'export const each = (save: () => Promise<void>): void => {\n  [1].forEach(save);\n};',
  ),
  plant(
    'typescript(await-thenable)',
    SERVICE,
    'export async function wait(value: number): Promise<number> {\n  return await value;\n}',
  ),
  plant(
    'typescript(return-await)',
    SERVICE,
    'export async function load(read: () => Promise<string>): Promise<string> {\n  try {\n    return read();\n  } catch {\n    return "";\n  }\n}',
  ),
  plant(
    'typescript(only-throw-error)',
    SERVICE,
    "export function fail(): never {\n  throw 'no';\n}",
  ),
  plant(
    'typescript(prefer-promise-reject-errors)',
    SERVICE,
    "export const refuse = async (): Promise<never> => await Promise.reject('no');",
  ),
];

/** Types must be seen across layers, and in every kind of file, not only within one project. */
const SAVE = 'export async function save(): Promise<void> {\n  await Promise.resolve();\n}';
const floating = (file: string, path: string): LintPlant => ({
  rule: 'typescript(no-floating-promises)',
  file,
  code: `import { save } from '${path}';\nexport const run = (): void => {\n  save();\n};`,
});
const ACROSS: readonly LintPlant[] = [
  floating('src/cli/p-across.ts', '../main/service/save.ts'),
  floating('src/main/store/p-beside.test.ts', '../service/save.ts'),
  floating('e2e/p-across.spec.ts', '../src/main/service/save.ts'),
  floating('bench/p-across.ts', '../src/main/service/save.ts'),
  {
    rule: 'typescript(no-floating-promises)',
    file: 'scripts/p-script.mjs',
    code: "import { rm } from 'node:fs/promises';\nrm('a');",
  },
];

/** What plants need beside them. */
export const LINT_COMPANIONS = { 'src/main/service/save.ts': `${SAVE}\n` };

const TYPES: readonly LintPlant[] = [
  plant(
    'typescript(switch-exhaustiveness-check)',
    CORE,
    "export function width(kind: 'one' | 'two'): number {\n  switch (kind) {\n    case 'one':\n      return 1;\n  }\n  return 0;\n}",
  ),
  plant(
    'typescript(strict-boolean-expressions)',
    CORE,
    'export const first = (start: number): string => (start ? "later" : "first");',
  ),
  plant(
    'typescript(strict-boolean-expressions)',
    CORE,
    'export const named = (quote: string | undefined): boolean => !quote;',
  ),
  plant(
    'typescript(require-array-sort-compare)',
    CORE,
    'export const sorted = (offsets: number[]): number[] => offsets.sort();',
  ),
  plant(
    'typescript(restrict-plus-operands)',
    CORE,
    'export const add = (a: number, b: bigint | string): unknown => a + (b as string & number) + {};',
  ),
  plant(
    'typescript(no-base-to-string)',
    CORE,
    'export const text = (value: { readonly a: number }): string => String(value);',
  ),
  plant(
    'typescript(no-array-delete)',
    CORE,
    'export const drop = (list: number[]): void => {\n  delete list[0];\n};',
  ),
  plant('typescript(no-explicit-any)', CORE, 'export const anything = (value: any): number => 1;'),
  plant(
    'typescript(no-unsafe-argument)',
    CORE,
    'const f = (n: number): number => n;\nexport const g = (): number => f(JSON.parse("1"));',
  ),
  plant(
    'typescript(no-unsafe-assignment)',
    CORE,
    'export function g(): number {\n  const n = JSON.parse("1");\n  return typeof n === "number" ? 1 : 2;\n}',
  ),
  plant('typescript(no-unsafe-call)', CORE, 'export const g = (): unknown => JSON.parse("1")();'),
  plant(
    'typescript(no-unsafe-member-access)',
    CORE,
    'export const g = (): unknown => JSON.parse("1").length;',
  ),
  plant('typescript(no-unsafe-return)', CORE, 'export const g = (): number => JSON.parse("1");'),
  plant(
    'typescript(no-unnecessary-type-assertion)',
    CORE,
    'export const g = (n: number): number => n as number;',
  ),
  plant(
    'typescript(no-non-null-assertion)',
    CORE,
    'export const g = (list: readonly number[]): number => list[0]!;',
  ),
  plant('typescript(ban-ts-comment)', CORE, '// @ts-ignore\nexport const n: number = "one";'),
  plant('typescript(explicit-module-boundary-types)', CORE, 'export const g = (n: number) => n;'),
  plant(
    'typescript(no-import-type-side-effects)',
    STATE,
    "import { type Contract } from '../../ipc/contract.ts';\nexport const method: keyof Contract = 'span.read';",
  ),
];

const MODULES: readonly LintPlant[] = [
  plant('import(extensions)', CORE, "export { width } from '../model/span';"),
  {
    rule: 'import(no-cycle)',
    file: 'src/core/text/egg.ts',
    code: "import { hen } from './hen.ts';\nexport const egg = (): unknown => hen;",
  },
  {
    rule: 'import(no-cycle)',
    file: 'src/core/text/hen.ts',
    code: "import { egg } from './egg.ts';\nexport const hen = (): unknown => egg;",
  },
  plant('import(no-default-export)', CORE, 'export default 1;'),
  plant(
    'eslint(no-restricted-imports)',
    SERVICE,
    "import { app } from 'electron';\nexport const a = app;",
  ),
  plant(
    'eslint(no-restricted-imports)',
    SERVICE,
    "import { Low } from 'lowdb';\nexport const a = Low;",
  ),
  plant(
    'eslint(no-restricted-imports)',
    'src/main/shell',
    "import { Low } from 'lowdb';\nexport const a = Low;",
  ),
  plant(
    'eslint(no-restricted-imports)',
    STORE,
    "import { app } from 'electron';\nexport const a = app;",
  ),
  plant(
    'eslint(no-restricted-imports)',
    STORE,
    "import { JSONFile } from 'lowdb/node';\nexport const a = JSONFile;",
  ),
];

const HOST: readonly LintPlant[] = [
  plantInTest(
    'vitest(valid-expect)',
    CORE,
    `import { expect, test } from 'vitest';

test('nothing is asserted', () => {
  expect(1);
});`,
  ),
  plant('house(no-clock-read)', CORE, 'export const now = (): Date => new Date();'),
  plant('house(no-clock-read)', 'src/ipc', 'export const now = (): string => Date();'),
  plant('eslint(no-restricted-properties)', CORE, 'export const now = (): number => Date.now();'),
  plant(
    'eslint(no-restricted-properties)',
    CORE,
    'export const chance = (): number => Math.random();',
  ),
  plant('eslint(no-restricted-globals)', CORE, 'export const now = (): unknown => performance;'),
  plant('eslint(no-console)', SERVICE, "export const say = (): void => {\n  console.log('a');\n};"),
  plant('eslint(no-eval)', SERVICE, "export const run = (): unknown => eval('1');"),
  plant(
    'eslint(no-new-func)',
    SERVICE,
    "export const run = (): unknown => new Function('return 1');",
  ),
];

const SHAPE: readonly LintPlant[] = [
  plant('eslint(eqeqeq)', CORE, 'export const same = (a: number, b: number): boolean => a == b;'),
  plant('eslint(no-var)', CORE, 'export var one = 1;'),
  plant(
    'eslint(prefer-const)',
    CORE,
    'export function one(): number {\n  let n = 1;\n  return n;\n}',
  ),
  plant(
    'eslint(max-lines)',
    CORE,
    repeat(310, (n) => `export const c${String(n)} = ${String(n)};`),
  ),
  plant(
    'eslint(max-lines-per-function)',
    CORE,
    `export function long(): number[] {\n  const list: number[] = [];\n${repeat(62, (n) => `  list.push(${String(n)});`)}\n  return list;\n}`,
  ),
  plant(
    'eslint(max-lines-per-function)',
    UI,
    `export function Long(): number[] {\n  const list: number[] = [];\n${repeat(82, (n) => `  list.push(${String(n)});`)}\n  return list;\n}`,
  ),
  plant(
    'eslint(complexity)',
    CORE,
    `export function many(n: number): number {\n${repeat(13, (n) => `  if (n === ${String(n)}) return ${String(n + 1)};`)}\n  return 0;\n}`,
  ),
  plant(
    'eslint(max-depth)',
    CORE,
    'export function deep(n: number): number {\n  if (n > 1) {\n    if (n > 2) {\n      if (n > 3) {\n        if (n > 4) {\n          return 1;\n        }\n      }\n    }\n  }\n  return 0;\n}',
  ),
];

/** A component around `body`, typed as the compiler asks. */
const component = (body: string, before = ''): string =>
  `import { useEffect, useState, type ReactNode } from 'react';\nexport const used = [useEffect, useState];\nexport function Piece(props: { readonly on: boolean; readonly list: readonly string[] }): ReactNode {\n${before}\n  return ${body};\n}`;

const VIEWS: readonly LintPlant[] = [
  plant(
    'react-hooks(rules-of-hooks)',
    UI,
    component('<p>{props.list}</p>', '  if (props.on) useState(1);'),
  ),
  plant(
    'react-hooks(exhaustive-deps)',
    UI,
    component('<p />', '  useEffect(() => {\n    document.title = props.list.join();\n  }, []);'),
  ),
  plant('react(jsx-key)', UI, component('<ul>{props.list.map((text) => <li>{text}</li>)}</ul>')),
  plant('react(no-danger)', UI, component("<p dangerouslySetInnerHTML={{ __html: '' }} />")),
  plant(
    'react(no-array-index-key)',
    UI,
    component('<ul>{props.list.map((text, index) => <li key={index}>{text}</li>)}</ul>'),
  ),
  plant('react(button-has-type)', UI, component('<button>a</button>')),
  plant('jsx-a11y(alt-text)', UI, component('<img src="a.png" />')),
  plant('jsx-a11y(aria-role)', UI, component('<p role="text-box">a</p>')),
  plant(
    'jsx-a11y(click-events-have-key-events)',
    UI,
    component('<p onClick={() => undefined}>a</p>'),
  ),
  plant(
    'jsx-a11y(no-static-element-interactions)',
    UI,
    component('<div onClick={() => undefined} onKeyDown={() => undefined}>a</div>'),
  ),
  plant('jsx-a11y(label-has-associated-control)', UI, component('<label>a</label>')),
  plant('jsx-a11y(no-autofocus)', UI, component('<input autoFocus />')),
];

/** One or more violations for each rule that .oxlintrc.json names. */
export const LINT_PLANTS: readonly LintPlant[] = [
  ...PROMISES,
  ...ACROSS,
  ...TYPES,
  ...MODULES,
  ...HOST,
  ...SHAPE,
  ...VIEWS,
];
