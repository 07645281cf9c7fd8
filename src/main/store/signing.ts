import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';

/** DER around a raw Ed25519 key (RFC 8410 §4, §7). */
const PRIVATE_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** Bytes of an Ed25519 seed, and of a public key (RFC 8032 §5.1.5). */
export const KEY_BYTES = 32;
const FINGERPRINT_LENGTH = 20;

/** A key of an installation. */
export interface SigningKey {
  /** The raw public key, base64url. */
  readonly publicKey: string;
  /** @returns Ed25519 signature of the UTF-8 bytes, base64url; always the same for the same text */
  readonly sign: (text: string) => string;
}

function publicPart(key: KeyObject): string {
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return der.subarray(PUBLIC_HEAD.length).toString('base64url');
}

/** The key that follows from a seed. @param seed 32 bytes */
export function signingKey(seed: Uint8Array): SigningKey {
  const der = Buffer.concat([PRIVATE_HEAD, seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return {
    publicKey: publicPart(key),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
  };
}

/** True where the text was signed with the private half of this key. */
export function isSignedBy(publicKey: string, signature: string, text: string): boolean {
  const raw = Buffer.from(publicKey, 'base64url');
  const bytes = Buffer.from(signature, 'base64url');
  if (raw.length !== KEY_BYTES || bytes.toString('base64url') !== signature) return false;
  const der = Buffer.concat([PUBLIC_HEAD, raw]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text), key, bytes);
}

/** A short name of a key that two people can compare: 20 hex digits of its SHA-256, in fours. */
export function fingerprint(publicKey: string): string {
  const sum = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex');
  return sum.slice(0, FINGERPRINT_LENGTH).replace(/(?<four>.{4})(?=.)/gu, '$<four> ');
}
