import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import { Low } from 'lowdb';
import type { Disk } from './disk.ts';
import { faultCode } from './disk.ts';
import { temporaryName, writeTemporary } from './durable-json.ts';
import { nodeDisk } from './node-disk.ts';

const FILE = 'settings.json';

/** Settings and recent projects on disk, outside any project. */
export interface PreferencesFile {
  /** `undefined` where there is no file, or none that is JSON: nothing in it is work. */
  readonly read: () => Promise<unknown>;
  /** Resolves once the file is whole on disk. Writes follow each other in order. */
  readonly write: (value: object) => Promise<void>;
}

async function readJson(disk: Disk, path: string): Promise<object | null> {
  try {
    const text = Buffer.from(await disk.readFile(path)).toString('utf8');
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch (fault) {
    if (fault instanceof SyntaxError || faultCode(fault) === 'ENOENT') return null;
    throw fault;
  }
}

/** The file `<dir>/settings.json`, through lowdb. */
export function preferencesFile(dir: string, disk: Disk = nodeDisk()): PreferencesFile {
  const path = `${dir}/${FILE}`;
  const adapter: Adapter<object> = {
    read: () => readJson(disk, path),
    async write(value) {
      await mkdir(dir, { recursive: true });
      const temporary = `${dir}/${temporaryName(FILE, (bytes) => randomBytes(bytes))}`;
      await writeTemporary(disk, temporary, Buffer.from(`${JSON.stringify(value, null, 1)}\n`));
      await disk.rename(temporary, path);
      await disk.syncFolder(dir);
    },
  };
  const low = new Low<object>(adapter, {});
  let last: Promise<void> = Promise.resolve();
  return {
    async read() {
      await low.read();
      return low.data;
    },
    write(value) {
      const next = last.then(async () => {
        low.data = value;
        await low.write();
      });
      // A failed write must not keep the next from being tried; its own caller is told.
      last = next.catch(() => undefined);
      return next;
    },
  };
}
