import { type Disk, type DiskFile, makeFault } from '../disk.ts';

/** A disk on which operations fail. */
export interface FaultyDisk extends Disk {
  /** Operations tried so far. */
  count(): number;
  /** Ends the trouble. */
  cure(): void;
}

/** What a full disk refuses; everything else still works on it. */
const NEEDS_ROOM: ReadonlySet<string> = new Set([
  'write',
  'create',
  'makeFolder',
  'link',
  'rename',
]);

/**
 * A disk that is full from operation number `at` on, as a real one is: it takes no more bytes and
 * names, but cuts, removes and flushes.
 */
export function fullDisk(disk: Disk, at: number): FaultyDisk {
  return faultyDisk(disk, at, 'ENOSPC', true, (operation) => NEEDS_ROOM.has(operation));
}

/**
 * A disk whose operation number `at` (from 1) fails with a system's code: once, or with all after
 * it. `short` writes half of what is asked before a failing write fails.
 */
export function faultyDisk(
  disk: Disk,
  at: number,
  code: string,
  lasting: boolean,
  concerns: (operation: string) => boolean = () => true,
): FaultyDisk {
  let count = 0;
  let cured = false;
  const step = (operation: string): boolean => {
    count += 1;
    return !cured && concerns(operation) && (lasting ? count >= at : count === at);
  };
  const fail = (): never => {
    throw makeFault(code, 'simulated');
  };
  const tried = async <T>(operation: string, work: () => Promise<T>): Promise<T> =>
    step(operation) ? fail() : work();

  function faultyFile(file: DiskFile): DiskFile {
    return {
      read: (into, position) => tried('read', () => file.read(into, position)),
      async write(bytes, position) {
        if (!step('write')) return file.write(bytes, position);
        // A full disk takes what fits, and fails only when asked again.
        await file.write(bytes.subarray(0, bytes.length >> 1), position);
        return fail();
      },
      truncate: (length) => tried('truncate', () => file.truncate(length)),
      sync: () => tried('sync', () => file.sync()),
      datasync: () => tried('datasync', () => file.datasync()),
      size: () => tried('size', () => file.size()),
      close: () => file.close(),
    };
  }

  return {
    open: (path, mode) =>
      tried(mode === 'create' ? 'create' : 'open', async () =>
        faultyFile(await disk.open(path, mode)),
      ),
    readFile: (path) => tried('readFile', () => disk.readFile(path)),
    rename: (from, to) => tried('rename', () => disk.rename(from, to)),
    link: (from, to) => tried('link', () => disk.link(from, to)),
    unlink: (path) => tried('unlink', () => disk.unlink(path)),
    syncFolder: (path) => tried('syncFolder', () => disk.syncFolder(path)),
    makeFolder: (path) => tried('makeFolder', () => disk.makeFolder(path)),
    list: (path) => tried('list', () => disk.list(path)),
    stat: (path) => tried('stat', () => disk.stat(path)),
    count: () => count,
    cure() {
      cured = true;
    },
  };
}
