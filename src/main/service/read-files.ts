import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { ok } from '../../core/result.ts';
import { type ImportResult, refuse, WITHIN } from '../importers/failure.ts';
import type {
  FileArticles,
  ImportedArticle,
  ImportWarning,
} from '../importers/imported-article.ts';
import type { ImportJob } from '../importers/pool.ts';
import { isZip, readZip, type ZipEntry } from '../importers/zip-entries.ts';
import type { ReadArticles, ReadingOptions } from './import-reading.ts';

/** What is told about files while they are read. */
interface Listener extends Pick<ReadingOptions, 'signal'> {
  readonly onStart: (file: string) => void;
  readonly onResult: (file: string, result: ImportResult<FileArticles>) => void;
}

/** The files of an archive that stand for themselves; hidden ones are of the system that packed it. */
function isVisible({ path }: ZipEntry): boolean {
  return path.split('/').every((name) => !name.startsWith('.') && name !== '__MACOSX');
}

/** A file in an archive as a job. */
function entryJob({ path, charset, columns }: ImportJob, entry: ZipEntry): ImportJob {
  return {
    path: `${path}${WITHIN}${entry.path}`,
    bytes: entry.bytes,
    ...(charset === undefined ? {} : { charset }),
    ...(columns === undefined ? {} : { columns }),
  };
}

const NOTHING_IN_IT = 'It is a zip without a file in it.';

/** Pages that were saved bring their pictures along: no article, and nothing that failed. */
const PICTURE = /\.(?:avif|bmp|gif|heic|ico|jpe?g|png|svg|tiff?|webp)$/iu;

function aboutPictures(count: number): ImportWarning[] {
  if (count === 0) return [];
  const were = count === 1 ? '1 picture was' : `${count.toLocaleString('en')} pictures were`;
  return [{ kind: 'left-out', message: `${were} left out.` }];
}

/** What the files of an archive came to, in their order. */
function together(
  file: string,
  results: readonly ImportResult<FileArticles>[],
  archive: Pick<ImportedArticle, 'originalSha256' | 'bytes'>,
  pictures: number,
): ImportResult<FileArticles> {
  const articles: ImportedArticle[] = [];
  const problems: string[] = [];
  for (const result of results) {
    if (!result.ok) {
      problems.push(result.error.message);
      continue;
    }
    for (const problem of result.value.problems) problems.push(problem);
    for (const article of result.value.articles) articles.push({ ...article, ...archive });
  }
  const columns = results.map((one) => (one.ok ? one.value.columns : undefined)).find(Boolean);
  const [first, ...rest] = articles;
  if (first === undefined && problems.length === 0) {
    const why = pictures === 0 ? NOTHING_IN_IT : 'There is nothing in it that can be imported.';
    return refuse(file, 'empty', why);
  }
  const told =
    first === undefined
      ? []
      : [{ ...first, warnings: [...first.warnings, ...aboutPictures(pictures)] }, ...rest];
  return ok({ articles: told, problems, ...(columns === undefined ? {} : { columns }) });
}

const LOCKED =
  'It is encrypted. Unpack the archive with its password, and import the file by itself.';

async function readArchive(
  job: ImportJob,
  readArticles: ReadArticles,
  { signal }: Listener,
): Promise<ImportResult<FileArticles>> {
  const results = new Map<string, ImportResult<FileArticles>>();
  const entries = await readZip(job.path, {
    onLocked(path) {
      const file = `${job.path}${WITHIN}${path}`;
      results.set(file, refuse(file, 'unreadable', LOCKED));
    },
  });
  if (!entries.ok) return refuse(job.path, 'unreadable', entries.error);
  const visible = entries.value.filter(isVisible);
  const articles = visible.filter(({ path }) => !PICTURE.test(path));
  const jobs: ImportJob[] = [];
  for (const entry of articles) {
    const one = entryJob(job, entry);
    if (extname(entry.path).toLowerCase() === '.zip') {
      results.set(
        one.path,
        refuse(one.path, 'unsupported', 'It is a zip in a zip. Unpack it and import it by itself.'),
      );
    } else jobs.push(one);
  }
  await readArticles(jobs, {
    signal,
    onStart: () => undefined,
    onResult: ({ path }, result) => results.set(path, result),
  });
  const bytes = await readFile(job.path);
  const inOrder = [...results].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  const originalSha256 = createHash('sha256').update(bytes).digest('hex');
  return together(
    job.path,
    inOrder,
    { originalSha256, bytes: bytes.length },
    visible.length - articles.length,
  );
}

/**
 * Reads files as articles, archives by the files in them: each is read by itself, so that a bad one
 * fails alone. An archive in an archive is refused. Every file has one result.
 */
export async function readFiles(
  jobs: readonly ImportJob[],
  readArticles: ReadArticles,
  listener: Listener,
): Promise<void> {
  const plain: ImportJob[] = [];
  const archives: ImportJob[] = [];
  for (const job of jobs) ((await isZip(job.path)) ? archives : plain).push(job);
  await readArticles(plain, {
    signal: listener.signal,
    onStart: ({ path }) => listener.onStart(path),
    onResult: ({ path }, result) => listener.onResult(path, result),
  });
  for (const job of archives) {
    listener.onStart(job.path);
    listener.onResult(job.path, await readArchive(job, readArticles, listener));
  }
}
