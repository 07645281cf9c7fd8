import type { Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { reasonIn } from '../../core/fault-words.ts';
import { ok } from '../../core/result.ts';
import type { ImportResult } from './failure.ts';
import { refuse } from './failure.ts';
import type { ImportLimits } from './limits.ts';
import { describeBytes } from './limits.ts';

/** Reads a regular file whole. One that is too large is refused by its size, without reading it. */
export async function readFileBytes(
  path: string,
  limits: ImportLimits,
): Promise<ImportResult<Uint8Array>> {
  try {
    // Opening a pipe would wait for somebody to write to it.
    const node = await stat(path);
    if (!node.isFile()) {
      return refuse(path, 'unreadable', `It is ${describeNode(node)}, not a file.`);
    }
    const file = await open(path, 'r');
    try {
      const stats = await file.stat();
      if (stats.size > limits.fileBytes) {
        return refuseSize(path, stats.size, limits);
      }
      return await readUpTo(path, file, limits);
    } finally {
      await file.close();
    }
  } catch (cause) {
    return refuse(path, 'unreadable', explain(cause));
  }
}

/** The refusal of a file of `size` bytes. */
export function refuseSize(
  path: string,
  size: number,
  limits: ImportLimits,
): ReturnType<typeof refuse> {
  return refuse(
    path,
    'too-large',
    `It is ${describeBytes(size)}; an article may have ${describeBytes(limits.fileBytes)} at most. ` +
      'Split it into one file per article and import those.',
  );
}

type OpenFile = Awaited<ReturnType<typeof open>>;

/** Reads in pieces, so that a file that grows while it is read is still refused in time. */
async function readUpTo(
  path: string,
  file: OpenFile,
  limits: ImportLimits,
): Promise<ImportResult<Uint8Array>> {
  const pieces: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const piece = Buffer.allocUnsafe(1 << 20);
    const { bytesRead } = await file.read(piece, 0, piece.length, null);
    if (bytesRead === 0) {
      return ok(Buffer.concat(pieces, total));
    }
    total += bytesRead;
    if (total > limits.fileBytes) {
      return refuseSize(path, total, limits);
    }
    pieces.push(piece.subarray(0, bytesRead));
  }
}

function describeNode(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  return stats.isFIFO() || stats.isSocket() ? 'a pipe' : 'a device';
}

function explain(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'The file is not there any more. Check that it was not moved or renamed.';
    case 'EACCES':
    case 'EPERM':
      return 'You may not read this file. Ask its owner for permission, or copy it.';
    case 'EISDIR':
      return 'It is a folder, not a file.';
    default:
      return `The file could not be read (${reasonIn(cause)}).`;
  }
}
