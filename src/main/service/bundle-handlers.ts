import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { layerAnalyst } from '../../core/log/op.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Input, Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import type { Handlers } from '../../ipc/server.ts';
import { sha256 } from '../store/articles.ts';
import { fingerprint } from '../store/signing.ts';
import { type Closed, identitiesIn } from './bundle/locked-bundle.ts';
import { lookAtBundle, shownReport } from './bundle/look-at-bundle.ts';
import { measureBundle } from './bundle/make-bundle.ts';
import { mergeBundle } from './bundle/merge-bundle.ts';
import type { MergeStep } from './bundle/merge-steps.ts';
import { readBundleFile } from './bundle/read-bundle-file.ts';
import { orderTakeBack, takeAgain, takenSteps } from './bundle/take-back.ts';
import { writeBundle } from './bundle/write-bundle.ts';
import { refuse } from './problems.ts';
import { analystsOf, projectView } from './project-view.ts';
import type { ServiceOptions } from './service-options.ts';
import type { Workspace } from './workspace.ts';

type Asked = Input<'bundle.look'>['bundles'][number];
type Looked = Output<'bundle.look'>['looked'][number];
type Taken = Output<'bundle.take'>['taken'][number];

/** Receipts that are listed; more are in the folder `bundles`. */
const MOST_RECEIPTS = 200;

async function bytesOf(asked: Asked): Promise<Result<Uint8Array, Closed>> {
  const { path, passphrase, identityFile } = asked;
  if (identityFile === undefined) return readBundleFile(path, { passphrase });
  try {
    const identities = identitiesIn(await readFile(identityFile, 'utf8'));
    return await readBundleFile(path, { passphrase, identities });
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    // What a disk refuses is to be expected; anything else is a bug and has to be seen.
    if (code === undefined) throw cause;
    return err({ kind: 'identity', message: `${identityFile} cannot be read: ${message}` });
  }
}

function readerOf({ store, me }: Workspace) {
  return { store, me: me.id };
}

async function look(open: Workspace, asked: Asked): Promise<Looked> {
  const { path } = asked;
  const bytes = await bytesOf(asked);
  if (!bytes.ok) {
    const { kind, message } = bytes.error;
    return kind === 'bad'
      ? { path, state: 'refused', message }
      : { path, state: 'locked', needs: kind, message };
  }
  const report = await lookAtBundle(readerOf(open), bytes.value);
  return report.ok
    ? { path, state: 'ready', sum: sha256(bytes.value), report: report.value }
    : { path, state: 'refused', message: report.error };
}

async function take(
  open: Workspace,
  asked: Input<'bundle.take'>['bundles'][number],
  at: string,
): Promise<Taken> {
  const { path, sum, acceptKey } = asked;
  const bytes = await bytesOf(asked);
  if (!bytes.ok) return { path, refused: bytes.error.message };
  if (sha256(bytes.value) !== sum) {
    return {
      path,
      refused: 'It is another file than the one that was looked at. Look at it again.',
    };
  }
  const vouched = (print: string): boolean => print === acceptKey;
  const merged = await mergeBundle(open.store, bytes.value, { dryRun: false, at, vouched });
  if (!merged.ok) return { path, refused: merged.error };
  const { plan, alsoApplied } = merged.value;
  return { path, report: shownReport(readerOf(open), plan), alsoApplied };
}

async function takeAll(
  { session, clock }: ServiceOptions,
  { bundles }: Input<'bundle.take'>,
): Promise<Reply<Output<'bundle.take'>>> {
  const open = session.need();
  if (!open.ok) return open;
  const taken: Taken[] = [];
  const at = new Date(clock()).toISOString();
  for (const asked of bundles) taken.push(await take(open.value, asked, at));
  return { ok: true, value: { taken, project: projectView(open.value) } };
}

/** Who has worked at this computer: whose work can be handed over from here. */
function peopleHere({ store, me }: Workspace): { id: string; name: string }[] {
  const here = new Set([me.id]);
  for (const { replica, channel } of store.streams()) {
    const analyst = layerAnalyst(channel);
    if (replica === store.replica && analyst !== undefined) here.add(analyst);
  }
  return [me, ...analystsOf(store).filter(({ id }) => here.has(id) && id !== me.id)].map(
    ({ id, name }) => ({ id, name }),
  );
}

async function contents(
  { session, signingKey }: ServiceOptions,
  { analyst }: Input<'bundle.contents'>,
): Promise<Reply<Output<'bundle.contents'>>> {
  const open = session.need();
  if (!open.ok) return open;
  const people = peopleHere(open.value);
  const who = people.find(({ id }) => id === analyst) ?? open.value.me;
  const measured = await measureBundle(open.value.store, who);
  if (!measured.ok) return refuse('io', measured.error);
  return { ok: true, value: { people, ...measured.value, key: fingerprint(signingKey.publicKey) } };
}

async function make(
  { session, dialogs, signingKey }: ServiceOptions,
  { analyst, originals, passphrase, recipients }: Input<'bundle.make'>,
): Promise<Reply<Output<'bundle.make'>>> {
  const open = session.need();
  if (!open.ok) return open;
  const { store } = open.value;
  const who = peopleHere(open.value).find(({ id }) => id === analyst);
  if (who === undefined)
    return refuse('refused', 'Only work that was done here can be handed over from here.');
  const date = store.lastChange().slice(0, 10);
  const file = await dialogs.saveAs('Hand over', `${who.name} ${date}.vbundle`, 'vbundle');
  if (file === undefined) return { ok: true, value: { cancelled: true } };
  const lock =
    passphrase !== undefined
      ? { passphrase }
      : recipients === undefined
        ? undefined
        : { recipients };
  const written = await writeBundle(
    store,
    { analyst: who, key: signingKey, originals },
    file,
    lock,
  );
  return written.ok
    ? { ok: true, value: { file, ...written.value, key: fingerprint(signingKey.publicKey) } }
    : refuse('io', written.error, file);
}

const receiptSchema = z.looseObject({
  format: z.literal('verbale-receipt'),
  at: z.string(),
  report: z.looseObject({
    from: z.looseObject({ name: z.string() }),
    new: z.number(),
    newArticles: z.array(z.unknown()),
    conflicts: z.array(z.unknown()),
  }),
});

type Receipt = Output<'bundle.taken'>['receipts'][number];

async function receiptsOf({ store }: Workspace): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  for (const name of await store.bundles.list()) {
    if (!/^[0-9a-f]{64}\.json$/u.test(name)) continue;
    const bytes = await store.bundles.read(name);
    if (!bytes.ok) continue;
    const parsed = receiptSchema.safeParse(jsonIn(bytes.value));
    if (!parsed.success) continue;
    const { at, report } = parsed.data;
    receipts.push({
      from: report.from.name,
      at,
      edits: report.new,
      articles: report.newArticles.length,
      conflicts: report.conflicts.length,
    });
  }
  return receipts.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, MOST_RECEIPTS);
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    // A receipt that somebody has changed by hand is not listed.
    return undefined;
  }
}

function stepOf({ from, at, received, articles }: MergeStep): Output<'bundle.takeBack'>['step'] {
  const edits = received.reduce((sum, { before, to }) => sum + to - before, 0);
  return { from, at, edits, articles: articles.length };
}

async function takenBefore(open: Workspace): Promise<Reply<Output<'bundle.taken'>>> {
  const steps = await takenSteps(open.store);
  if (!steps.ok) return refuse('corrupt', steps.error);
  const { back, again } = steps.value;
  const kept = await open.store.bundles.list();
  return {
    ok: true,
    value: {
      receipts: await receiptsOf(open),
      waiting: kept.filter((name) => name.endsWith('.vbundle')).length,
      ...(back === undefined ? {} : { back: stepOf(back) }),
      ...(again === undefined ? {} : { again: stepOf(again) }),
    },
  };
}

async function takeStepBack({
  session,
}: ServiceOptions): Promise<Reply<Output<'bundle.takeBack'>>> {
  const open = session.need();
  if (!open.ok) return open;
  const ordered = await orderTakeBack(open.value.store);
  if (!ordered.ok) return refuse('refused', ordered.error);
  // The order is carried out when the project is opened.
  const opened = await session.open(open.value.store.dir);
  return opened.ok ? ok({ step: stepOf(ordered.value), project: opened.value }) : opened;
}

async function takeStepAgain(open: Workspace): Promise<Reply<Output<'bundle.takeAgain'>>> {
  const done = await takeAgain(open.store);
  if (!done.ok) return refuse('refused', done.error);
  return { ok: true, value: { step: stepOf(done.value), project: projectView(open) } };
}

type Mine = Extract<keyof Handlers, `bundle.${string}`>;

/** Handing over, and taking in what others hand over. */
export function bundleHandlers(options: ServiceOptions): Pick<Handlers, Mine> {
  const { session, dialogs } = options;
  return {
    'bundle.contents': (input) => contents(options, input),
    'bundle.make': (input) => make(options, input),
    'bundle.choose': async () => {
      const paths = await dialogs.chooseBundles();
      return { ok: true, value: paths === undefined ? { cancelled: true } : { paths } };
    },
    'bundle.chooseIdentity': async () => {
      const path = await dialogs.chooseFile('The file with your key', 'All files', ['*']);
      return { ok: true, value: path === undefined ? { cancelled: true } : { path } };
    },
    'bundle.look': async ({ bundles }) => {
      const open = session.need();
      if (!open.ok) return open;
      const looked: Looked[] = [];
      for (const asked of bundles) looked.push(await look(open.value, asked));
      return { ok: true, value: { looked } };
    },
    'bundle.take': (input) => takeAll(options, input),
    'bundle.taken': async () => {
      const open = session.need();
      return open.ok ? takenBefore(open.value) : open;
    },
    'bundle.takeBack': () => takeStepBack(options),
    'bundle.takeAgain': async () => {
      const open = session.need();
      return open.ok ? takeStepAgain(open.value) : open;
    },
  };
}
