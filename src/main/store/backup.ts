import { z } from 'zod';
import { err, ok, type Result } from '../../core/result.ts';
import { type Disk, type DiskFile, makeFolders, readStretch, writeAll } from './disk.ts';
import {
  isTemporaryName,
  type Surroundings,
  temporaryName,
  writeTemporary,
} from './durable-json.ts';
import { fromFault, refuse, type StoreError } from './errors.ts';
import { inParallel } from './in-parallel.ts';
import {
  ARTICLES_FOLDER,
  BACKUPS_FOLDER,
  HISTORY_FOLDER,
  LOG_FOLDER,
  PROJECT_FILE,
} from './layout.ts';

/** Names the files of a backup; written last, so that a backup without it was never finished. */
const MANIFEST = 'manifest.json';

/** What a backup holds. */
export interface Manifest {
  /** Path within the project → bytes. The files carry their own checksums. */
  readonly files: { readonly [file: string]: number };
}

const manifestSchema = z.looseObject({ files: z.record(z.string(), z.int().nonnegative()) });

const FOLDERS = [ARTICLES_FOLDER, 'layers', 'gold', 'review', HISTORY_FOLDER, LOG_FOLDER];
const COPY_BYTES = 1 << 20;
const AT_A_TIME = 8;

/** What copying needs. */
type Place = Pick<Surroundings, 'disk' | 'dir' | 'random'>;

async function* filesIn(disk: Disk, dir: string, folder: string): AsyncGenerator<string> {
  for (const name of await disk.list(`${dir}/${folder}`)) {
    const file = `${folder}/${name}`;
    const stat = isTemporaryName(name) ? undefined : await disk.stat(`${dir}/${file}`);
    if (stat?.folder === true) yield* filesIn(disk, dir, file);
    else if (stat !== undefined) yield file;
  }
}

/** Every file that makes the project; not what was set aside, and not other backups. */
async function projectFiles(disk: Disk, dir: string): Promise<readonly string[]> {
  const files: string[] = [];
  for (const file of [PROJECT_FILE, `${PROJECT_FILE}.bak`]) {
    if ((await disk.stat(`${dir}/${file}`)) !== undefined) files.push(file);
  }
  for (const folder of FOLDERS) {
    for await (const file of filesIn(disk, dir, folder)) files.push(file);
  }
  return files;
}

/** Copies all bytes, piece by piece. @returns how many */
async function pour(source: DiskFile, target: DiskFile): Promise<number> {
  let position = 0;
  for (;;) {
    const bytes = await readStretch(source, position, COPY_BYTES);
    if (bytes.length === 0) return position;
    await writeAll(target, bytes, position);
    position += bytes.length;
  }
}

/** Copies a file under a new name and makes its content last. @returns bytes */
async function copy(disk: Disk, from: string, to: string): Promise<number> {
  const source = await disk.open(from, 'read');
  try {
    const target = await disk.open(to, 'create');
    try {
      const bytes = await pour(source, target);
      await target.sync();
      return bytes;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** True for files that are added to; all others are only ever replaced by new ones. */
function grows(file: string): boolean {
  return file.startsWith(`${LOG_FOLDER}/`);
}

/** Gives the file a second name, where it cannot change under it and the disk can do it. */
async function linkOrCopy(disk: Disk, file: string, from: string, to: string): Promise<number> {
  if (grows(file)) return copy(disk, from, to);
  try {
    await disk.link(from, to);
  } catch (fault) {
    // Not every file system has links, and none has them to another one.
    fromFault(fault, file);
    return copy(disk, from, to);
  }
  return (await disk.stat(to))?.size ?? 0;
}

function folderOf(file: string): readonly string[] {
  return file.split('/').slice(0, -1);
}

/** Puts files into a folder and makes them and their names last. @returns bytes by file */
async function gather(
  disk: Disk,
  files: readonly string[],
  target: string,
  put: (file: string) => Promise<number>,
): Promise<Manifest['files']> {
  const folders = new Set(['']);
  for (const file of files) {
    const segments = folderOf(file);
    await makeFolders(disk, target, segments);
    folders.add(segments.length === 0 ? '' : `/${segments.join('/')}`);
  }
  const sizes = new Map<string, number>();
  await inParallel(files, AT_A_TIME, async (file) => {
    sizes.set(file, await put(file));
  });
  for (const folder of folders) await disk.syncFolder(`${target}${folder}`);
  return Object.fromEntries(files.map((file) => [file, sizes.get(file) ?? 0]));
}

/** A name under `backups/` that is free. */
async function freeName({ disk, dir }: Place, name: string): Promise<string> {
  const taken = new Set(await disk.list(`${dir}/${BACKUPS_FOLDER}`));
  for (let number = 2, free = name; ; number += 1) {
    if (!taken.has(free)) return free;
    free = `${name}-${number}`;
  }
}

/**
 * Copies the project as it is on disk to `backups/<name>/`, so that it lasts. The caller holds the
 * lock and nothing is being written. Throws the disk's faults.
 * @param name a number is added where it is taken
 * @returns the backup's folder within the project
 */
export async function backUp(place: Place, name: string): Promise<string> {
  const { disk, dir, random } = place;
  const free = await freeName(place, name);
  const target = await makeFolders(disk, dir, [BACKUPS_FOLDER, free]);
  const files = await gather(disk, await projectFiles(disk, dir), target, (file) =>
    linkOrCopy(disk, file, `${dir}/${file}`, `${target}/${file}`),
  );
  const manifest: Manifest = { files };
  const temporary = `${target}/${temporaryName(MANIFEST, random)}`;
  await writeTemporary(disk, temporary, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
  await disk.rename(temporary, `${target}/${MANIFEST}`);
  await disk.syncFolder(target);
  return `${BACKUPS_FOLDER}/${free}`;
}

/** What a backup holds; refused where it was never finished or lacks something. */
async function readManifest(disk: Disk, from: string): Promise<Result<Manifest, StoreError>> {
  if ((await disk.stat(`${from}/${MANIFEST}`)) === undefined) {
    return refuse('missing', `${from} is not a finished backup.`, MANIFEST);
  }
  const text = Buffer.from(await disk.readFile(`${from}/${MANIFEST}`)).toString('utf8');
  let manifest: Manifest;
  try {
    manifest = manifestSchema.parse(JSON.parse(text));
  } catch {
    return refuse('corrupt', `${from}/${MANIFEST} cannot be read.`, MANIFEST);
  }
  for (const [file, bytes] of Object.entries(manifest.files)) {
    if ((await disk.stat(`${from}/${file}`))?.size === bytes) continue;
    return refuse('corrupt', `${file} of this backup is missing or has another length.`, file);
  }
  return ok(manifest);
}

/**
 * Makes a project of a backup, in a folder that does not exist yet or is empty; never in place of
 * another. The backup stays as it is.
 * @param from the backup's folder @param to the new project's folder
 */
export async function restoreBackup(
  disk: Disk,
  from: string,
  to: string,
): Promise<Result<void, StoreError>> {
  try {
    const manifest = await readManifest(disk, from);
    if (!manifest.ok) return manifest;
    const created = await disk.makeFolder(to);
    if (!created && (await disk.list(to)).length > 0) {
      return refuse('exists', `${to} is not empty; a project needs a folder of its own.`);
    }
    await disk.syncFolder(to.slice(0, to.lastIndexOf('/')));
    // `project.json` comes last: without it, what is there is no project yet.
    const files = Object.keys(manifest.value.files).filter((file) => file !== PROJECT_FILE);
    const put = (file: string) => copy(disk, `${from}/${file}`, `${to}/${file}`);
    await gather(disk, files, to, put);
    await gather(disk, [PROJECT_FILE], to, put);
    return ok(undefined);
  } catch (fault) {
    return err(fromFault(fault, to));
  }
}
