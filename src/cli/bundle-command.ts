import path from 'node:path';
import { err, ok, type Result } from '../core/result.ts';
import { lockBundle } from '../main/service/bundle/locked-bundle.ts';
import { type BundleChoice, makeBundle } from '../main/service/bundle/make-bundle.ts';
import { readBundleFile } from '../main/service/bundle/read-bundle-file.ts';
import { openBundle } from '../main/service/bundle/sealed-bundle.ts';
import { inProject } from '../main/service/in-project.ts';
import type { Workspace } from '../main/service/workspace.ts';
import { writeWhole } from '../main/service/write-whole.ts';
import { fingerprint, type SigningKey } from '../main/store/signing.ts';
import { lockAsked, unlockAsked } from './bundle-lock.ts';
import { type Command, type Outcome, refused, wrongUsage } from './command.ts';
import type { Invocation } from './usage.ts';
import { commandLineKey, withProject } from './with-project.ts';

/** What the earlier bundle in a file held. */
async function sinceOf(invocation: Invocation): Promise<Result<BundleChoice['since'], string>> {
  const file = invocation.options['since'];
  if (file === undefined) return ok(undefined);
  const key = await unlockAsked(invocation);
  if (!key.ok) return key;
  const bytes = await readBundleFile(path.resolve(file), key.value);
  if (!bytes.ok) return err(bytes.error.message);
  const opened = await openBundle(bytes.value);
  return opened.ok ? ok(opened.value.manifest) : opened;
}

/** The bytes as they are to be handed over. */
async function lockedAsAsked(
  bytes: Uint8Array,
  invocation: Invocation,
): Promise<Result<Uint8Array, string>> {
  const lock = await lockAsked(invocation);
  if (!lock.ok || lock.value === undefined) return lock.ok ? ok(bytes) : lock;
  return lockBundle(bytes, lock.value);
}

async function write(
  { whole, me }: Workspace,
  key: SigningKey,
  invocation: Invocation,
): Promise<Outcome> {
  const { options, flags } = invocation;
  const out = path.resolve(options['out'] ?? '');
  const inside = await inProject(out);
  if (inside !== undefined) return refused(inside);
  try {
    const since = await sinceOf(invocation);
    if (!since.ok) return refused(`${options['since'] ?? ''} is no bundle: ${since.error}`);
    const choice = { analyst: me, key, originals: flags.has('originals'), since: since.value };
    const made = await makeBundle(whole, choice);
    if (!made.ok) return refused(made.error);
    const { bytes, ops, articles } = made.value;
    const locked = await lockedAsAsked(bytes, invocation);
    if (!locked.ok) return refused(locked.error);
    await writeWhole(out, [locked.value]);
    const print = fingerprint(key.publicKey);
    return {
      exit: 0,
      json: {
        file: out,
        analyst: me.name,
        edits: ops,
        articles,
        bytes: locked.value.length,
        key: print,
      },
      text: [
        `Wrote ${out}: ${String(ops)} edits of ${me.name}, ${String(articles)} texts`,
        `Signed with the key ${print}`,
      ],
    };
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    // What a disk refuses is to be expected; anything else is a bug and has to be seen.
    if (code === undefined) throw cause;
    return refused(`No bundle was written: ${message}`);
  }
}

/** `bundle DIR --analyst A --out F [--since E] [--originals] [--passphrase-file P | --recipient R…]` → `{file,analyst,edits,articles,bytes,key}`. */
export const bundleCommand: Command = {
  name: 'bundle',
  operands: [1, 1],
  options: [
    'analyst',
    'out',
    'since',
    'originals',
    'passphrase-file',
    'recipient',
    'identity-file',
  ],
  async run(invocation, output) {
    const { operands, options } = invocation;
    if (options['out'] === undefined) return wrongUsage('bundle: --out says where to.');
    if (options['analyst'] === undefined) return wrongUsage('bundle: --analyst says whose work.');
    const key = await commandLineKey();
    if (typeof key === 'string') return refused(key);
    return withProject(operands[0] ?? '', options['analyst'], output, (workspace) =>
      write(workspace, key, invocation),
    );
  },
};
