import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { z } from 'zod';
import { isFileName } from '../../core/log/schema.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { type Disk, faultCode } from './disk.ts';
import { temporaryName, writeTemporary } from './durable-json.ts';
import { fromFault, refuse, type StoreError } from './errors.ts';
import { nodeDisk } from './node-disk.ts';

/** This installation, the same for all projects; kept outside of them. */
export interface Installation {
  /** Names everything that is written from here. */
  readonly replica: string;
}

const FILE = 'installation.json';
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const ID_LENGTH = 10;

const schema = z.looseObject({ replica: z.string().refine(isFileName) });

/** A fresh id: a letter, `-`, and ten characters of base 32. */
export function freshId(prefix: string, random: (bytes: number) => Uint8Array): string {
  const letters = [...random(ID_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length] ?? 'a');
  return `${prefix}-${letters.join('')}`;
}

async function create(
  disk: Disk,
  dir: string,
  random: (bytes: number) => Uint8Array,
): Promise<void> {
  const installation = { replica: freshId('r', random) };
  const temporary = `${dir}/${temporaryName(FILE, random)}`;
  await writeTemporary(disk, temporary, Buffer.from(`${JSON.stringify(installation)}\n`));
  try {
    // A link, unlike a rename, does not replace what another process made in the meantime.
    await disk.link(temporary, `${dir}/${FILE}`);
  } catch (fault) {
    if (faultCode(fault) !== 'EEXIST') throw fault;
  } finally {
    await disk.unlink(temporary);
  }
  await disk.syncFolder(dir);
}

/**
 * Reads `<dir>/installation.json`; creates it, durably, where it is not there yet.
 * Refused where the file is there and cannot be read: a new id would split this person's work.
 */
export async function readInstallation(
  dir: string,
  random: (bytes: number) => Uint8Array = (bytes) => randomBytes(bytes),
  disk: Disk = nodeDisk(),
): Promise<Result<Installation, StoreError>> {
  try {
    await mkdir(dir, { recursive: true });
    if ((await disk.stat(`${dir}/${FILE}`)) === undefined) await create(disk, dir, random);
    const text = Buffer.from(await disk.readFile(`${dir}/${FILE}`)).toString('utf8');
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success
      ? ok({ replica: parsed.data.replica })
      : refuse('corrupt', `${FILE} holds no usable replica id.`, FILE);
  } catch (fault) {
    if (fault instanceof SyntaxError) return refuse('corrupt', `${FILE} is not JSON.`, FILE);
    return err(fromFault(fault, `${dir}/${FILE}`));
  }
}
