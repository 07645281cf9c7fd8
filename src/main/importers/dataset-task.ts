import { ok } from '../../core/result.ts';
import { type ImportResult, refuse } from './failure.ts';
import type { FileArticles } from './imported-article.ts';
import {
  type DatasetOptions,
  readInPieces,
  sampleUnits,
  type TakePieces,
} from './read-datasets.ts';

/** What is to be done with a file of annotated articles, in the process that parses. */
export interface DatasetTask {
  /** `units`: what its first marks would be in each unit. */
  readonly what: 'read' | 'units';
  /** Id of the format it is in, whatever it looks like. */
  readonly format?: string | undefined;
  readonly options: DatasetOptions;
}

/** Does a task on a dataset. Refusals are values and name the file. */
export async function doDatasetTask(
  path: string,
  { what, format, options }: DatasetTask,
  take: TakePieces,
): Promise<ImportResult<FileArticles>> {
  const nothing = { articles: [], problems: [] };
  if (what === 'units') {
    const samples = await sampleUnits(path, format, options);
    if (!samples.ok) return refuse(path, 'unreadable', samples.error);
    return ok({ ...nothing, dataset: { format: '', samples: samples.value } });
  }
  const done = await readInPieces(path, format, options, take);
  if (!done.ok) return refuse(path, 'unreadable', done.error);
  return ok({ ...nothing, dataset: { format: done.value, samples: [] } });
}
