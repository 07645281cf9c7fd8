import { randomBytes, scrypt } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { type Identity, type Recipient, Stanza } from 'age-encryption';

// The library’s own passphrases are worked out in one go, for which the window would stand still for
// seconds; here the system does it, in another thread.

const LABEL = Buffer.from('age-encryption.org/v1/scrypt');
const SALT_BYTES = 16;
const KEY_BYTES = 32;
/** A file key, and the tag of its encryption (C2SP age.md, “The scrypt recipient type”). */
const BODY_BYTES = 32;
const BLOCK = 8;

/** The key that encrypts the file key is used once, so its nonce is zero. */
const NONCE = new Uint8Array(12);

function keyOf(passphrase: string, salt: Uint8Array, work: number): Promise<Uint8Array> {
  const cost = 2 ** work;
  const options = { N: cost, r: BLOCK, p: 1, maxmem: 256 * cost * BLOCK };
  return new Promise((resolve, reject) => {
    scrypt(passphrase, Buffer.concat([LABEL, salt]), KEY_BYTES, options, (fault, key) => {
      if (fault === null) resolve(key);
      else reject(fault);
    });
  });
}

function plain64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('=', '');
}

/** Whoever knows a passphrase. @param work scrypt work factor as a power of two */
export function passphraseRecipient(passphrase: string, work: number): Recipient {
  return {
    async wrapFileKey(fileKey) {
      const salt = randomBytes(SALT_BYTES);
      const key = await keyOf(passphrase, salt, work);
      const body = chacha20poly1305(key, NONCE).encrypt(fileKey);
      return [new Stanza(['scrypt', plain64(salt), String(work)], body)];
    },
  };
}

function decrypted(key: Uint8Array, body: Uint8Array): Uint8Array | null {
  try {
    return chacha20poly1305(key, NONCE).decrypt(body);
  } catch {
    // The tag does not fit: it is another passphrase.
    return null;
  }
}

/** Salt and work factor; the factor is infinite for what the format does not allow. */
function parametersOf({ args }: Stanza): { readonly salt: Uint8Array; readonly work: number } {
  const [, text = '', factor = '', ...more] = args;
  const salt = Buffer.from(text, 'base64');
  const isSalt = salt.length === SALT_BYTES && plain64(salt) === text;
  const isWork = /^[1-9]\d?$/u.test(factor) && more.length === 0;
  return { salt, work: isSalt && isWork ? Number(factor) : Number.POSITIVE_INFINITY };
}

/** A passphrase that a person gives. @param mostWork headers that ask for more are not worked on */
export function passphraseIdentity(passphrase: string, mostWork: number): Identity {
  return {
    async unwrapFileKey([stanza, ...others]) {
      if (stanza?.args[0] !== 'scrypt') return null;
      const { salt, work } = parametersOf(stanza);
      const isOne = others.length === 0 && stanza.body.length === BODY_BYTES;
      if (!isOne || work > mostWork) throw new Error('invalid scrypt stanza');
      return decrypted(await keyOf(passphrase, salt, work), stanza.body);
    },
  };
}
