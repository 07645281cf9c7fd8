import { basename } from 'node:path';
import type { ReadArticle, ReadProblem, Refusal } from '../../core/formats/format.ts';
import { type ForeignName, nameTally } from '../../core/formats/mapping/foreign-names.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { isUnreadable } from '../../core/text/blanks.ts';
import type { OffsetUnit } from '../../core/text/offsets.ts';
import type { DatasetTask } from '../importers/dataset-task.ts';
import { DEFAULT_LIMITS, describeBytes } from '../importers/limits.ts';
import type { DatasetPieces, UnitSample } from '../importers/read-datasets.ts';
import type { Store } from '../store/store.ts';
import { codebookHeadOf } from './codebook-view.ts';
import type { ReadArticles } from './import-reading.ts';

/** What a person may say about a file of annotated articles. */
export interface DatasetOptions {
  /** Name of the analyst to whom unsigned annotations belong. */
  readonly analyst: string;
  readonly offsetUnit?: OffsetUnit | undefined;
  /** ISO-8601 UTC, for what carries no time of its own. */
  readonly at: string;
  /** Id of the format that the file is in, whatever it looks like. */
  readonly format?: string | undefined;
}

/** Annotated articles out of a file, and why some of it did not come in. */
export interface Dataset {
  readonly file: string;
  /** Of the file, for people. */
  readonly format: string;
  readonly reads: readonly ReadArticle[];
  readonly problems: readonly string[];
  /** The names that the file uses for labels, attributes and relations. */
  readonly names: readonly ForeignName[];
}

/** A refusal in words, such as `line 3, annotations[2]: …`; no full stop. */
export function refusedInWords(where: string, { place, id, reason }: Refusal): string {
  const named = id === place || id.length > LONGEST_ID ? '' : ` (its id: ${id})`;
  return `${where}, ${place}: ${reason}${named}`;
}

const LONGEST_ID = 80;

/** Longest text of an article, in UTF-16 code units: as long as one from a file may be. */
const MOST_TEXT = DEFAULT_LIMITS.fileBytes;

const EMPTY = 'empty, or holds only blanks and signs that cannot be seen';

/** Where in a dataset something stands, for people. */
export function placeOf({
  file,
  line,
  column,
}: Pick<ReadProblem, 'file' | 'line' | 'column'>): string {
  const at = column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
  return file === undefined ? at : `${file}, ${at}`;
}

/** A dataset as it grows, piece by piece. */
function growing(file: string) {
  const reads: ReadArticle[] = [];
  const problems: string[] = [];
  const tally = nameTally();
  const takeArticle = (article: ReadArticle): void => {
    if (article.text.length > MOST_TEXT) {
      const has = describeBytes(article.text.length);
      problems.push(
        `${placeOf(article)}: its text has ${has}; an article may have ${describeBytes(MOST_TEXT)} at most. The line did not come in.`,
      );
    } else if (isUnreadable(article.text)) {
      problems.push(`${placeOf(article)}: its text is ${EMPTY}. The line did not come in.`);
    } else {
      reads.push(article);
      tally.take(article);
    }
  };
  return {
    take(pieces: DatasetPieces): void {
      for (const one of pieces.problems) {
        problems.push(`${placeOf(one)}: ${one.message}. The line did not come in.`);
      }
      for (const article of pieces.articles) takeArticle(article);
    },
    whole: (format: string): Dataset => ({ file, format, reads, problems, names: tally.all() }),
  };
}

function jobFor(file: string, what: DatasetTask['what'], store: Store, options: DatasetOptions) {
  const { analyst, offsetUnit, at, format } = options;
  const reader = {
    analyst,
    at,
    codebookVersion: codebookHeadOf(store).version,
    origin: { kind: 'import', file: basename(file) },
    ...(offsetUnit === undefined ? {} : { offsetUnit }),
  };
  return { path: file, dataset: { what, format, options: reader } };
}

/** How datasets are read: where, until when, and who is told. */
export interface DatasetReading {
  readonly readArticles: ReadArticles;
  readonly signal: AbortSignal;
  readonly onStart?: (file: string) => void;
  readonly onResult: (file: string, result: Result<Dataset, string>) => void;
}

/**
 * Reads files of annotated articles, each with the files that belong to it, in processes with
 * limits of time and memory. Every file has one result.
 */
export async function readDatasetFiles(
  files: readonly string[],
  store: Store,
  options: DatasetOptions,
  { readArticles, signal, onStart, onResult }: DatasetReading,
): Promise<void> {
  const begun = new Map<string, ReturnType<typeof growing>>();
  const growingOf = (file: string): ReturnType<typeof growing> => {
    const known = begun.get(file) ?? growing(file);
    begun.set(file, known);
    return known;
  };
  const jobs = files.map((file) => jobFor(file, 'read', store, options));
  await readArticles(jobs, {
    signal,
    onStart: ({ path }) => onStart?.(path),
    onPieces: ({ path }, pieces) => growingOf(path).take(pieces),
    onResult({ path }, result) {
      const whole = growingOf(path);
      begun.delete(path);
      if (!result.ok) onResult(path, err(result.error.message));
      else onResult(path, ok(whole.whole(result.value.dataset?.format ?? '')));
    },
  });
}

/** What the first marks of a file would be in each unit; empty where it does not matter. */
export async function sampleFileUnits(
  file: string,
  store: Store,
  options: DatasetOptions,
  readArticles: ReadArticles,
): Promise<Result<readonly UnitSample[], string>> {
  let samples: Result<readonly UnitSample[], string> = ok([]);
  await readArticles([jobFor(file, 'units', store, options)], {
    signal: new AbortController().signal,
    onStart: () => undefined,
    onResult(_job, result) {
      samples = result.ok ? ok(result.value.dataset?.samples ?? []) : err(result.error.message);
    },
  });
  return samples;
}
