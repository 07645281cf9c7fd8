import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { err, ok, type Result } from '../../../core/result.ts';
import { type Closed, isLocked, type Unlock, unlockBundle } from './locked-bundle.ts';

/** A bundle file is read into memory. Bytes. */
const MOST_BYTES = 1024 ** 3;

function bad(message: string): Result<never, Closed> {
  return err({ kind: 'bad', message });
}

/** The bytes of a bundle, decrypted where it is encrypted. Refused, in words. */
export async function readBundleFile(
  file: string,
  key: Unlock,
): Promise<Result<Uint8Array, Closed>> {
  let bytes: Uint8Array;
  try {
    if ((await stat(file)).size > MOST_BYTES) {
      return bad(`${basename(file)} is larger than any bundle may be (1 GB).`);
    }
    bytes = await readFile(file);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    // What a disk refuses is to be expected; anything else is a bug and has to be seen.
    if (code === undefined) throw cause;
    return bad(`${file} cannot be read: ${message}`);
  }
  return isLocked(bytes) ? unlockBundle(bytes, key) : ok(bytes);
}
