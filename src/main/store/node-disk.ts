import {
  type FileHandle,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  stat,
  unlink,
} from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Disk, type DiskFile, faultCode } from './disk.ts';

const WINDOWS = process.platform === 'win32';
const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

/** Virus scanners on Windows hold a file for a moment after it was written. */
const RENAME_TRIES = 10;
const RENAME_PAUSE_MS = 50;
const BUSY: ReadonlySet<string | undefined> = new Set(['EPERM', 'EBUSY', 'EACCES']);

const FLAGS = { read: 'r', edit: 'r+', create: 'wx+' } as const;

function diskFile(handle: FileHandle): DiskFile {
  return {
    async read(into, position) {
      return (await handle.read(into, 0, into.length, position)).bytesRead;
    },
    async write(bytes, position) {
      return (await handle.write(bytes, 0, bytes.length, position)).bytesWritten;
    },
    truncate: (length) => handle.truncate(length),
    sync: () => handle.sync(),
    datasync: () => handle.datasync(),
    async size() {
      return (await handle.stat()).size;
    },
    close: () => handle.close(),
  };
}

async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(from, to);
      return;
    } catch (fault) {
      if (!WINDOWS || attempt >= RENAME_TRIES || !BUSY.has(faultCode(fault))) throw fault;
      await sleep(RENAME_PAUSE_MS);
    }
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows has no such call; NTFS journals its names.
  if (WINDOWS) return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function makeFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path, { mode: PRIVATE_FOLDER });
    return true;
  } catch (fault) {
    if (faultCode(fault) === 'EEXIST') return false;
    throw fault;
  }
}

/** The value, or `otherwise` where there is nothing of that name. */
async function orAbsent<T, U>(work: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await work;
  } catch (fault) {
    const code = faultCode(fault);
    if (code === 'ENOENT' || code === 'ENOTDIR') return otherwise;
    throw fault;
  }
}

/** The real file system. */
export function nodeDisk(): Disk {
  return {
    open: async (path, mode) => diskFile(await open(path, FLAGS[mode], PRIVATE_FILE)),
    readFile: (path) => readFile(path),
    rename: renamePatiently,
    link,
    unlink,
    syncFolder,
    makeFolder,
    list: async (path) => [...(await orAbsent(readdir(path), []))].sort(),
    stat: async (path) => {
      const found = await orAbsent(stat(path), undefined);
      return found === undefined ? undefined : { size: found.size, folder: found.isDirectory() };
    },
  };
}
