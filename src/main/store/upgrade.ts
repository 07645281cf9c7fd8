import { ok, type Result } from '../../core/result.ts';
import { backUp } from './backup.ts';
import { type Disk, readStretch } from './disk.ts';
import type { Surroundings } from './durable-json.ts';
import { refuse, type StoreError } from './errors.ts';
import type { Format } from './format.ts';
import { PROJECT_FILE } from './layout.ts';
import { readProject, rewriteProject } from './project-file.ts';
import { claimedVersion, unseal } from './sealed.ts';

const FIRST_LINE_BYTES = 1024;

async function claimed(disk: Disk, path: string): Promise<number | undefined> {
  const stat = await disk.stat(path);
  if (stat === undefined || stat.folder) return undefined;
  const file = await disk.open(path, 'read');
  try {
    return claimedVersion(await readStretch(file, 0, FIRST_LINE_BYTES));
  } finally {
    await file.close();
  }
}

/** Tells that a project is newer than this program, before anything on disk is touched. */
export async function newerError(
  disk: Disk,
  dir: string,
  format: Format,
): Promise<StoreError | undefined> {
  const project = `${dir}/${PROJECT_FILE}`;
  if (((await claimed(disk, project)) ?? 0) <= format.version) return undefined;
  const opened = unseal(await disk.readFile(project));
  if (!opened.ok) return undefined;
  return {
    kind: 'newer',
    file: PROJECT_FILE,
    message: `${PROJECT_FILE} has format version ${opened.seal.version}; this Verbale writes version ${format.version}. The project can be read here, not changed.`,
  };
}

/** `20261122T080000Z`: a time as a file name, to the second. */
function timeName(now: number): string {
  return new Date(now).toISOString().replace(/\.\d+/u, '').replaceAll(/[-:]/gu, '');
}

/**
 * Brings a project of an earlier format up to this one. First everything is copied to
 * `backups/<time>-v<version>/`; then `project.json` is written in the new format, which tells
 * older programs to keep their hands off; the other files follow when they are written next. A
 * crash before the second step leaves the project as it was. Throws the disk's faults.
 * @param now milliseconds since the epoch
 */
export async function upgradeProject(
  around: Surroundings,
  now: number,
): Promise<Result<void, StoreError>> {
  const { disk, dir, format } = around;
  const project = `${dir}/${PROJECT_FILE}`;
  const from = (await claimed(disk, project)) ?? (await claimed(disk, `${project}.bak`));
  if (from === undefined || from >= format.version) return ok(undefined);
  for (let version = from; version < format.version; version += 1) {
    if (format.migrations[version] !== undefined) continue;
    const message = `${PROJECT_FILE} has format version ${from}, from which no way leads to version ${format.version}.`;
    return refuse('corrupt', message, PROJECT_FILE);
  }
  const folder = await backUp(around, `${timeName(now)}-v${from}`);
  const data = await readProject(around);
  if (data !== undefined) await rewriteProject(around, data);
  around.report({
    kind: 'upgraded',
    file: PROJECT_FILE,
    message: `The project was brought from format version ${from} to ${format.version}. As it was before, it is kept in ${folder}.`,
  });
  return ok(undefined);
}
