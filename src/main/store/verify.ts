import { randomBytes } from 'node:crypto';
import { err, ok, type Result } from '../../core/result.ts';
import type { Disk } from './disk.ts';
import { faultFile, fromFault, refuse, type StoreError } from './errors.ts';
import { FORMAT, type Format } from './format.ts';
import { LOG_FOLDER, PROJECT_FILE } from './layout.ts';
import { type TakeLock, takeLock } from './lock.ts';
import { noFolder, noProject } from './no-project.ts';
import { nodeDisk } from './node-disk.ts';
import { verifyArticles } from './verify-articles.ts';
import { type Findings, findings, type Problem } from './verify-findings.ts';
import { verifyForeign } from './verify-foreign.ts';
import { verifyLogs } from './verify-log.ts';
import { readProjectFile, verifySnapshots } from './verify-snapshots.ts';

export type { Problem } from './verify-findings.ts';

/** What a verification found. */
export interface Verification {
  /** True when there are no problems. */
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  /** What is normal but worth knowing, such as an edit cut short by a crash. */
  readonly notices: readonly string[];
}

async function check(disk: Disk, dir: string, format: Format, found: Findings): Promise<void> {
  const place = { disk, dir, format };
  const project = await readProjectFile(place, found);
  const logs = await verifyLogs(disk, dir, project?.sync.streams, found);
  const state = await verifySnapshots(place, project, logs, found);
  await verifyArticles(disk, dir, state, found);
  await verifyForeign(disk, dir, found);
}

/** Why a folder is no project, if it is none. */
async function notOne(disk: Disk, dir: string): Promise<string | undefined> {
  const missing = await noFolder(disk, dir);
  if (missing !== undefined) return missing;
  for (const file of [PROJECT_FILE, `${PROJECT_FILE}.bak`]) {
    if ((await disk.stat(`${dir}/${file}`)) !== undefined) return undefined;
  }
  const logs = await disk.list(`${dir}/${LOG_FOLDER}`);
  return logs.length > 0 ? undefined : noProject(disk, dir);
}

/**
 * Checks every checksum, hash, chain, offset and quote of a project, and that the log and the
 * snapshots say the same. Changes nothing; holds the lock while it reads.
 */
export async function verifyProject(
  dir: string,
  disk: Disk = nodeDisk(),
  lock: TakeLock = takeLock,
  format: Format = FORMAT,
): Promise<Result<Verification, StoreError>> {
  const random = (bytes: number): Uint8Array => randomBytes(bytes);
  const holder = { application: 'verbale' };
  try {
    const reason = await notOne(disk, dir);
    if (reason !== undefined) return refuse('not-a-project', reason);
  } catch (fault) {
    return err(fromFault(fault, faultFile(fault, dir, PROJECT_FILE)));
  }
  const held = await lock({ disk, dir, replica: '', random, holder });
  if (!held.ok) return held;
  try {
    const found = findings();
    await check(disk, dir, format, found);
    const { problems, notices } = found;
    return ok({ ok: problems.length === 0, problems, notices });
  } catch (fault) {
    return err(fromFault(fault, faultFile(fault, dir, PROJECT_FILE)));
  } finally {
    await held.value.release();
  }
}
