import type { Disk } from './disk.ts';
import { ARTICLES_FOLDER, LOG_FOLDER, PROJECT_FILE } from './layout.ts';

/** Why a path is no folder, or `undefined` where it is one. Throws the disk's faults. */
export async function noFolder(disk: Disk, dir: string): Promise<string | undefined> {
  const found = await disk.stat(dir);
  if (found === undefined) return `There is no folder ${dir}.`;
  return found.folder ? undefined : `${dir} is a file; a Verbale project is a folder.`;
}

/** What a folder is that has neither `project.json` nor a log. Throws the disk's faults. */
export async function noProject(disk: Disk, dir: string): Promise<string> {
  const left: string[] = [];
  for (const folder of [ARTICLES_FOLDER, 'layers']) {
    if ((await disk.list(`${dir}/${folder}`)).length > 0) left.push(`${folder}/`);
  }
  return left.length < 2
    ? 'This folder is not a Verbale project.'
    : `${PROJECT_FILE} and the log are both gone, and without one of them the project cannot be put together. What is in ${left.join(' and ')} was not touched. Put ${PROJECT_FILE} or ${LOG_FOLDER}/ back from a copy.`;
}
