import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The checkout whose configs are on trial. */
export const ROOT = resolve(import.meta.dirname, '..');

/** Every TypeScript config of the house. */
export const TSCONFIGS: readonly string[] = [
  ...['base', 'tests', 'scripts'].map((name) => `tsconfig.${name}.json`),
  'tsconfig.json',
  ...['core', 'ipc', 'main/importers', 'main/search', 'main', 'cli', 'preload', 'renderer'].map(
    (layer) => `src/${layer}/tsconfig.json`,
  ),
];

/** Paths relative to a tree, with their contents. */
export type Files = Readonly<Record<string, string>>;

/** What a checker said. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * A throw-away tree with this house's own configs. The checkers run in it as they run in the
 * checkout, so what a plant proves there holds here.
 */
export class Sandbox {
  readonly dir = mkdtempSync(join(tmpdir(), 'verbale-house-'));

  /** Writes files, making their folders. */
  write(files: Files): this {
    for (const [path, text] of Object.entries(files)) {
      const target = join(this.dir, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
    return this;
  }

  /** Copies files or folders of the checkout, same relative path. */
  copy(...paths: readonly string[]): this {
    for (const path of paths) {
      cpSync(join(ROOT, path), join(this.dir, path), { recursive: true });
    }
    return this;
  }

  /**
   * Links each installed package. The folder itself is not linked, or a checker that writes to
   * `node_modules/.cache` would overwrite the checkout's.
   */
  linkPackages(): this {
    const from = join(ROOT, 'node_modules');
    const to = join(this.dir, 'node_modules');
    mkdirSync(to);
    for (const name of readdirSync(from).filter((entry) => !entry.startsWith('.'))) {
      symlinkSync(join(from, name), join(to, name));
    }
    return this;
  }

  /** Runs one of the checkout's tools (a script, run by this Node) inside the tree. */
  run(script: string, ...args: readonly string[]): Run {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, 'node_modules', script), ...args],
      { cwd: this.dir, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, timeout: 90_000 },
    );
    return { status, stdout, stderr };
  }

  /** Removes the tree. */
  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}
