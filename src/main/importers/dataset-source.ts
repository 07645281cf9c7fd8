import { open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { DatasetInput, Format, InputFile } from '../../core/formats/format.ts';
import { FORMATS, findFormat } from '../../core/formats/index.ts';
import { isAnnotatedParquet } from '../../core/formats/parquet/read.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { fileInMemory, fileOnDisk } from './dataset-files.ts';
import { describeBytes } from './limits.ts';
import { looksLikeArticleLines } from './sniff-several.ts';
import { isZip, readZip } from './zip-entries.ts';

/** A dataset that was found in a file, and how it is read. */
export interface DatasetPart {
  readonly format: Format;
  readonly input: DatasetInput;
}

/** Bytes of a file by which its format is told. */
const SAMPLE_BYTES = 4096;
const MOST_BYTES = 256 * 1024 * 1024;
const ZIP_MAGIC = 'PK\u0003\u0004';

/** A file's beginning, bytes that are no UTF-8 replaced; empty where it cannot be read. */
async function sampleOf(file: string): Promise<string> {
  try {
    // Opening a pipe would wait for somebody to write to it.
    if (!(await stat(file)).isFile()) return '';
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(
        Buffer.alloc(SAMPLE_BYTES),
        0,
        SAMPLE_BYTES,
        0,
      );
      return buffer.subarray(0, bytesRead).toString('utf8');
    } finally {
      await handle.close();
    }
  } catch {
    // Whoever reads the whole file will say why it cannot be read.
    return '';
  }
}

/** The format that claims a file by its beginning; the first where two do. */
function claimedBy(sample: string, name: string): Format | undefined {
  return FORMATS.find(({ read, sniff }) => read !== undefined && sniff(sample, name));
}

function isArchive(sample: string, file: string): boolean {
  const extension = path.extname(file).toLowerCase();
  const isKnown =
    extension === '.zip' ||
    FORMATS.some((one) => one.layout === 'zip' && one.extensions.includes(extension));
  return isKnown && sample.startsWith(ZIP_MAGIC);
}

/** True when a file holds annotated articles in a format that can be read, or is a zip of them. */
export async function isDataset(file: string): Promise<boolean> {
  const sample = await sampleOf(file);
  const format = claimedBy(sample, path.basename(file));
  if (format?.id === 'parquet') return holdsAnnotatedRows(file);
  if (format !== undefined) return true;
  if (isArchive(sample, file)) return (await isZip(file)) ? holdsDataset(file) : true;
  return path.extname(file).toLowerCase() === '.jsonl' && !looksLikeArticleLines(sample);
}

/** True for a Parquet file with columns of annotations; one without is a table of articles. */
async function holdsAnnotatedRows(file: string): Promise<boolean> {
  try {
    return isAnnotatedParquet(await readFile(file));
  } catch {
    // Whoever reads the whole file will say why it cannot be read.
    return false;
  }
}

/** True for a zip with a file in a format of annotated articles; one without is of plain articles. */
async function holdsDataset(file: string): Promise<boolean> {
  const parts = await zipDataset(file, undefined);
  return parts.ok;
}

/** Extensions of the files that may hold a dataset, with their dot. */
export function datasetExtensions(): ReadonlySet<string> {
  const readable = FORMATS.filter(({ read }) => read !== undefined);
  return new Set(['.zip', ...readable.flatMap(({ extensions }) => extensions)]);
}

/** Files of this name may have others that belong to them. */
function mayHaveCompanions(file: string): boolean {
  const extension = path.extname(file).toLowerCase();
  return FORMATS.some((one) => one.companions !== undefined && one.extensions.includes(extension));
}

/** The files without those that are read together with another one of them. */
export async function withoutCompanions(files: readonly string[]): Promise<readonly string[]> {
  const taken = new Set<string>();
  for (const file of files) {
    if (!mayHaveCompanions(file)) continue;
    const format = claimedBy(await sampleOf(file), path.basename(file));
    for (const name of format?.companions?.(path.basename(file)) ?? []) {
      taken.add(path.join(path.dirname(file), name));
    }
  }
  return taken.size === 0 ? files : files.filter((file) => !taken.has(file));
}

async function onDisk(name: string, file: string): Promise<InputFile | undefined> {
  try {
    const found = await stat(file);
    return found.isFile() ? fileOnDisk(name, file, found.size) : undefined;
  } catch {
    // A companion need not be there.
    return undefined;
  }
}

async function fileDataset(
  file: string,
  format: Format,
): Promise<Result<readonly DatasetPart[], string>> {
  const name = path.basename(file);
  const main = await onDisk(name, file);
  if (main === undefined) return err('It is not there any more, or is no file.');
  const names = format.companions?.(name) ?? [];
  const others = await Promise.all(
    names.map((other) => onDisk(other, path.join(path.dirname(file), other))),
  );
  const files = [main, ...others.filter((one) => one !== undefined)];
  const size = files.reduce((sum, one) => sum + one.size, 0);
  if (size > MOST_BYTES) {
    return err(
      `It has ${describeBytes(size)}; at most ${describeBytes(MOST_BYTES)} are read at once. Split it.`,
    );
  }
  return ok([{ format, input: { main, files } }]);
}

/** The files of an archive that belong to one of them. */
function companionsIn(main: InputFile, format: Format, all: readonly InputFile[]): InputFile[] {
  if (format.layout === 'zip') return [...all];
  const folder = path.posix.dirname(main.path);
  const names = new Set(
    (format.companions?.(path.posix.basename(main.path)) ?? []).map((name) =>
      path.posix.join(folder, name),
    ),
  );
  return all.filter((one) => one === main || names.has(one.path));
}

function annotatedParquet(file: InputFile): boolean {
  try {
    return isAnnotatedParquet(file.bytes());
  } catch {
    // A damaged one is told by whoever reads it as a table.
    return false;
  }
}

/**
 * The datasets among files that lie together, each with the files that belong to it.
 * @param asked the only format that is looked for, where one is named
 */
export function datasetsAmong(all: readonly InputFile[], asked?: Format): readonly DatasetPart[] {
  const parts: DatasetPart[] = [];
  const taken = new Set<InputFile>();
  const claimed = all.map((main) => {
    const sample = Buffer.from(main.bytes().subarray(0, SAMPLE_BYTES)).toString('utf8');
    const found = claimedBy(sample, path.posix.basename(main.path));
    const isTable = found?.id === 'parquet' && asked === undefined && !annotatedParquet(main);
    return { main, found: isTable ? undefined : found };
  });
  // What a project holds in other formats belongs to the project.
  const isWhole = ({ found }: (typeof claimed)[number]): boolean => found?.layout === 'zip';
  for (const { main, found } of [
    ...claimed.filter(isWhole),
    ...claimed.filter((one) => !isWhole(one)),
  ]) {
    if (taken.has(main) || found === undefined || (asked !== undefined && found !== asked))
      continue;
    const files = companionsIn(main, found, all);
    for (const one of files) taken.add(one);
    parts.push({ format: found, input: { main, files } });
  }
  return parts;
}

async function zipDataset(
  file: string,
  asked: Format | undefined,
): Promise<Result<readonly DatasetPart[], string>> {
  const entries = await readZip(file);
  if (!entries.ok) return entries;
  const all = entries.value.map(({ path: name, bytes }) => fileInMemory(name, bytes));
  const parts = datasetsAmong(all, asked);
  if (parts.length > 0) return ok(parts);
  return err('It is a zip without a file in a format of annotated articles that can be read.');
}

/**
 * The datasets in a file: one, or those of a zip. The error says in words why there is none.
 * @param asked id of the format it is in, whatever it looks like
 */
export async function datasetsIn(
  file: string,
  asked?: string,
): Promise<Result<readonly DatasetPart[], string>> {
  const chosen = asked === undefined ? undefined : findFormat(asked);
  const sample = await sampleOf(file);
  if (isArchive(sample, file)) return zipDataset(file, chosen);
  const format = chosen ?? claimedBy(sample, path.basename(file)) ?? findFormat('jsonl');
  return format === undefined
    ? err('It is in no format that can be read.')
    : fileDataset(file, format);
}
