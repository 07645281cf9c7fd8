import { z } from 'zod';
import { isFileName } from '../../core/log/schema.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { tryUnlink } from './disk.ts';
import type { Surroundings } from './durable-json.ts';
import { fromFault, type StoreError } from './errors.ts';
import { BUNDLES_FOLDER, documentFile, logFile } from './layout.ts';
import { BEGINNING, scanLog } from './log-scan.ts';

/** The name, in `bundles`, of the order to take the ends of some logs off. */
export const CUT_FILE = 'cut.json';

const name = z.string().refine(isFileName);
/** A path within the project that no part of leads out of it. */
const inside = z.string().refine((path) => path.split('/').every((part) => isFileName(part)));

const cutSchema = z.strictObject({
  format: z.literal('verbale-cut'),
  version: z.literal(1),
  project: name,
  /** Each log ends with its op `to`; 0 where it goes altogether. */
  streams: z.array(z.strictObject({ replica: name, channel: name, to: z.int().nonnegative() })),
  /** Keys of documents that are made again from the logs. */
  documents: z.array(inside),
  /** Files of articles that are not in the project any more. */
  files: z.array(inside),
});

/**
 * An order to take back what was received. It is carried out when the project is opened next, before
 * anything is read; it can be interrupted anywhere, and begun again.
 */
export type Cut = z.infer<typeof cutSchema>;

/** The bytes of an order. */
export function cutBytes(cut: Omit<Cut, 'format' | 'version'>): Uint8Array {
  const order: Cut = { format: 'verbale-cut', version: 1, ...cut };
  return Buffer.from(`${JSON.stringify(order)}\n`);
}

function path({ dir }: Surroundings): string {
  return `${dir}/${BUNDLES_FOLDER}/${CUT_FILE}`;
}

async function readCut(around: Surroundings): Promise<Cut | undefined> {
  if ((await around.disk.stat(path(around))) === undefined) return undefined;
  const text = Buffer.from(await around.disk.readFile(path(around))).toString('utf8');
  // Written whole or not at all: what is no order was not written by us.
  const parsed = cutSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : undefined;
}

async function cutStream(
  { disk, dir }: Surroundings,
  { replica, channel, to }: Cut['streams'][number],
): Promise<void> {
  const file = `${dir}/${logFile(replica, channel)}`;
  if ((await disk.stat(file)) === undefined) return;
  if (to === 0) {
    await disk.unlink(file);
    await disk.syncFolder(file.slice(0, file.lastIndexOf('/')));
    return;
  }
  let end = 0;
  await scanLog(disk, file, BEGINNING, (op, after) => {
    if (op.s <= to) end = after;
    return false;
  });
  if (end === 0) return;
  const handle = await disk.open(file, 'edit');
  try {
    await handle.truncate(end);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/**
 * Carries out an order to take back what was received, where there is one.
 * @returns the order, until {@link endCut} says that the snapshots are written
 */
export async function beginCut(around: Surroundings): Promise<Result<Cut | undefined, StoreError>> {
  if (around.readOnly) return ok(undefined);
  try {
    const cut = await readCut(around);
    if (cut === undefined) return ok(undefined);
    for (const stream of cut.streams) await cutStream(around, stream);
    const documents = cut.documents.flatMap((key) => [
      documentFile(key),
      `${documentFile(key)}.bak`,
    ]);
    for (const file of [...documents, ...cut.files]) {
      await tryUnlink(around.disk, `${around.dir}/${file}`);
    }
    return ok(cut);
  } catch (fault) {
    return err(fromFault(fault, `${BUNDLES_FOLDER}/${CUT_FILE}`));
  }
}

/** The project is on disk as the order wants it. */
export async function endCut(around: Surroundings): Promise<void> {
  await around.disk.unlink(path(around));
  await around.disk.syncFolder(`${around.dir}/${BUNDLES_FOLDER}`);
}
