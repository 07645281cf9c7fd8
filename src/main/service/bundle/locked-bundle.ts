import { err, ok, type Result } from '../../../core/result.ts';

/** The first line of every age file (C2SP age.md, “Header”). */
const AGE_LINE = 'age-encryption.org/v1\n';

/** A header is a few lines for each recipient; nothing of ours is near this. Bytes. */
const HEADER_LIMIT = 64 * 1024;

/**
 * The greatest scrypt work factor that is worked on: 2^19 · 1 KiB = 512 MiB, some seconds. What asks
 * for more is made to keep a reader busy. The age tool itself writes 18.
 */
const MOST_WORK = 19;

/** What is written: 2^18 · 1 KiB = 256 MiB. */
const WORK = 18;

/** Who is to be able to open a bundle. */
export type Lock =
  | { readonly passphrase: string }
  /** Public keys, `age1…`. */
  | { readonly recipients: readonly string[] };

/** What a person has to open it with. */
export interface Unlock {
  readonly passphrase?: string | undefined;
  /** Secret keys, `AGE-SECRET-KEY-1…`. */
  readonly identities?: readonly string[] | undefined;
}

/** Why a bundle stays closed. */
export interface Closed {
  /** `passphrase`, `identity`: it needs one and none was given, or not that one; `bad`: it cannot be opened at all. */
  readonly kind: 'passphrase' | 'identity' | 'bad';
  readonly message: string;
}

/** True for an age file, whatever is in it. */
export function isLocked(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, AGE_LINE.length)).toString('latin1') === AGE_LINE;
}

/** Why somebody's public key cannot be locked to, in words. */
export async function recipientFault(recipient: string): Promise<string | undefined> {
  const { Encrypter } = await import('age-encryption');
  try {
    new Encrypter().addRecipient(recipient);
    return undefined;
  } catch {
    // The library throws for whatever is no key.
    return `“${recipient}” is no recipient of age: those begin with age1. Nothing was written.`;
  }
}

/**
 * Encrypts a bundle in the age format, so that any program that knows the format opens it.
 * @param work scrypt work factor as a power of two; for tests
 */
export async function lockBundle(
  bytes: Uint8Array,
  lock: Lock,
  work = WORK,
): Promise<Result<Uint8Array, string>> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  if ('passphrase' in lock) {
    if (lock.passphrase === '') return err('The passphrase is empty. Nothing was written.');
    const { passphraseRecipient } = await import('./passphrase-lock.ts');
    encrypter.addRecipient(passphraseRecipient(lock.passphrase, work));
  } else {
    for (const recipient of lock.recipients) {
      const fault = await recipientFault(recipient);
      if (fault !== undefined) return err(fault);
      encrypter.addRecipient(recipient);
    }
  }
  return ok(await encrypter.encrypt(bytes));
}

function headerOf(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes.subarray(0, HEADER_LIMIT)).toString('latin1');
  const end = text.indexOf('\n---');
  return end < 0 ? undefined : text.slice(0, end + 1);
}

function workOf(header: string): number | undefined {
  const stanza = /^-> scrypt \S+ (?<work>\S+)$/mu.exec(header)?.groups?.['work'];
  if (stanza === undefined) return undefined;
  return /^[1-9]\d{0,2}$/u.test(stanza) ? Number(stanza) : Number.POSITIVE_INFINITY;
}

const BAD = 'It is encrypted, and damaged: it cannot be opened with anything.';

/** What the header asks for, before any work is done for it. */
function neededFor(
  header: string | undefined,
  key: Unlock,
): Result<'passphrase' | 'identity', Closed> {
  if (header === undefined) return err({ kind: 'bad', message: BAD });
  const work = workOf(header);
  if (work === undefined) {
    return (key.identities ?? []).length > 0
      ? ok('identity')
      : err({
          kind: 'identity',
          message: 'It is encrypted for the owner of a key. Name the file that holds your key.',
        });
  }
  if (work > MOST_WORK) {
    const message = `It asks for more work to open it than any bundle needs (${String(work)}; at most ${String(MOST_WORK)} is done).`;
    return err({ kind: 'bad', message });
  }
  return key.passphrase === undefined || key.passphrase === ''
    ? err({ kind: 'passphrase', message: 'It is encrypted with a passphrase.' })
    : ok('passphrase');
}

/** Decrypts a bundle. Refused, in words, where it cannot be opened with what was given. */
export async function unlockBundle(
  bytes: Uint8Array,
  key: Unlock,
): Promise<Result<Uint8Array, Closed>> {
  const needed = neededFor(headerOf(bytes), key);
  if (!needed.ok) return needed;
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  try {
    if (needed.value === 'passphrase') {
      const { passphraseIdentity } = await import('./passphrase-lock.ts');
      decrypter.addIdentity(passphraseIdentity(key.passphrase ?? '', MOST_WORK));
    } else for (const identity of key.identities ?? []) decrypter.addIdentity(identity);
  } catch {
    // The library throws for whatever is no key.
    return err({ kind: 'identity', message: 'The file of your key holds no key of age.' });
  }
  try {
    return ok(await decrypter.decrypt(bytes));
  } catch (cause) {
    const isOther = cause instanceof Error && cause.message.includes('no identity matched');
    if (!isOther) return err({ kind: 'bad', message: BAD });
    return needed.value === 'passphrase'
      ? err({ kind: 'passphrase', message: 'The passphrase is not the right one.' })
      : err({ kind: 'identity', message: 'It is not encrypted for your key.' });
  }
}

/** The secret keys in a file of them: one a line, `#` begins a comment. */
export function identitiesIn(text: string): readonly string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
