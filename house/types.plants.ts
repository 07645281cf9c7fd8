/** A file in which the compiler reports the code. */
export interface TypePlant {
  /** What must not compile, in words. */
  readonly what: string;
  /** TypeScript's number for it. */
  readonly code: number;
  readonly file: string;
  readonly text: string;
}

let count = 0;
const plant = (folder: string, what: string, code: number, text: string): TypePlant => {
  count += 1;
  const extension = folder.startsWith('src/renderer') ? 'tsx' : 'ts';
  return { what, code, file: `${folder}/p-${String(count)}.${extension}`, text };
};

const CORE = 'src/core/text';
const IPC = 'src/ipc';
const SERVICE = 'src/main/service';
const CLI = 'src/cli';
const PRELOAD = 'src/preload';
const STATE = 'src/renderer/state';

/** A name that does not exist in a layer. */
const absent = (folder: string, name: string, code: number): TypePlant =>
  plant(folder, `${name} in ${folder}`, code, `export const host: unknown = ${name};`);

/** A layer that a layer does not reference: the file is outside the project. */
const outside = (folder: string, path: string): TypePlant =>
  plant(
    folder,
    `${path} in ${folder}`,
    6307,
    `import * as other from '${path}';\nexport const o = other;`,
  );

const HOSTS: readonly TypePlant[] = [
  absent(CORE, 'document', 2584),
  absent(CORE, 'window', 2304),
  absent(CORE, 'console', 2584),
  absent(CORE, 'process', 2591),
  absent(CORE, 'Buffer', 2591),
  absent(CORE, 'setTimeout', 2304),
  absent(CORE, 'fetch', 2304),
  absent(CORE, 'crypto', 2304),
  plant(
    CORE,
    'node:fs in core',
    2591,
    "import { rm } from 'node:fs/promises';\nexport const r = rm;",
  ),
  absent(IPC, 'document', 2584),
  absent(IPC, 'process', 2591),
  absent(SERVICE, 'document', 2584),
  absent(SERVICE, 'localStorage', 2304),
  absent(CLI, 'window', 2304),
  absent(PRELOAD, 'document', 2584),
  absent(STATE, 'process', 2591),
  absent(STATE, 'Buffer', 2591),
  absent(STATE, 'require', 2591),
  plant(
    STATE,
    'node:fs in renderer',
    2591,
    "import { rm } from 'node:fs/promises';\nexport const r = rm;",
  ),
];

const LAYERS: readonly TypePlant[] = [
  outside(CORE, '../../ipc/errors.ts'),
  outside(CORE, '../testing/builders.ts'),
  outside(IPC, '../main/service/service.ts'),
  outside('src/main/importers', '../store/disk.ts'),
  outside('src/main/search', '../store/disk.ts'),
  outside(SERVICE, '../../cli/args.ts'),
  outside(CLI, '../renderer/state/project.ts'),
  outside(STATE, '../../main/service/service.ts'),
];

const STRICT: readonly TypePlant[] = [
  plant(
    CORE,
    'an unchecked index',
    2322,
    'export const a = (list: readonly number[]): number => list[0];',
  ),
  plant(
    CORE,
    'undefined for an absent property',
    2375,
    'export const a: { readonly note?: string } = { note: undefined };',
  ),
  plant(
    CORE,
    'a property of an index signature by dot',
    4111,
    'export const a = (m: Readonly<Record<string, number>>): unknown => m.b;',
  ),
  plant(CORE, 'an enum', 1294, 'export enum E {\n  a,\n}'),
  plant(
    CORE,
    'a parameter property',
    1294,
    'export class C {\n  constructor(readonly a: number) {}\n}',
  ),
  plant(
    CORE,
    'a type import without `type`',
    1484,
    "import { Result } from '../result.ts';\nexport const a: Result = { ok: true };",
  ),
  plant(
    CORE,
    'an override without a word',
    4114,
    'class A {\n  a(): number {\n    return 1;\n  }\n}\nexport class B extends A {\n  a(): number {\n    return 2;\n  }\n}',
  ),
  plant(
    CORE,
    'a path that returns nothing',
    7030,
    'export function a(n: number) {\n  if (n > 1) return 1;\n}',
  ),
  plant(
    CORE,
    'a case that falls through',
    7029,
    'export function a(n: number): number {\n  let sum = 0;\n  switch (n) {\n    case 1:\n      sum += 1;\n    default:\n      sum += 2;\n  }\n  return sum;\n}',
  ),
  plant(CORE, 'an unused local', 6133, 'const a = 1;\nexport const b = 2;'),
  plant(CORE, 'an unused parameter', 6133, 'export const a = (b: number): number => 1;'),
  plant(
    CORE,
    'code that is never reached',
    7027,
    'export function a(): number {\n  return 1;\n  return 2;\n}',
  ),
  plant(
    CORE,
    'a side-effect import of nothing',
    2882,
    "import './nothing.css';\nexport const a = 1;",
  ),
  plant(CORE, 'an implicit any', 7006, 'export const a = (b) => 1;'),
  plant(
    CORE,
    'a caught any',
    18046,
    'export const a = (f: () => void): unknown => {\n  try {\n    f();\n  } catch (error) {\n    return error.message;\n  }\n  return 1;\n};',
  ),
];

/** Files outside the layers are as strict. */
const LOOSE: readonly TypePlant[] = [
  {
    what: 'an implicit any in a script',
    code: 7006,
    file: 'scripts/p-any.mjs',
    text: 'export const a = (b) => b;',
  },
  {
    what: 'an unchecked index in a test',
    code: 2322,
    file: 'src/core/text/p-index.test.ts',
    text: 'export const a = (list: readonly number[]): number => list[0];',
  },
  {
    what: 'an unchecked index in an end-to-end test',
    code: 2322,
    file: 'e2e/p-index.spec.ts',
    text: 'export const a = (list: readonly number[]): number => list[0];',
  },
];

/** What must not compile. */
export const TYPE_PLANTS: readonly TypePlant[] = [...HOSTS, ...LAYERS, ...STRICT, ...LOOSE];
