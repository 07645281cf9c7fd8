import { doDatasetTask } from '../../importers/dataset-task.ts';
import { readArticles } from '../../importers/read-articles.ts';
import type { ReadArticles } from '../import-reading.ts';

/** Reads in this process: the processes of their own have tests of their own. */
export const readHere: ReadArticles = async (jobs, { onStart, onPieces, onResult }) => {
  for (const job of jobs) {
    onStart(job);
    const { path, bytes, dataset } = job;
    const result =
      dataset === undefined
        ? await readArticles(path, bytes, job)
        : await doDatasetTask(path, dataset, (pieces) => {
            onPieces?.(job, pieces);
            return Promise.resolve();
          });
    onResult(job, result);
  }
};
