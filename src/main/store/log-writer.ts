import type { Disk, DiskFile } from './disk.ts';
import { faultCode, makeFolders, writeAll } from './disk.ts';
import { fromFault, type StoreError } from './errors.ts';
import { LOG_FOLDER, logFile, streamKey } from './layout.ts';
import type { Position } from './log-scan.ts';

/** A stream of ops: what one replica wrote to one channel. */
export interface Stream extends Position {
  readonly replica: string;
  readonly channel: string;
  /** False until the file is written for the first time. */
  readonly exists: boolean;
}

/** Bytes for the end of one stream; with the header where the file is new. */
export interface Addition {
  readonly stream: Stream;
  readonly bytes: Uint8Array;
}

/** What came of appending. After `dead` nothing may be appended until the project is reopened. */
export type Appended =
  | { readonly state: 'durable' }
  | { readonly state: 'refused'; readonly error: StoreError }
  | { readonly state: 'dead'; readonly error: StoreError };

/** Appends to the log of one replica. */
export interface LogWriter {
  /** Writes all additions and makes them last; all or nothing, as far as the disk lets us. */
  append(additions: readonly Addition[]): Promise<Appended>;
  close(): Promise<void>;
}

/** How many log files are kept open. */
const OPEN_FILES = 16;

/** Nothing is known about the file after these: going on could write over what is good. */
const FATAL: ReadonlySet<string> = new Set(['EIO', 'ECORRUPT']);

interface Touched {
  readonly addition: Addition;
  readonly file: DiskFile;
}

interface State {
  readonly disk: Disk;
  readonly dir: string;
  readonly files: Map<string, DiskFile>;
}

async function closeQuietly(file: DiskFile): Promise<void> {
  try {
    await file.close();
  } catch (fault) {
    // What mattered was flushed before; a failing close loses nothing.
    if (faultCode(fault) === undefined) throw fault;
  }
}

async function openStream(state: State, stream: Stream): Promise<DiskFile> {
  const key = streamKey(stream.replica, stream.channel);
  const known = state.files.get(key);
  if (known !== undefined) return known;
  const path = `${state.dir}/${logFile(stream.replica, stream.channel)}`;
  if (!stream.exists) await makeFolders(state.disk, state.dir, [LOG_FOLDER, stream.replica]);
  const file = await state.disk.open(path, stream.exists ? 'edit' : 'create');
  state.files.set(key, file);
  return file;
}

/** Closes the files that were opened first, beyond the number that is kept open. */
async function closeSurplus(state: State): Promise<void> {
  for (const [key, file] of state.files) {
    if (state.files.size <= OPEN_FILES) return;
    state.files.delete(key);
    await closeQuietly(file);
  }
}

/** Takes back what was written to a file. */
async function undo(state: State, { addition, file }: Touched): Promise<void> {
  const { stream } = addition;
  if (stream.exists) {
    await file.truncate(stream.offset);
    await file.datasync();
    return;
  }
  state.files.delete(streamKey(stream.replica, stream.channel));
  await closeQuietly(file);
  await state.disk.unlink(`${state.dir}/${logFile(stream.replica, stream.channel)}`);
}

function fileOf(addition: Addition): string {
  return logFile(addition.stream.replica, addition.stream.channel);
}

async function write(state: State, additions: readonly Addition[]): Promise<Appended> {
  const touched: Touched[] = [];
  let current = LOG_FOLDER;
  try {
    for (const addition of additions) {
      current = fileOf(addition);
      const file = await openStream(state, addition.stream);
      touched.push({ addition, file });
      await writeAll(file, addition.bytes, addition.stream.offset);
    }
    return { state: 'durable' };
  } catch (fault) {
    const error = fromFault(fault, current);
    if (FATAL.has(faultCode(fault) ?? '')) return { state: 'dead', error };
    return takeBack(state, touched, error);
  }
}

async function takeBack(
  state: State,
  touched: readonly Touched[],
  error: StoreError,
): Promise<Appended> {
  for (const one of touched) {
    try {
      await undo(state, one);
    } catch (fault) {
      return { state: 'dead', error: fromFault(fault, fileOf(one.addition)) };
    }
  }
  return { state: 'refused', error };
}

/**
 * Makes what was written last. A flush that failed is never tried again: after the first failure
 * the system may have dropped the pages and would report success (PostgreSQL's "fsyncgate").
 */
async function flush(state: State, additions: readonly Addition[]): Promise<Appended> {
  const folders = new Set<string>();
  let current = LOG_FOLDER;
  try {
    for (const addition of additions) {
      current = fileOf(addition);
      const { stream } = addition;
      const file = await openStream(state, { ...stream, exists: true });
      await (stream.exists ? file.datasync() : file.sync());
      if (!stream.exists) folders.add(`${state.dir}/${LOG_FOLDER}/${stream.replica}`);
    }
    for (const folder of folders) await state.disk.syncFolder(folder);
    return { state: 'durable' };
  } catch (fault) {
    return { state: 'dead', error: fromFault(fault, current) };
  }
}

/** A writer on the log of the project in `dir`. */
export function logWriter(disk: Disk, dir: string): LogWriter {
  const state: State = { disk, dir, files: new Map() };
  return {
    async append(additions) {
      const written = await write(state, additions);
      const result = written.state === 'durable' ? await flush(state, additions) : written;
      await closeSurplus(state);
      return result;
    },
    async close() {
      for (const file of state.files.values()) await closeQuietly(file);
      state.files.clear();
    },
  };
}
