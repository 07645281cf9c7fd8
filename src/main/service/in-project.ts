import path from 'node:path';
import { isProject } from '../importers/folder.ts';

/**
 * Why nothing of ours may be put at a path, in words, where it lies in a project or is one: a dataset
 * there would take the place of the project's own files, or look like damage.
 * @param file absolute
 */
export async function inProject(file: string): Promise<string | undefined> {
  for (let folder = file; ; folder = path.dirname(folder)) {
    if (await isProject(folder)) {
      return `${file} lies in the project ${folder}, which keeps its own files there. Nothing was written. Choose a place outside it.`;
    }
    if (folder === path.dirname(folder)) return undefined;
  }
}
