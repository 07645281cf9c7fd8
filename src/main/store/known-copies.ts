import { randomBytes } from 'node:crypto';
import { mkdir, stat } from 'node:fs/promises';
import { z } from 'zod';
import { isFileName } from '../../core/log/schema.ts';
import { sha256 } from './articles.ts';
import { type Disk, faultCode } from './disk.ts';
import { temporaryName, writeTemporary } from './durable-json.ts';
import { type Fence, type KnownCopy, makeFence } from './fence.ts';
import { nodeDisk } from './node-disk.ts';

/** The folder, in the program's data folder, that knows each project's copies. */
const FOLDER = 'projects';

const schema = z.looseObject({
  copies: z.array(
    z.looseObject({
      place: z.looseObject({ path: z.string(), device: z.string(), inode: z.string() }),
      replica: z.string().refine(isFileName),
      heads: z.record(z.string(), z.looseObject({ s: z.int(), h: z.string(), offset: z.int() })),
    }),
  ),
});

/** Any project id as the name of a file. */
function fileOf(dir: string, project: string): string {
  return `${dir}/${FOLDER}/${isFileName(project) ? project : sha256(project)}.json`;
}

async function load(disk: Disk, file: string): Promise<readonly KnownCopy[]> {
  try {
    const text = Buffer.from(await disk.readFile(file)).toString('utf8');
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.copies : [];
  } catch (fault) {
    // Without it every folder that has a log of ours goes on under a new id, which is always safe.
    if (fault instanceof SyntaxError || faultCode(fault) === 'ENOENT') return [];
    throw fault;
  }
}

async function save(disk: Disk, file: string, copies: readonly KnownCopy[]): Promise<void> {
  const slash = file.lastIndexOf('/');
  const folder = file.slice(0, slash);
  await mkdir(folder, { recursive: true });
  const name = temporaryName(file.slice(slash + 1), (bytes) => randomBytes(bytes));
  await writeTemporary(disk, `${folder}/${name}`, Buffer.from(`${JSON.stringify({ copies })}\n`));
  await disk.rename(`${folder}/${name}`, file);
  await disk.syncFolder(folder);
}

/**
 * The fence around a project folder: what is known is kept in
 * `<userData>/projects/<project>.json`, never in the project, with which it would be copied.
 */
export function fenceAround(userData: string, replica: string, folder: string): Fence {
  const disk = nodeDisk();
  return makeFence({
    replica,
    async place() {
      const { dev, ino } = await stat(folder, { bigint: true });
      return { path: folder, device: String(dev), inode: String(ino) };
    },
    random: (bytes) => randomBytes(bytes),
    load: (project) => load(disk, fileOf(userData, project)),
    save: (project, copies) => save(disk, fileOf(userData, project), copies),
  });
}
