/** An open file. Every method may throw what the system throws (`code` is `ENOSPC`, `EIO`, …). */
export interface DiskFile {
  /** Reads up to `into.length` bytes. @returns bytes read, 0 at the end */
  read(into: Uint8Array, position: number): Promise<number>;
  /** Writes some of the bytes. @returns how many; a full disk may take fewer without an error */
  write(bytes: Uint8Array, position: number): Promise<number>;
  truncate(length: number): Promise<void>;
  /** Makes content and metadata last. */
  sync(): Promise<void>;
  /** Makes content and length last. */
  datasync(): Promise<void>;
  /** @returns length in bytes */
  size(): Promise<number>;
  close(): Promise<void>;
}

/** `read` an existing file, `edit` an existing file, `create` one that must not exist. */
export type OpenMode = 'read' | 'edit' | 'create';

/** What the store needs of a file system, and all it uses of one. */
export interface Disk {
  open(path: string, mode: OpenMode): Promise<DiskFile>;
  readFile(path: string): Promise<Uint8Array>;
  rename(from: string, to: string): Promise<void>;
  link(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  /** Makes the names in a folder last. */
  syncFolder(path: string): Promise<void>;
  /** Creates a folder whose parent exists. @returns false where it was there already */
  makeFolder(path: string): Promise<boolean>;
  /** @returns the names in a folder, sorted; none where the folder does not exist */
  list(path: string): Promise<readonly string[]>;
  /** @returns `undefined` where nothing has this name; size in bytes */
  stat(path: string): Promise<{ readonly size: number; readonly folder: boolean } | undefined>;
}

/** The system's code of a fault, or `undefined` for anything that is not one (that is, a bug). */
export function faultCode(fault: unknown): string | undefined {
  if (!(fault instanceof Error) || !('code' in fault)) return undefined;
  return typeof fault.code === 'string' ? fault.code : undefined;
}

/** A fault with a code, for what the system itself does not report. */
export function makeFault(code: string, message: string): Error {
  return Object.assign(new Error(`${code}: ${message}`), { code });
}

/** Writes all bytes, however many calls it takes. A write that makes no progress is `ENOSPC`. */
export async function writeAll(file: DiskFile, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const count = await file.write(bytes.subarray(done), position + done);
    if (count <= 0) throw makeFault('ENOSPC', 'the disk took no more bytes');
    done += count;
  }
}

/** Removes a file that may not be there, without hiding the fault that led here. */
export async function tryUnlink(disk: Disk, path: string): Promise<void> {
  try {
    await disk.unlink(path);
  } catch (fault) {
    if (faultCode(fault) === undefined) throw fault;
  }
}

/** Reads a stretch of a file, shorter where the file ends before. @param length bytes */
export async function readStretch(
  file: DiskFile,
  position: number,
  length: number,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const count = await file.read(bytes.subarray(done), position + done);
    if (count === 0) break;
    done += count;
  }
  return bytes.subarray(0, done);
}

/** Folders whose names are known to last, for each disk. */
const LASTING = new WeakMap<Disk, Set<string>>();

/**
 * Creates a folder and those above it up to `root`, and makes their names last. A folder that is
 * there already may come from a process that died before it could do so: it counts only once this
 * process has flushed its name.
 */
export async function makeFolders(
  disk: Disk,
  root: string,
  segments: readonly string[],
): Promise<string> {
  const lasting = LASTING.get(disk) ?? new Set();
  LASTING.set(disk, lasting);
  let path = root;
  for (const segment of segments) {
    const parent = path;
    path = `${parent}/${segment}`;
    if (lasting.has(path)) continue;
    await disk.makeFolder(path);
    await disk.syncFolder(parent);
    lasting.add(path);
  }
  return path;
}
