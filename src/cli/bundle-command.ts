import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ok, type Result } from '../core/result.ts';
import { type BundleChoice, makeBundle } from '../main/service/bundle/make-bundle.ts';
import { openBundle } from '../main/service/bundle/sealed-bundle.ts';
import { inProject } from '../main/service/in-project.ts';
import type { Workspace } from '../main/service/workspace.ts';
import { writeWhole } from '../main/service/write-whole.ts';
import { fingerprint, type SigningKey } from '../main/store/signing.ts';
import { type Command, type Outcome, refused, wrongUsage } from './command.ts';
import type { Invocation } from './usage.ts';
import { commandLineKey, withProject } from './with-project.ts';

/** What the earlier bundle in a file held. */
async function sinceOf(file: string | undefined): Promise<Result<BundleChoice['since'], string>> {
  if (file === undefined) return ok(undefined);
  const opened = await openBundle(await readFile(path.resolve(file)));
  return opened.ok ? ok(opened.value.manifest) : opened;
}

async function write(
  { whole, me }: Workspace,
  key: SigningKey,
  { options, flags }: Invocation,
): Promise<Outcome> {
  const out = path.resolve(options['out'] ?? '');
  const inside = await inProject(out);
  if (inside !== undefined) return refused(inside);
  try {
    const since = await sinceOf(options['since']);
    if (!since.ok) return refused(`${options['since'] ?? ''} is no bundle: ${since.error}`);
    const choice = { analyst: me, key, originals: flags.has('originals'), since: since.value };
    const made = await makeBundle(whole, choice);
    if (!made.ok) return refused(made.error);
    const { bytes, ops, articles } = made.value;
    await writeWhole(out, [bytes]);
    const print = fingerprint(key.publicKey);
    return {
      exit: 0,
      json: { file: out, analyst: me.name, edits: ops, articles, bytes: bytes.length, key: print },
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

/** `bundle DIR --analyst A --out F [--since E] [--originals]` → `{file,analyst,edits,articles,bytes,key}`. */
export const bundleCommand: Command = {
  name: 'bundle',
  operands: [1, 1],
  options: ['analyst', 'out', 'since', 'originals'],
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
