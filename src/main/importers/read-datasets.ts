import { createHash } from 'node:crypto';
import type { ReadArticle, ReadOptions, ReadProblem } from '../../core/formats/format.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { OFFSET_UNITS, type OffsetUnit } from '../../core/text/offsets.ts';
import { NotUtf8 } from './dataset-files.ts';
import { type DatasetPart, datasetsIn } from './dataset-source.ts';

/** How a dataset is read, but for the hash, which every reader has. */
export type DatasetOptions = Omit<ReadOptions, 'sha256'>;

/** Everything that was read out of a file of annotated articles. */
export interface ReadDatasets {
  /** Label of the format, for people; of the first where a zip holds several. */
  readonly format: string;
  readonly articles: readonly ReadArticle[];
  readonly problems: readonly ReadProblem[];
}

/** What the first marks of an article would be, were its offsets in one unit. */
export interface UnitSample {
  readonly unit: OffsetUnit;
  /** The words of up to three annotations. */
  readonly quotes: readonly string[];
  /** How many annotations of that article would not fit. */
  readonly refused: number;
}

/** What a task on a dataset came to, beside the pieces. */
export interface DatasetDone {
  /** Label of the format, for people. */
  readonly format: string;
  readonly samples: readonly UnitSample[];
}

const SAMPLES = 3;

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** What was read of a file so far, handed on in pieces. */
export interface DatasetPieces {
  readonly articles: readonly ReadArticle[];
  readonly problems: readonly ReadProblem[];
}

/** Takes pieces as they are read; resolves when the next may come. */
export type TakePieces = (pieces: DatasetPieces) => Promise<void>;

/** Text and annotations of a piece, roughly: what crosses to another process without holding it up. */
const PIECE_SIZE = 256 * 1024;
/** What an annotation weighs beside the text, in the same unit. */
const ANNOTATION_SIZE = 512;

type Read = Result<ReadArticle, ReadProblem>;

function* readPart(
  { format, input }: DatasetPart,
  options: DatasetOptions,
  isAlone: boolean,
): Generator<Read> {
  const place = isAlone ? {} : { file: input.main.path };
  try {
    for (const read of format.read?.(input, { ...options, sha256 }) ?? []) {
      yield read.ok ? ok({ ...place, ...read.value }) : err({ ...place, ...read.error });
    }
  } catch (cause) {
    if (!(cause instanceof NotUtf8)) throw cause;
    yield err({ ...place, line: 1, message: cause.message });
  }
}

async function inPieces(reads: Iterable<Read>, take: TakePieces): Promise<void> {
  let articles: ReadArticle[] = [];
  let problems: ReadProblem[] = [];
  let size = 0;
  for (const read of reads) {
    size += ANNOTATION_SIZE;
    if (read.ok) {
      articles.push(read.value);
      size += read.value.text.length + read.value.annotations.length * ANNOTATION_SIZE;
    } else problems.push(read.error);
    if (size < PIECE_SIZE) continue;
    await take({ articles, problems });
    [articles, problems, size] = [[], [], 0];
  }
  await take({ articles, problems });
}

function* readsOf(parts: readonly DatasetPart[], options: DatasetOptions): Generator<ReadArticle> {
  for (const { format, input } of parts) {
    for (const read of format.read?.(input, { ...options, sha256 }) ?? []) {
      if (read.ok) yield read.value;
    }
  }
}

function isAssumed({ warnings }: ReadArticle): boolean {
  return warnings.some(({ kind }) => kind === 'unit-assumed');
}

function nth(reads: Generator<ReadArticle>, index: number): ReadArticle | undefined {
  for (const read of reads) {
    index -= 1;
    if (index < 0) return read;
  }
  return undefined;
}

/**
 * What the first marks of a file would be in each unit, for somebody to tell which is right. Looks
 * at the first article in which it matters. Empty where it matters in none.
 */
export async function sampleUnits(
  file: string,
  asked: string | undefined,
  options: DatasetOptions,
): Promise<Result<readonly UnitSample[], string>> {
  const parts = await datasetsIn(file, asked);
  if (!parts.ok) return parts;
  const { offsetUnit: _unit, ...open } = options;
  let index = 0;
  let isFound = false;
  for (const read of readsOf(parts.value, open)) {
    isFound = isAssumed(read);
    if (isFound) break;
    index += 1;
  }
  if (!isFound) return ok([]);
  const samples = OFFSET_UNITS.flatMap((unit): UnitSample[] => {
    const read = nth(readsOf(parts.value, { ...open, offsetUnit: unit }), index);
    if (read === undefined) return [];
    const quotes = read.annotations
      .slice(0, SAMPLES)
      .map(({ anchor }) => anchor.quote.join(' … ').slice(0, LONGEST_SAMPLE));
    const refused = read.refused.filter(({ what }) => what === 'annotation').length;
    return [{ unit, quotes, refused }];
  });
  return ok(samples);
}

const LONGEST_SAMPLE = 80;

/**
 * Reads the annotated articles of a file. Bad places are told and never stop the others.
 * @param asked id of the format it is in, whatever it looks like
 */
export async function readDatasets(
  file: string,
  asked: string | undefined,
  options: DatasetOptions,
): Promise<Result<ReadDatasets, string>> {
  const articles: ReadArticle[] = [];
  const problems: ReadProblem[] = [];
  const format = await readInPieces(file, asked, options, (pieces) => {
    articles.push(...pieces.articles);
    problems.push(...pieces.problems);
    return Promise.resolve();
  });
  return format.ok ? ok({ format: format.value, articles, problems }) : format;
}

/**
 * Reads the annotated articles of a file and hands them on in pieces.
 * @returns label of the format, for people; of the first where a zip holds several
 */
export async function readInPieces(
  file: string,
  asked: string | undefined,
  options: DatasetOptions,
  take: TakePieces,
): Promise<Result<string, string>> {
  const parts = await datasetsIn(file, asked);
  if (!parts.ok) return parts;
  const isAlone = parts.value.length === 1;
  for (const part of parts.value) await inPieces(readPart(part, options, isAlone), take);
  return ok(parts.value[0]?.format.label ?? '');
}
