import { createHash } from 'node:crypto';
import type { ReadArticle, ReadOptions, ReadProblem } from '../../core/formats/format.ts';
import { ok, type Result } from '../../core/result.ts';
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

const SAMPLES = 3;

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function readPart(
  { format, input }: DatasetPart,
  options: DatasetOptions,
  isAlone: boolean,
  into: { readonly articles: ReadArticle[]; readonly problems: ReadProblem[] },
): void {
  const place = isAlone ? {} : { file: input.main.path };
  try {
    for (const read of format.read?.(input, { ...options, sha256 }) ?? []) {
      if (read.ok) into.articles.push({ ...place, ...read.value });
      else into.problems.push({ ...place, ...read.error });
    }
  } catch (cause) {
    if (!(cause instanceof NotUtf8)) throw cause;
    into.problems.push({ ...place, line: 1, message: cause.message });
  }
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
  const parts = await datasetsIn(file, asked);
  if (!parts.ok) return parts;
  const into = { articles: [], problems: [] };
  for (const part of parts.value) readPart(part, options, parts.value.length === 1, into);
  const format = parts.value[0]?.format.label ?? '';
  return ok({ format, ...into });
}
