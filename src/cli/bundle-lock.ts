import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../core/result.ts';
import { identitiesIn, type Lock, type Unlock } from '../main/service/bundle/locked-bundle.ts';
import type { Invocation } from './usage.ts';

type Options = Pick<Invocation, 'options' | 'lists'>;

async function textIn(file: string): Promise<Result<string, string>> {
  try {
    return ok(await readFile(path.resolve(file), 'utf8'));
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    // What a disk refuses is to be expected; anything else is a bug and has to be seen.
    if (code === undefined) throw cause;
    return err(`${file} cannot be read: ${message}`);
  }
}

/** The passphrase in a file: its first line. */
async function passphraseIn(file: string): Promise<Result<string, string>> {
  const text = await textIn(file);
  if (!text.ok) return text;
  const [line = ''] = text.value.split(/\r?\n/u);
  return line === '' ? err(`${file} holds no passphrase in its first line.`) : ok(line);
}

/** Whom a bundle is to be locked for; `undefined` where it stays open. */
export async function lockAsked({
  options,
  lists,
}: Options): Promise<Result<Lock | undefined, string>> {
  const recipients = lists['recipient'] ?? [];
  const file = options['passphrase-file'];
  if (file === undefined) return ok(recipients.length === 0 ? undefined : { recipients });
  if (recipients.length > 0) {
    return err('A bundle is encrypted with a passphrase or for recipients, not both.');
  }
  const passphrase = await passphraseIn(file);
  return passphrase.ok ? ok({ passphrase: passphrase.value }) : passphrase;
}

/** What a bundle is to be opened with. */
export async function unlockAsked({ options }: Options): Promise<Result<Unlock, string>> {
  const key: { passphrase?: string; identities?: readonly string[] } = {};
  if (options['passphrase-file'] !== undefined) {
    const passphrase = await passphraseIn(options['passphrase-file']);
    if (!passphrase.ok) return passphrase;
    key.passphrase = passphrase.value;
  }
  if (options['identity-file'] !== undefined) {
    const text = await textIn(options['identity-file']);
    if (!text.ok) return text;
    key.identities = identitiesIn(text.value);
  }
  return ok(key);
}
