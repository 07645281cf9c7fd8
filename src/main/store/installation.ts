import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { z } from 'zod';
import { isFileName } from '../../core/log/schema.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { type Disk, faultCode } from './disk.ts';
import { temporaryName, writeTemporary } from './durable-json.ts';
import { fromFault, refuse, type StoreError } from './errors.ts';
import { nodeDisk } from './node-disk.ts';
import { KEY_BYTES, type SigningKey, signingKey } from './signing.ts';

/** This installation, the same for all projects; kept outside of them. */
export interface Installation {
  /** Names everything that is written from here. */
  readonly replica: string;
  /** Signs what is handed over from here. */
  readonly key: SigningKey;
}

const FILE = 'installation.json';
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const ID_LENGTH = 10;

const schema = z.looseObject({
  replica: z.string().refine(isFileName),
  /** The seed of the signing key, base64url; installations made before bundles have none yet. */
  seed: z
    .string()
    .refine((seed) => Buffer.from(seed, 'base64url').length === KEY_BYTES)
    .optional(),
});

type Contents = z.infer<typeof schema>;

/** A fresh id: a letter, `-`, and ten characters of base 32. */
export function freshId(prefix: string, random: (bytes: number) => Uint8Array): string {
  const letters = [...random(ID_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length] ?? 'a');
  return `${prefix}-${letters.join('')}`;
}

type Random = (bytes: number) => Uint8Array;

function freshSeed(random: Random): string {
  return Buffer.from(random(KEY_BYTES)).toString('base64url');
}

async function create(disk: Disk, dir: string, random: Random): Promise<void> {
  const installation = { replica: freshId('r', random), seed: freshSeed(random) };
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

/** Gives an installation of before a key. */
async function addSeed(disk: Disk, dir: string, random: Random, old: Contents): Promise<void> {
  const temporary = `${dir}/${temporaryName(FILE, random)}`;
  const installation = { ...old, seed: freshSeed(random) };
  await writeTemporary(disk, temporary, Buffer.from(`${JSON.stringify(installation)}\n`));
  await disk.rename(temporary, `${dir}/${FILE}`);
  await disk.syncFolder(dir);
}

async function readContents(disk: Disk, dir: string): Promise<Contents | undefined> {
  const text = Buffer.from(await disk.readFile(`${dir}/${FILE}`)).toString('utf8');
  const parsed = schema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : undefined;
}

/**
 * Reads `<dir>/installation.json`; creates it, durably, where it is not there yet.
 * Refused where the file is there and cannot be read: a new id would split this person's work.
 */
export async function readInstallation(
  dir: string,
  random: Random = (bytes) => randomBytes(bytes),
  disk: Disk = nodeDisk(),
): Promise<Result<Installation, StoreError>> {
  try {
    await mkdir(dir, { recursive: true });
    if ((await disk.stat(`${dir}/${FILE}`)) === undefined) await create(disk, dir, random);
    const before = await readContents(disk, dir);
    if (before !== undefined && before.seed === undefined) {
      await addSeed(disk, dir, random, before);
    }
    // Read again: another process may have been faster.
    const { replica, seed } = (await readContents(disk, dir)) ?? {};
    return replica !== undefined && seed !== undefined
      ? ok({ replica, key: signingKey(Buffer.from(seed, 'base64url')) })
      : refuse('corrupt', `${FILE} holds no usable replica id or key.`, FILE);
  } catch (fault) {
    if (fault instanceof SyntaxError) return refuse('corrupt', `${FILE} is not JSON.`, FILE);
    return err(fromFault(fault, `${dir}/${FILE}`));
  }
}
