import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
// oxlint-disable-next-line eslint/no-restricted-imports -- it is what we compare with
import { Low } from 'lowdb';
// oxlint-disable-next-line eslint/no-restricted-imports -- it is what we compare with
import { JSONFile } from 'lowdb/node';
import { addAnnotation } from '../../src/core/log/annotation-ops.ts';
import type { Disk, DiskFile } from '../../src/main/store/disk.ts';
import { nodeDisk } from '../../src/main/store/node-disk.ts';
import type { Store } from '../../src/main/store/store.ts';
import { ANALYST, annotation, fill, must, TEXT } from './project.ts';

const MEGABYTE = 1_000_000;
const ARTICLES_VISITED = 20;
const SAVES_AN_ARTICLE = 20;
/** One-file writes are slow: fewer of them where the file is large. */
const LOWDB_SAVES = { small: 30, large: 7 } as const;
/** What is promised: at 10 MB at most this part of lowdb's cost, and flat from 1 to 100 MB. */
const HIGHEST_RATIO = 0.05;
const HIGHEST_GROWTH = 2;

interface Times {
  readonly median: number;
  readonly p95: number;
}

interface Row {
  readonly megabytes: number;
  readonly articles: number;
  readonly ours: Times;
  /** Bytes written for each save, snapshots included. */
  readonly bytesEach: number;
  readonly lowdb: Times;
}

function times(milliseconds: readonly number[]): Times {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const part = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  return { median: part(0.5), p95: part(0.95) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The real disk, counting the bytes that are written. */
function countingDisk(): { readonly disk: Disk; readonly written: () => number } {
  const disk = nodeDisk();
  let written = 0;
  const counted = (file: DiskFile): DiskFile => ({
    ...file,
    async write(bytes, position) {
      const count = await file.write(bytes, position);
      written += count;
      return count;
    },
  });
  return {
    written: () => written,
    disk: { ...disk, open: async (file, mode) => counted(await disk.open(file, mode)) },
  };
}

async function bytesIn(dir: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += (await stat(path.join(entry.parentPath, entry.name))).size;
  }
  return bytes;
}

/** A project that is being measured. */
interface Subject {
  readonly megabytes: number;
  readonly store: Store;
  readonly articles: readonly string[];
  readonly written: () => number;
  readonly taken: number[];
}

async function prepare(folder: string, megabytes: number): Promise<Subject> {
  const dir = path.join(folder, `project-${megabytes}`);
  const { disk, written } = countingDisk();
  const { store, articles } = await fill(dir, disk, megabytes * MEGABYTE, () => bytesIn(dir));
  const before = written();
  return { megabytes, store, articles, written: () => written() - before, taken: [] };
}

/** One article's worth of work. Opening the article is not saving. */
async function visitArticle({ store, articles, taken }: Subject, visit: number): Promise<void> {
  const articleId = articles[(visit * 7_919) % articles.length] ?? '';
  must(await store.layer(articleId, ANALYST));
  for (let save = 0; save < SAVES_AN_ARTICLE; save += 1) {
    const draft = addAnnotation(annotation(articleId, 1_000 + visit * 100 + save));
    const work = async () => must(await store.commit(ANALYST, [draft], { label: 'Add' }));
    taken.push(await timed(work));
  }
}

/** The same texts and records in one file, written by lowdb after each change. */
async function measureLowdb(
  file: string,
  store: Store,
  articles: readonly string[],
): Promise<Times> {
  const data: Record<string, { text: string; records: Record<string, unknown> }> = {};
  for (const articleId of articles) {
    const layer = must(await store.layer(articleId, ANALYST));
    data[articleId] = { text: TEXT, records: Object.fromEntries(layer.get('annotation') ?? []) };
  }
  const low = new Low(new JSONFile<typeof data>(file), data);
  const saves = articles.length > 500 ? LOWDB_SAVES.large : LOWDB_SAVES.small;
  const taken: number[] = [];
  for (let save = 0; save < saves; save += 1) {
    const records = data[articles[save % articles.length] ?? '']?.records ?? {};
    records[`new${save}`] = annotation('a0', save);
    taken.push(await timed(() => low.write()));
  }
  return times(taken);
}

async function finish(folder: string, subject: Subject): Promise<Row> {
  const { megabytes, store, articles, written, taken } = subject;
  must(await store.checkpoint());
  const bytesEach = written() / taken.length;
  const lowdb = await measureLowdb(path.join(folder, `one-${megabytes}.json`), store, articles);
  must(await store.close());
  return { megabytes, articles: articles.length, ours: times(taken), bytesEach, lowdb };
}

function print(rows: readonly Row[]): void {
  console.table(
    rows.map(({ megabytes, articles, ours, bytesEach, lowdb }) => ({
      'at rest, MB': megabytes,
      articles,
      'ours, median ms': ours.median.toFixed(3),
      'ours, p95 ms': ours.p95.toFixed(3),
      'bytes a save': Math.round(bytesEach),
      'JSONFile, median ms': lowdb.median.toFixed(2),
      'JSONFile, p95 ms': lowdb.p95.toFixed(2),
      ratio: (ours.median / lowdb.median).toFixed(4),
    })),
  );
}

/** What is not as promised, in words. */
function broken(rows: readonly Row[]): readonly string[] {
  const found: string[] = [];
  const ten = rows.find(({ megabytes }) => megabytes === 10);
  if (ten !== undefined && ten.ours.median / ten.lowdb.median > HIGHEST_RATIO) {
    found.push(`At 10 MB one save costs more than ${HIGHEST_RATIO} of JSONFile's.`);
  }
  const medians = rows.map(({ ours }) => ours.median);
  if (Math.max(...medians) > HIGHEST_GROWTH * Math.min(...medians)) {
    found.push(`The cost of one save grows more than ${HIGHEST_GROWTH} times with the project.`);
  }
  return found;
}

const [folder = '', ...asked] = process.argv.slice(2);
const sizes = asked.length > 0 ? asked.map(Number) : [1, 10, 100];
const subjects: Subject[] = [];
for (const megabytes of sizes) subjects.push(await prepare(folder, megabytes));
// In turns, so that whatever else the machine does weighs on all sizes alike.
for (let visit = 0; visit < ARTICLES_VISITED; visit += 1) {
  for (const subject of subjects) await visitArticle(subject, visit);
}
const rows: Row[] = [];
for (const subject of subjects) rows.push(await finish(folder, subject));
print(rows);
const faults = broken(rows);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
