import { call, pathsOf } from './host.ts';
import { bringIn } from './import-first.ts';
import { openFolder } from './session.ts';

/** The folder of a project, where that alone was dropped. */
async function projectIn(files: readonly File[]): Promise<string | undefined> {
  if (files.length !== 1) return undefined;
  const [folder] = pathsOf(files);
  if (folder === undefined) return undefined;
  const reply = await call('project.isAt', { folder });
  return reply.ok && reply.value.isProject ? folder : undefined;
}

/**
 * Takes what was dropped on the window: a project is opened, as by its command; all else is brought in,
 * where a project among other things is refused by name.
 */
export async function takeDropped(files: readonly File[]): Promise<void> {
  const folder = await projectIn(files);
  if (folder === undefined) bringIn({ files });
  else await openFolder(folder);
}
