import { mkdir, readdir, readFile, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { reasonIn } from '../../core/fault-words.ts';

/** The file by which a dataset is known as one of ours, which may be replaced. */
export const MANIFEST = 'manifest.json';

/** Name of the file that says to people what a dataset is; the {@link MANIFEST} says it to programs. */
export const DATASHEET = 'datasheet.md';

/** The name of a file beside the dataset's own: `x.jsonl` and `config.xml` give `x.config.xml`. */
export function besideName(own: string, relative: string): string {
  return `${path.basename(own, path.extname(own))}.${relative.replaceAll('/', '.')}`;
}

/** Where a file beside the dataset's own stands, absolute. */
export function besidePlace(target: string, relative: string): string {
  return path.join(path.dirname(target), besideName(target, relative));
}

/** True where something has this name. */
export async function isThere(place: string): Promise<boolean> {
  return stat(place).then(
    () => true,
    () => false,
  );
}

/** The files that a manifest of ours says are in its dataset, and itself; none where it is not ours. */
async function filesOfOurs(manifest: string): Promise<readonly string[]> {
  try {
    const { kind, files } = JSON.parse(await readFile(manifest, 'utf8')) as {
      readonly kind?: unknown;
      readonly files?: object;
    };
    return kind === 'verbale-dataset' ? [MANIFEST, DATASHEET, ...Object.keys(files ?? {})] : [];
  } catch {
    // There is none, or it is no JSON.
    return [];
  }
}

/** Why a folder of files cannot be written to `out`, if it cannot: only a dataset of ours is replaced. */
export async function folderProblem(out: string): Promise<string | undefined> {
  try {
    const entries = await readdir(out, { recursive: true, withFileTypes: true });
    const ours = new Set(await filesOfOurs(path.join(out, MANIFEST)));
    const other = entries
      .filter((entry) => !entry.isDirectory())
      .map(({ parentPath, name }) => path.relative(out, path.join(parentPath, name)))
      .find((file) => !ours.has(file.replaceAll(path.sep, '/')));
    return other === undefined
      ? undefined
      : `${out} is a folder with other files in it, such as ${other}. Nothing was written. Name a new folder.`;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    return code === 'ENOTDIR'
      ? `${out} is a file, and this format is a folder of files. Nothing was written. Name a folder, or a .zip.`
      : `Nothing was written to ${out}: ${reasonIn(cause)}`;
  }
}

/** The places beside `target` that an older dataset of ours has there, as its manifest says. */
async function oursBeside(target: string): Promise<ReadonlySet<string>> {
  const names = await filesOfOurs(besidePlace(target, MANIFEST));
  return new Set(names.map((name) => besidePlace(target, name)));
}

/**
 * Why a dataset must not be put in its places, if it must not: the file that was named is replaced, as
 * one expects of `--out`, and what belonged to a dataset of ours there; nobody named the others.
 */
export async function placesProblem(
  target: string,
  places: readonly string[],
): Promise<string | undefined> {
  const ours = await oursBeside(target);
  for (const place of places) {
    if (place === target || ours.has(place) || !(await isThere(place))) continue;
    return `${place} is there, and is of no dataset of Verbale at ${target}. It would have been replaced by a file that goes with the dataset. Nothing was written. Name another file, or move that one away.`;
  }
  return undefined;
}

/** A folder that was made, with those above it that were missing. */
export interface MadeFolder {
  /** The first of the folders that were missing above it; `undefined` where there were all. */
  readonly above: string | undefined;
  /** Removes the folder with all in it, and those above it that were made and are empty. */
  readonly remove: () => Promise<void>;
}

/**
 * Makes a folder and those above it that are missing; the first that had to be made, if any. Step by
 * step, because Node's own `recursive` never ends where a system has no place for any, as in `/proc`.
 */
async function makeWay(folder: string): Promise<string | undefined> {
  try {
    await mkdir(folder);
    return folder;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EEXIST') return undefined;
    const parent = path.dirname(folder);
    if (code !== 'ENOENT' || parent === folder || (await isThere(parent))) throw cause;
    const above = await makeWay(parent);
    await mkdir(folder);
    return above;
  }
}

/** Makes a folder in the folder `parent`, and remembers what of the way there had to be made. */
export async function makeFolder(parent: string, folder: string): Promise<MadeFolder> {
  const above = await makeWay(parent);
  await makeWay(folder);
  return {
    above,
    async remove() {
      await rm(path.join(parent, path.relative(parent, folder).split(path.sep)[0] ?? ''), {
        recursive: true,
        force: true,
      });
      if (above === undefined) return;
      try {
        for (let one = parent; one.startsWith(above); one = path.dirname(one)) await rmdir(one);
      } catch {
        // Somebody has put something there meanwhile: it stays.
      }
    },
  };
}
