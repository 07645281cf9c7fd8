import type { Adapter } from 'lowdb';
import { type DocumentKind, migrate } from '../../core/log/migrations.ts';
import type { Json } from '../../core/model/json.ts';
import { type Disk, faultCode, makeFault, makeFolders, tryUnlink, writeAll } from './disk.ts';
import type { Report } from './errors.ts';
import type { Format } from './format.ts';
import { QUARANTINE_FOLDER } from './layout.ts';
import { sealInTurns, unsealInTurns } from './sealed.ts';

/** What an adapter needs to know of its surroundings. */
export interface Surroundings {
  readonly disk: Disk;
  /** The project's folder. */
  readonly dir: string;
  readonly random: (bytes: number) => Uint8Array;
  readonly report: Report;
  /** True where nothing on disk may be changed, not even to set a damaged file aside. */
  readonly readOnly: boolean;
  /** What is written, and from what it can be brought up. */
  readonly format: Format;
}

/** Checks the shape of data; `undefined` where it is not what it should be. */
export type Accept<T> = (data: unknown) => Promise<T | undefined>;

/** One snapshot file. */
export interface DurableJSONOptions<T> {
  readonly kind: DocumentKind;
  /** Path within the project, with `/`. */
  readonly file: string;
  /** True where the index lists the file: then its absence is a fault, never an empty document. */
  readonly expected: boolean;
  /** What was read, where it has the right shape. */
  readonly accept: Accept<T>;
}

/** A lowdb adapter that also tells where its data came from and what it wrote. */
export interface DurableJSON<T> extends Adapter<T> {
  /** Bytes of the last write. */
  written(): number;
  /** `none` before the first read or where no file exists. */
  origin(): 'none' | 'current' | 'backup';
}

interface Parts {
  readonly folder: string;
  readonly name: string;
  readonly path: string;
  readonly backup: string;
}

function partsOf(dir: string, file: string): Parts {
  const path = `${dir}/${file}`;
  const slash = path.lastIndexOf('/');
  return { folder: path.slice(0, slash), name: path.slice(slash + 1), path, backup: `${path}.bak` };
}

/** A name for a file that does not last; the cleaning at open knows it by its form. */
export function temporaryName(name: string, random: (bytes: number) => Uint8Array): string {
  return `.${name}.${Buffer.from(random(6)).toString('hex')}.tmp`;
}

/** True for names that {@link temporaryName} makes. */
export function isTemporaryName(name: string): boolean {
  return /^\..+\.[0-9a-f]{12}\.tmp$/u.test(name);
}

function lengthOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}

/** Writes a new file in the folder and makes its content last; its name does not last yet. */
export async function writeTemporary(
  disk: Disk,
  path: string,
  ...pieces: readonly Uint8Array[]
): Promise<void> {
  const file = await disk.open(path, 'create');
  try {
    let position = 0;
    for (const piece of pieces) {
      await writeAll(file, piece, position);
      position += piece.length;
    }
    await file.sync();
    const size = await file.size();
    if (size !== position) throw makeFault('EIO', `${size} of ${position} bytes arrived`);
  } finally {
    await file.close();
  }
}

/** Moves a file that cannot be used to `quarantine/`. @returns its new path within the project */
export async function quarantine(around: Surroundings, file: string): Promise<string> {
  const folder = await makeFolders(around.disk, around.dir, [QUARANTINE_FOLDER]);
  const mark = Buffer.from(around.random(4)).toString('hex');
  const name = `${file.replaceAll('/', '_')}.${mark}`;
  await around.disk.rename(`${around.dir}/${file}`, `${folder}/${name}`);
  return `${QUARANTINE_FOLDER}/${name}`;
}

/** Gives the present file a second name, so that the rename that replaces it leaves it readable. */
async function keepBackup(around: Surroundings, parts: Parts): Promise<void> {
  const { disk } = around;
  if ((await disk.stat(parts.path)) === undefined) return;
  const temporary = `${parts.folder}/${temporaryName(`${parts.name}.bak`, around.random)}`;
  try {
    await disk.link(parts.path, temporary);
  } catch (fault) {
    // Not every file system has links: then the bytes are copied.
    if (faultCode(fault) === undefined) throw fault;
    await writeTemporary(disk, temporary, await disk.readFile(parts.path));
  }
  try {
    await disk.rename(temporary, parts.backup);
  } catch (fault) {
    await tryUnlink(disk, temporary);
    throw fault;
  }
}

async function replace(
  around: Surroundings,
  parts: Parts,
  bytes: readonly Uint8Array[],
): Promise<void> {
  const temporary = `${parts.folder}/${temporaryName(parts.name, around.random)}`;
  try {
    await writeTemporary(around.disk, temporary, ...bytes);
    await keepBackup(around, parts);
    await around.disk.rename(temporary, parts.path);
  } catch (fault) {
    await tryUnlink(around.disk, temporary);
    throw fault;
  }
  await around.disk.syncFolder(parts.folder);
}

type Found<T> =
  | { readonly state: 'good'; readonly data: T }
  | { readonly state: 'absent' }
  | { readonly state: 'bad'; readonly reason: string };

async function look<T>(
  around: Surroundings,
  path: string,
  options: DurableJSONOptions<T>,
): Promise<Found<T>> {
  const { disk, format } = around;
  const stat = await disk.stat(path);
  if (stat === undefined) return { state: 'absent' };
  if (stat.folder) return { state: 'bad', reason: 'a folder stands in its place' };
  const opened = await unsealInTurns(await disk.readFile(path));
  if (!opened.ok) return { state: 'bad', reason: opened.reason };
  const { version, kind } = opened.seal;
  const newer = version > format.version;
  // What a newer version has written is shown where it can be understood, and never changed.
  const given = newer
    ? opened.data
    : migrate(kind, opened.data, version, format.migrations, format.version);
  const mayBe = kind === options.kind && (!newer || around.readOnly);
  const data = mayBe ? await options.accept(given) : undefined;
  if (newer && data === undefined) {
    throw makeFault(
      'ENEWER',
      `${options.file} has format version ${version}; this Verbale knows versions up to ${format.version}`,
    );
  }
  return data === undefined
    ? { state: 'bad', reason: 'it is not the kind of document that belongs here' }
    : { state: 'good', data };
}

async function setAside(around: Surroundings, file: string, reason: string): Promise<void> {
  const kept = around.readOnly ? file : await quarantine(around, file);
  around.report({
    kind: 'damage',
    file,
    message: `${file} cannot be used: ${reason}. What was there is kept as ${kept}.`,
  });
}

function reportAbsent(around: Surroundings, file: string): void {
  const message = `${file} is missing. The copy from before its last change was used, and brought up from the log.`;
  around.report({ kind: 'damage', file, message });
}

/**
 * A lowdb adapter that survives crashes, power cuts, full disks and damaged files.
 *
 * Writing: new file in the same folder, all bytes, fsync, length checked, the old file kept as
 * `.bak`, rename, fsync of the folder. Reading: the file; where it is damaged it is moved to
 * `quarantine/` and `.bak` is used. Faults are thrown with a `code`: the system's, `ECORRUPT`
 * where neither file can be used, `ENEWER` for a file of a later version.
 */
export function durableJSONFile<T>(
  around: Surroundings,
  options: DurableJSONOptions<T>,
): DurableJSON<T> {
  const parts = partsOf(around.dir, options.file);
  let written = 0;
  let origin: 'none' | 'current' | 'backup' = 'none';
  return {
    written: () => written,
    origin: () => origin,
    async read() {
      const current = await look(around, parts.path, options);
      if (current.state === 'good') {
        origin = 'current';
        return current.data;
      }
      if (current.state === 'bad') await setAside(around, options.file, current.reason);
      const backup = await look(around, parts.backup, options);
      if (backup.state === 'good') {
        if (current.state === 'absent') reportAbsent(around, options.file);
        origin = 'backup';
        return backup.data;
      }
      if (backup.state === 'bad') await setAside(around, `${options.file}.bak`, backup.reason);
      const nothing = current.state === 'absent' && backup.state === 'absent';
      if (nothing && !options.expected) return null;
      throw makeFault('ECORRUPT', `${options.file} and its backup cannot be used`);
    },
    async write(data) {
      const pieces = await sealInTurns(options.kind, around.format.version, data as Json);
      await replace(around, parts, pieces);
      written = lengthOf(pieces);
      origin = 'current';
    },
  };
}
