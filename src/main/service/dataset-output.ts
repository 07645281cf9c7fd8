import { randomBytes } from 'node:crypto';
import { appendFile, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { reasonIn } from '../../core/fault-words.ts';
import type { FilePiece, Format } from '../../core/formats/format.ts';
import { err, ok, type Result } from '../../core/result.ts';
import {
  besideName,
  besidePlace,
  folderProblem,
  isThere,
  type MadeFolder,
  makeFolder,
  placesProblem,
} from './dataset-places.ts';
import { zipFolder } from './zip-folder.ts';

/** Where the files of a dataset are, absolute. */
export interface Finished {
  /** The dataset's own. */
  readonly files: readonly string[];
  /** About it, where they are not in its folder. */
  readonly beside: readonly string[];
  /** Files, or the dataset's folder, that stood in one of its places before. */
  readonly replaced: readonly string[];
  /** The first of the folders that had to be made to reach its place. */
  readonly madeFolder: string | undefined;
}

/** Where a dataset is put together, out of sight until it is whole. */
export interface DatasetOutput {
  readonly add: (piece: FilePiece) => Promise<void>;
  /** Adds a file that is about the dataset: in its folder, or beside it where it is one file. */
  readonly addBeside: (name: string, text: string) => Promise<void>;
  /** The dataset's files so far: absolute, by path. */
  readonly written: () => Promise<ReadonlyMap<string, string>>;
  /** Puts the dataset in its place; refused in words where a file that nobody named would be replaced. */
  readonly finish: () => Promise<Result<Finished, string>>;
  /** Leaves nothing behind. */
  readonly abandon: () => Promise<void>;
}

/** Bytes that wait in memory before they go to the disk, in one file and in all. */
const FLUSH_ONE = 1 << 18;
const FLUSH_ALL = 1 << 22;

interface Waiting {
  pieces: Uint8Array[];
  bytes: number;
}

/** Every name of a path, as any system takes it; a format that breaks this has a bug. */
function checked(relative: string): string {
  const isSafe = relative
    .split('/')
    .every((name) => name !== '' && name !== '.' && name !== '..' && !/[\\:\0]/.test(name));
  if (!isSafe) throw new Error(`a format named a file ${JSON.stringify(relative)}`);
  return relative;
}

/** Writes pieces into a folder; small ones are gathered. */
function folderWriter(folder: string, own: string) {
  const waiting = new Map<string, Waiting>();
  const folders = new Set<string>([folder]);
  const files = new Map<string, string>();
  let total = 0;
  const flush = async (name: string, { pieces, bytes }: Waiting): Promise<void> => {
    const file = path.join(folder, name);
    const parent = path.dirname(file);
    if (!folders.has(parent)) {
      await mkdir(parent, { recursive: true });
      folders.add(parent);
    }
    await appendFile(file, Buffer.concat(pieces));
    total -= bytes;
    waiting.delete(name);
  };
  const flushAll = async (): Promise<void> => {
    for (const [name, one] of waiting) await flush(name, one);
  };
  return {
    files,
    flushAll,
    async add({ path: relative, data }: FilePiece): Promise<void> {
      const name = relative === '' ? own : checked(relative);
      files.set(relative, path.join(folder, name));
      const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
      const one = waiting.get(name) ?? { pieces: [], bytes: 0 };
      one.pieces.push(bytes);
      one.bytes += bytes.length;
      total += bytes.length;
      waiting.set(name, one);
      if (one.bytes >= FLUSH_ONE) await flush(name, one);
      else if (total >= FLUSH_ALL) await flushAll();
    },
  };
}

/** Makes sure that what a file holds is on the disk before its name is. */
async function settle(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Takes the place of a dataset of ours that stood there before; anything else is left alone.
 * @returns whether there was one
 */
async function replaceFolder(made: string, out: string, half: string): Promise<boolean> {
  const before = `${half}.before`;
  const stood = await readdir(out).then(
    () => rename(out, before).then(() => true),
    () => false,
  );
  await rename(made, out);
  if (stood) await rm(before, { recursive: true, force: true });
  return stood;
}

async function isFolder(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

interface Place {
  readonly kind: 'file' | 'folder' | 'zip';
  /** Absolute. */
  readonly out: string;
}

/** Where a dataset goes, by its layout and by what was named. */
async function placeFor(out: string, format: Format): Promise<Result<Place, string>> {
  const extension = format.extensions[0] ?? `.${format.id}`;
  const inFolder = async (end: string): Promise<string> =>
    (await isFolder(out)) ? path.join(out, `annotations${end}`) : out;
  if (format.layout === 'file') return ok({ kind: 'file', out: await inFolder(extension) });
  if (format.layout === 'zip') return ok({ kind: 'zip', out: await inFolder(extension) });
  if (path.extname(out).toLowerCase() === '.zip') return ok({ kind: 'zip', out });
  const problem = await folderProblem(out);
  return problem === undefined ? ok({ kind: 'folder', out }) : err(problem);
}

/** A file that is made, and where it belongs. */
type Placed = readonly [made: string, place: string];

interface Made {
  readonly kind: Place['kind'];
  /** Names of the parts that are files of their own; one that is empty is the whole. */
  readonly parts: readonly string[];
  readonly extension: string;
  readonly files: ReadonlyMap<string, string>;
  /** What is about the dataset, by name, where it is not in its folder. */
  readonly about: ReadonlyMap<string, string>;
  readonly half: string;
  readonly folder: string;
  readonly target: string;
}

function placedBeside(files: ReadonlyMap<string, string>, target: string): Placed[] {
  return Array.from(files, ([relative, file]) => [file, besidePlace(target, relative)]);
}

/** Zips each part, or the whole. */
async function makeZips({ files, parts, extension, half, target }: Made): Promise<Placed[]> {
  const made: Placed[] = [];
  for (const [index, part] of parts.entries()) {
    const own = Array.from(files).flatMap(([relative, file]): [string, string][] =>
      relative.startsWith(part === '' ? '' : `${part}/`)
        ? [[part === '' ? relative : relative.slice(part.length + 1), file]]
        : [],
    );
    const zip = path.join(half, `${index}.zip`);
    await zipFolder(new Map(own), zip);
    await settle(zip);
    const name = besideName(target, `${part}${extension}`);
    made.push([zip, part === '' ? target : path.join(path.dirname(target), name)]);
  }
  return made;
}

/** The dataset's own files, the one that was named first; a folder is one thing. */
async function placedOwn(made: Made): Promise<Placed[]> {
  const { kind, files, target } = made;
  if (kind === 'folder') return [];
  if (kind === 'zip') return makeZips(made);
  const own = files.get('');
  const others = new Map([...files].filter(([relative]) => relative !== ''));
  const beside = placedBeside(others, target);
  return own === undefined ? beside : [[own, target], ...beside];
}

/** Moves files to their places, the last first: the one that was named says that all are there. */
async function moveAll(placed: readonly Placed[]): Promise<string[]> {
  const replaced: string[] = [];
  const moved: string[] = [];
  try {
    for (const [file, place] of placed.toReversed()) {
      if (await isThere(place)) replaced.push(place);
      await rename(file, place);
      moved.push(place);
    }
  } catch (cause) {
    // Half of a dataset says nothing true about the project.
    for (const place of moved) await rm(place, { force: true });
    throw cause;
  }
  return replaced.toReversed();
}

/** Moves a whole dataset to its places, or leaves all as it was and says why. */
async function putInPlace(made: Made): Promise<Result<Omit<Finished, 'madeFolder'>, string>> {
  const { kind, files, about, half, folder, target } = made;
  const own = await placedOwn(made);
  const beside = placedBeside(about, target);
  const placed = [...own, ...beside];
  const problem = await placesProblem(
    target,
    placed.map(([, place]) => place),
  );
  if (problem !== undefined) return err(problem);
  const replaced = await moveAll(placed);
  if (kind === 'folder' && (await replaceFolder(folder, target, half))) replaced.push(target);
  const inFolder = Array.from(files.keys(), (relative) => path.join(target, relative));
  return ok({
    files: kind === 'folder' ? inFolder : own.map(([, place]) => place),
    beside: beside.map(([, place]) => place),
    replaced,
  });
}

/**
 * Opens a place for a dataset: a hidden folder beside `out`, which takes its name when all is whole.
 * @param out a file or folder, absolute; a folder of a `file` format is a place to put the file in
 * @param parts of a zipped format: names of the folders that become zips of their own
 */
export async function openOutput(
  out: string,
  format: Format,
  parts: readonly string[] = [],
): Promise<Result<DatasetOutput, string>> {
  const placed = await placeFor(out, format);
  if (!placed.ok) return placed;
  const { kind, out: target } = placed.value;
  const half = path.join(
    path.dirname(target),
    `.${path.basename(target)}.${randomBytes(4).toString('hex')}.part`,
  );
  const folder = path.join(half, 'files');
  let made: MadeFolder;
  try {
    made = await makeFolder(path.dirname(target), folder);
  } catch (cause) {
    return err(`Nothing was written to ${target}: ${reasonIn(cause)}`);
  }
  const pieces = folderWriter(folder, path.basename(target));
  const { files } = pieces;
  const about = new Map<string, string>();
  const isInside = format.layout === 'folder';
  const abandon = (): Promise<void> => made.remove();
  return ok({
    add: (piece) => pieces.add(piece),
    abandon,
    async addBeside(name, text) {
      if (isInside) return pieces.add({ path: name, data: text });
      const file = path.join(half, name);
      await writeFile(file, text);
      about.set(name, file);
    },
    async written() {
      await pieces.flushAll();
      return new Map(files);
    },
    async finish() {
      await pieces.flushAll();
      for (const file of [...files.values(), ...about.values()]) await settle(file);
      const zips = format.layout === 'zip' && parts.length > 0 ? parts : [''];
      const extension = format.extensions[0] ?? '';
      const whole = { kind, parts: zips, extension, files, about, half, folder, target };
      const done = await putInPlace(whole);
      if (!done.ok) {
        await abandon();
        return done;
      }
      await rm(half, { recursive: true, force: true });
      return ok({ ...done.value, madeFolder: made.above });
    },
  });
}
