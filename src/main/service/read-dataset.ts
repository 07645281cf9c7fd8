import { basename } from 'node:path';
import type { ReadArticle, ReadProblem, Refusal } from '../../core/formats/format.ts';
import { type ForeignName, nameTally } from '../../core/formats/mapping/foreign-names.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { isUnreadable } from '../../core/text/blanks.ts';
import type { OffsetUnit } from '../../core/text/offsets.ts';
import { DEFAULT_LIMITS, describeBytes } from '../importers/limits.ts';
import {
  type ReadDatasets,
  type DatasetOptions as ReaderOptions,
  readDatasets,
  sampleUnits,
  type UnitSample,
} from '../importers/read-datasets.ts';
import type { Store } from '../store/store.ts';
import { codebookHeadOf } from './codebook-view.ts';

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

function sorted(file: string, read: ReadDatasets): Dataset {
  const reads: ReadArticle[] = [];
  const tally = nameTally();
  const problems = read.problems.map(
    (one) => `${placeOf(one)}: ${one.message}. The line did not come in.`,
  );
  for (const article of read.articles) {
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
  }
  return { file, format: read.format, reads, problems, names: tally.all() };
}

function readerOptions(
  file: string,
  store: Store,
  { analyst, offsetUnit, at }: DatasetOptions,
): ReaderOptions {
  return {
    analyst,
    at,
    codebookVersion: codebookHeadOf(store).version,
    origin: { kind: 'import', file: basename(file) },
    ...(offsetUnit === undefined ? {} : { offsetUnit }),
  };
}

/** What the first marks of a file would be in each unit; empty where it does not matter. */
export async function sampleFileUnits(
  file: string,
  store: Store,
  options: DatasetOptions,
): Promise<Result<readonly UnitSample[], string>> {
  return sampleUnits(file, options.format, readerOptions(file, store, options));
}

/** Reads a file of annotated articles, with the files that belong to it. */
export async function readDatasetFile(
  file: string,
  store: Store,
  { analyst, offsetUnit, at, format }: DatasetOptions,
): Promise<Result<Dataset, string>> {
  const options = readerOptions(file, store, { analyst, offsetUnit, at });
  const read = await readDatasets(file, format, options);
  if (!read.ok) return err(`“${basename(file)}” was not imported. ${read.error}`);
  return ok(sorted(file, read.value));
}
