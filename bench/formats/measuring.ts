import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { FilePiece, Format, ReadOptions } from '../../src/core/formats/format.ts';
import { findFormat } from '../../src/core/formats/index.ts';
import { lossLog } from '../../src/core/formats/loss.ts';
import { fileOnDisk } from '../../src/main/importers/dataset-files.ts';
import { datasetsIn, withoutCompanions } from '../../src/main/importers/dataset-source.ts';
import { articleNumber, FACTS, sha256 } from './news.ts';

/** What one process measured. */
interface Measured {
  /** Of the dataset's files. */
  readonly bytes: number;
  readonly milliseconds: number;
  /** MB/s of `JSON.stringify` or `JSON.parse` on native lines of the same articles, in this process. */
  readonly limit: number;
  /** Most memory the process held, MB. */
  readonly peak: number;
  readonly articles: number;
}

const MB = 1e6;
const REPEATS = 60;
/** Articles that are measured together: to ask for the time costs some, too. */
const BATCH = 100;
/** Native lines of these many articles measure the limit. */
const LIMIT_ARTICLES = 300;

function nativeLines(): readonly string[] {
  const native = findFormat('jsonl');
  const writer = native?.write?.(FACTS, { offsetUnit: 'codePoint' }, lossLog());
  return Array.from({ length: LIMIT_ARTICLES }, (_, number) =>
    Array.from(writer?.article(articleNumber(number)) ?? [], ({ data }) => String(data)).join(''),
  );
}

/** What the process has used of the processors, in milliseconds: other work on the machine is not in it. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Passes over the same lines, the first of which warms up; MB of them for each second of CPU. */
function limitOf(side: 'export' | 'import'): number {
  const lines = nativeLines();
  const values = lines.map((line) => JSON.parse(line) as unknown);
  const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
  let seen = 0;
  const pass = (): void => {
    if (side === 'export') for (const value of values) seen += JSON.stringify(value).length;
    else for (const line of lines) seen += Number(JSON.parse(line) !== null);
  };
  pass();
  const start = cpu();
  for (let count = 0; count < REPEATS; count += 1) pass();
  const took = cpu() - start;
  if (seen === 0) throw new Error('nothing was measured');
  return (REPEATS * bytes) / MB / (took / 1000);
}

/** The most memory the process held, MB: what `getrusage` says begins with that of its parent. */
function peak(): number {
  const own = /VmHWM:\s+(\d+) kB/.exec(readStatus())?.[1];
  return own === undefined ? process.resourceUsage().maxRSS / 1000 : Number(own) / 1000;
}

function readStatus(): string {
  try {
    return readFileSync('/proc/self/status', 'utf8');
  } catch {
    // Another system: the other number is taken.
    return '';
  }
}

/** Files of a dataset on the disk, as the export lays them. */
function sink(folder: string, format: Format) {
  const open = new Map<string, number>();
  const own = `data${format.extensions[0] ?? ''}`;
  let bytes = 0;
  return {
    bytes: () => bytes,
    add({ path: relative, data }: FilePiece): void {
      const buffer = typeof data === 'string' ? Buffer.from(data) : data;
      const name =
        relative === ''
          ? own
          : relative.includes('/') || format.layout !== 'file'
            ? relative
            : `data.${relative}`;
      const file = path.join(folder, name);
      let handle = open.get(file);
      if (handle === undefined) {
        mkdirSync(path.dirname(file), { recursive: true });
        handle = openSync(file, 'a');
        open.set(file, handle);
        // A folder of an article's files each must not hold them all open.
        const [oldest] = open;
        if (open.size > 100 && oldest !== undefined) {
          closeSync(oldest[1]);
          open.delete(oldest[0]);
        }
      }
      writeSync(handle, buffer);
      bytes += buffer.length;
    },
    close: (): void => {
      for (const handle of open.values()) closeSync(handle);
    },
  };
}

function measureExport(format: Format, articles: number, folder: string): Measured {
  const limit = limitOf('export');
  const out = sink(folder, format);
  const writer = format.write?.(FACTS, { offsetUnit: format.offsetUnit }, lossLog());
  if (writer === undefined) throw new Error(`${format.id} is not written`);
  let milliseconds = 0;
  /** Only the making of pieces is counted, not where they go. */
  const timed = (make: () => FilePiece[]): void => {
    const start = cpu();
    const made = make();
    milliseconds += cpu() - start;
    for (const piece of made) out.add(piece);
  };
  for (let number = 0; number < articles; number += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, articles - number) }, (_, index) =>
      articleNumber(number + index),
    );
    timed(() => batch.flatMap((article) => [...writer.article(article)]));
  }
  timed(() => [...writer.end()]);
  out.close();
  return { bytes: out.bytes(), milliseconds, limit, peak: peak(), articles };
}

function allFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

const OPTIONS: ReadOptions = {
  sha256,
  analyst: 'Ana',
  at: '2026-11-22T10:00:00.000Z',
  codebookVersion: 1,
  origin: { kind: 'import' },
};

/** Reads each dataset of a folder; articles are let go of as they come. */
async function readAll(format: Format, folder: string, files: readonly string[]): Promise<number> {
  let articles = 0;
  const count = (results: Iterable<{ readonly ok: boolean }>): void => {
    for (const result of results) {
      if (!result.ok) throw new Error(JSON.stringify(result));
      articles += 1;
    }
  };
  if (format.layout === 'zip') {
    const inputs = files.map((file) =>
      fileOnDisk(path.relative(folder, file), file, statSync(file).size),
    );
    const main = inputs.find(({ path: name }) => name.endsWith('.qde')) ?? inputs[0];
    if (main !== undefined) count(format.read?.({ main, files: inputs }, OPTIONS) ?? []);
    return articles;
  }
  const claimed = await withoutCompanions(files);
  for (const file of claimed.filter((one) => format.extensions.some((end) => one.endsWith(end)))) {
    const parts = await datasetsIn(file, format.id);
    if (!parts.ok) throw new Error(parts.error);
    for (const { input } of parts.value) count(format.read?.(input, OPTIONS) ?? []);
  }
  return articles;
}

async function measureImport(format: Format, folder: string): Promise<Measured> {
  const limit = limitOf('import');
  const files = allFiles(folder);
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const start = cpu();
  const articles = await readAll(format, folder, files);
  return { bytes, milliseconds: cpu() - start, limit, peak: peak(), articles };
}

const [side = '', id = '', count = '0', folder = ''] = process.argv.slice(2);
const format = findFormat(id);
if (format === undefined) throw new Error(`no format ${id}`);
const measured =
  side === 'export'
    ? measureExport(format, Number(count), folder)
    : await measureImport(format, folder);
process.stdout.write(`${JSON.stringify(measured)}\n`);
