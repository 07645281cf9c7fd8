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
import type {
  ExportArticle,
  FilePiece,
  Format,
  ReadOptions,
} from '../../src/core/formats/format.ts';
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
  /** CPU that `JSON` took for native lines of the same articles, in milliseconds. */
  readonly same: number;
  /** Most memory the process held, MB. */
  readonly peak: number;
  readonly articles: number;
}

const MB = 1e6;
/** Articles that are measured together: to ask for the time costs some, too. */
const BATCH = 100;
type Articles = readonly ExportArticle[];

const NATIVE = findFormat('jsonl')?.write?.(FACTS, { offsetUnit: 'codePoint' }, lossLog());

function nativeLines(articles: Articles): readonly string[] {
  return articles.map((one) =>
    Array.from(NATIVE?.article(one) ?? [], ({ data }) => String(data)).join(''),
  );
}

function articlesFrom(first: number, count: number): Articles {
  return Array.from({ length: count }, (_, index) => articleNumber(first + index));
}

/** Throws away what was made before, so that what is measured next pays for its own garbage only. */
function clean(): void {
  globalThis.gc?.({ type: 'minor' });
}

/** What the process has used of the processors, in milliseconds: other work on the machine is not in it. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What `JSON` itself does with native lines: measured in turns with the format, so that both have the same machine. */
interface Limit {
  readonly of: (articles: Articles) => void;
  /** MB for each second of CPU. */
  readonly rate: () => number;
  /** CPU so far, in milliseconds. */
  readonly took: () => number;
}

function limitOf(side: 'export' | 'import'): Limit {
  let seen = 0;
  let bytes = 0;
  let took = 0;
  return {
    of: (articles) => {
      const lines = nativeLines(articles);
      const values = side === 'export' ? lines.map((line) => JSON.parse(line) as unknown) : [];
      clean();
      const start = cpu();
      if (side === 'export') for (const value of values) seen += JSON.stringify(value).length;
      else for (const line of lines) seen += Number(JSON.parse(line) !== null);
      took += cpu() - start;
      for (const line of lines) bytes += Buffer.byteLength(line);
    },
    rate: () => {
      if (seen === 0) throw new Error('nothing was measured');
      return bytes / MB / (took / 1000);
    },
    took: () => took,
  };
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
    clean();
    const start = cpu();
    const made = make();
    milliseconds += cpu() - start;
    for (const piece of made) out.add(piece);
  };
  for (let number = 0; number < articles; number += BATCH) {
    const batch = articlesFrom(number, Math.min(BATCH, articles - number));
    timed(() => batch.flatMap((article) => [...writer.article(article)]));
    limit.of(batch);
  }
  timed(() => [...writer.end()]);
  out.close();
  return {
    bytes: out.bytes(),
    milliseconds,
    limit: limit.rate(),
    same: limit.took(),
    peak: peak(),
    articles,
  };
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

/** Reads each dataset of a folder; articles are let go of as they come. @param each is told of each */
async function readAll(
  format: Format,
  folder: string,
  files: readonly string[],
  each: () => void,
): Promise<number> {
  let articles = 0;
  const count = (results: Iterable<{ readonly ok: boolean }>): void => {
    for (const result of results) {
      if (!result.ok) throw new Error(JSON.stringify(result));
      articles += 1;
      each();
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
  let seen = 0;
  let others = 0;
  const start = cpu();
  const articles = await readAll(format, folder, files, () => {
    seen += 1;
    if (seen % BATCH !== 0) return;
    const before = cpu();
    limit.of(articlesFrom(seen - BATCH, BATCH));
    others += cpu() - before;
  });
  const milliseconds = cpu() - start - others;
  if (seen < BATCH) limit.of(articlesFrom(0, seen));
  return { bytes, milliseconds, limit: limit.rate(), same: limit.took(), peak: peak(), articles };
}

const [side = '', id = '', count = '0', folder = ''] = process.argv.slice(2);
const format = findFormat(id);
if (format === undefined) throw new Error(`no format ${id}`);
const measured =
  side === 'export'
    ? measureExport(format, Number(count), folder)
    : await measureImport(format, folder);
process.stdout.write(`${JSON.stringify(measured)}\n`);
