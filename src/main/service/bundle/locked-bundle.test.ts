import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import {
  identitiesIn,
  isLocked,
  lockBundle,
  recipientFault,
  type Unlock,
  unlockBundle,
} from './locked-bundle.ts';

const CONTENT = Buffer.from('bytes of a bundle '.repeat(9000));
/** So that a test takes no second. */
const QUICK = 2;

async function locked(lock: Parameters<typeof lockBundle>[1]): Promise<Uint8Array> {
  const made = await lockBundle(CONTENT, lock, QUICK);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

async function outcome(bytes: Uint8Array, key: Unlock): Promise<string> {
  const opened = await unlockBundle(bytes, key);
  if (!opened.ok) return `${opened.error.kind}: ${opened.error.message}`;
  return Buffer.compare(opened.value, CONTENT) === 0 ? 'same' : 'other';
}

function withWork(bytes: Uint8Array, work: string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  return Buffer.from(text.replace(/^(?<head>-> scrypt \S+) \S+$/mu, `$<head> ${work}`), 'latin1');
}

describe('a bundle that is locked', () => {
  it('opens with its passphrase, and with no other', { timeout: 60_000 }, async () => {
    const bytes = await locked({ passphrase: 'four words in Arabic أربع' });
    expect(isLocked(bytes)).toBe(true);
    expect(isLocked(CONTENT)).toBe(false);
    expect(await outcome(bytes, { passphrase: 'four words in Arabic أربع' })).toBe('same');
    expect(await outcome(bytes, { passphrase: 'another' })).toContain('not the right one');
    expect(await outcome(bytes, {})).toContain('encrypted with a passphrase');
    expect(await lockBundle(CONTENT, { passphrase: '' })).toMatchObject({ ok: false });
  });

  it('opens with the key of each recipient, and with no other', async () => {
    const [ada, ben, eve] = await Promise.all([1, 2, 3].map(() => generateX25519Identity()));
    const recipients = await Promise.all([ada, ben].map((one) => identityToRecipient(one ?? '')));
    const bytes = await locked({ recipients });
    for (const identity of [ada, ben]) {
      expect(
        await outcome(bytes, { identities: identitiesIn(`# key\r\n${identity ?? ''}\n`) }),
      ).toBe('same');
    }
    expect(await outcome(bytes, { identities: [eve ?? ''] })).toContain(
      'not encrypted for your key',
    );
    expect(await outcome(bytes, {})).toContain('Name the file');
    expect(await outcome(bytes, { identities: ['no key'] })).toContain('holds no key');
  });

  it('has the header of the age format', async () => {
    const identity = await generateX25519Identity();
    const bytes = await locked({ recipients: [await identityToRecipient(identity)] });
    const lines = Buffer.from(bytes).toString('latin1').split('\n');
    expect(lines[0]).toBe('age-encryption.org/v1');
    expect(lines[1]).toMatch(/^-> X25519 [A-Za-z0-9+/]{43}$/u);
    expect(lines[3]).toMatch(/^--- [A-Za-z0-9+/]{43}$/u);
  });

  it('is what the library itself makes of a passphrase, and the other way round', async () => {
    const decrypter = new Decrypter();
    decrypter.addPassphrase('sesame أ');
    const ours = await decrypter.decrypt(await locked({ passphrase: 'sesame أ' }));
    expect(Buffer.compare(ours, CONTENT)).toBe(0);
    const encrypter = new Encrypter();
    encrypter.setPassphrase('sesame أ');
    encrypter.setScryptWorkFactor(QUICK);
    const theirs = await encrypter.encrypt(CONTENT);
    expect(await outcome(theirs, { passphrase: 'sesame أ' })).toBe('same');
    expect(await outcome(theirs, { passphrase: 'sesame' })).toContain('not the right one');
  });

  it('opens when another program of the format wrote it', async () => {
    const identity = await generateX25519Identity();
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(identity));
    const bytes = await encrypter.encrypt(CONTENT);
    expect(await outcome(bytes, { identities: [identity] })).toBe('same');
  });

  it('is refused whichever region is changed', async () => {
    const identity = await generateX25519Identity();
    const bytes = await locked({ recipients: [await identityToRecipient(identity)] });
    for (let at = 30; at < bytes.length; at += 4999) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await outcome(changed, { identities: [identity] }), `byte ${at}`).not.toBe('same');
    }
    expect(await outcome(bytes.subarray(0, -1), { identities: [identity] })).toContain('damaged');
    expect(await outcome(bytes.subarray(0, 40), { identities: [identity] })).toContain('damaged');
  });

  it.each(['20', '30', '64', '999999', '1e3'])(
    'is not worked on where it asks for 2^%s',
    async (work) => {
      const bytes = withWork(await locked({ passphrase: 'x' }), work);
      const before = performance.now();
      expect(await outcome(bytes, { passphrase: 'x' })).toContain('more work');
      expect(performance.now() - before).toBeLessThan(1000);
    },
  );
});

describe('a recipient', () => {
  it('is told apart from what is none', async () => {
    const recipient = await identityToRecipient(await generateX25519Identity());
    expect(await recipientFault(recipient)).toBeUndefined();
    expect(await recipientFault(recipient.slice(0, -1))).toContain('no recipient');
    expect(await recipientFault('ada@example.org')).toContain('no recipient');
  });
});
