import { createHash } from 'node:crypto';
import type { ReadArticle, ReadOptions, ReadProblem } from '../../core/formats/format.ts';
import { ok, type Result } from '../../core/result.ts';
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
