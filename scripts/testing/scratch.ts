import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder that is gone when the test is over. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'verbale-scripts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file, and the folders above it; gives its path. */
export function put(folder: string, path: string, content: string | Buffer): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

/** A `say` that remembers. */
export function listener(): { say: (line: string) => void; lines: string[] } {
  const lines: string[] = [];
  return { say: (line) => lines.push(line), lines };
}

/** Waits until something is true; a test that waits in vain fails by its own assertion. */
export async function until(isTrue: () => boolean, limitMs = 5_000): Promise<boolean> {
  const end = performance.now() + limitMs;
  while (!isTrue() && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return isTrue();
}

/** A killed process whose parent does not ask for it keeps its number, but does not run. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const stat = `/proc/${pid}/stat`;
    return !existsSync(stat) || !/\) [ZX] /.test(readFileSync(stat, 'utf8'));
  } catch {
    return false;
  }
}
