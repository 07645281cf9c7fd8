import { articleOfOp } from '../../../core/log/op.ts';
import { isJsonObject } from '../../../core/model/json.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { sidecarFile, textFile } from '../../store/articles.ts';
import { CUT_FILE, cutBytes } from '../../store/cut.ts';
import { documentOf, PROJECT_KEY } from '../../store/layout.ts';
import type { Store } from '../../store/store.ts';
import { packBundle, unpackBundle } from './bundle-zip.ts';
import { asideFile, type MergeStep, readSteps, writeSteps } from './merge-steps.ts';
import { readLines, type StreamOp, writeLines } from './stream-lines.ts';

/** What can be taken back, and what can be taken in again. */
export interface TakenSteps {
  readonly back?: MergeStep | undefined;
  readonly again?: MergeStep | undefined;
}

async function stepsAndAsides(
  store: Store,
): Promise<
  Result<{ readonly steps: readonly MergeStep[]; readonly asides: ReadonlySet<string> }, string>
> {
  const steps = await readSteps(store);
  if (!steps.ok) return steps;
  return ok({ steps: steps.value, asides: new Set(await store.bundles.list()) });
}

/** The last step that counts, and the first after it that was taken back. The error is in words. */
export async function takenSteps(store: Store): Promise<Result<TakenSteps, string>> {
  const read = await stepsAndAsides(store);
  if (!read.ok) return read;
  const { steps, asides } = read.value;
  const last = steps.findLastIndex((step) => !asides.has(asideFile(step)));
  return ok({ back: steps[last], again: steps[last + 1] });
}

interface Cutting {
  readonly entries: Map<string, Uint8Array>;
  readonly documents: Set<string>;
}

/** Why a log that stays keeps the step from being taken back. */
function stayingFault(ops: readonly StreamOp[], step: MergeStep): string | undefined {
  const came = new Set(step.articles);
  const on = ops.find(({ op }) => came.has(articleOfOp(op) ?? ''));
  return on === undefined
    ? undefined
    : `The article ${articleOfOp(on.op) ?? ''} came with it, and has been worked on here since. Take that back first.`;
}

function cutFault(
  step: MergeStep,
  found: MergeStep['received'][number] | undefined,
  s: number,
): string | undefined {
  return found !== undefined && found.to !== s
    ? `The log of ${found.replica}/${found.channel} has gone on since ${step.from}’s bundle.`
    : undefined;
}

/** Notes ops that go: their bytes, and the documents that they are in. */
function putAside(
  { entries, documents }: Cutting,
  {
    project,
    replica,
    channel,
    before,
  }: MergeStep['received'][number] & { readonly project: string },
  going: readonly StreamOp[],
): void {
  for (const { op } of going) documents.add(documentOf(op) ?? PROJECT_KEY);
  const base = { s: before, h: before === 0 ? '' : (going[0]?.op.h ?? '') };
  entries.set(
    `log/${replica}/${channel}.jsonl`,
    writeLines({ project, replica, channel, base }, going),
  );
}

/** Looks through every log: they have to be whole, for the snapshots are made from them again. */
async function lookThrough(store: Store, step: MergeStep): Promise<Result<Cutting, string>> {
  const cutting: Cutting = { entries: new Map(), documents: new Set() };
  for (const { replica, channel, s } of store.streams()) {
    const bytes = await store.readStream(replica, channel);
    if (!bytes.ok) return err(bytes.error.message);
    const lines = readLines(bytes.value);
    if (lines === undefined || lines.header.base.s !== 0) {
      return err(
        `The log of ${replica}/${channel} is not whole, so nothing can be made from it again.`,
      );
    }
    const found = step.received.find((one) => one.replica === replica && one.channel === channel);
    const staying = lines.ops.filter(({ op }) => found === undefined || op.s <= found.before);
    const fault = cutFault(step, found, s) ?? stayingFault(staying, step);
    if (fault !== undefined) return err(fault);
    if (found === undefined) continue;
    putAside(cutting, { project: store.id, ...found }, lines.ops.slice(staying.length));
  }
  return ok(cutting);
}

/** Puts the texts that go into the entries. @returns their files */
async function articleFiles(
  store: Store,
  step: MergeStep,
  into: Cutting['entries'],
): Promise<Result<readonly string[], string>> {
  const files: string[] = [];
  for (const id of step.articles) {
    const text = await store.text(id);
    if (!text.ok) return err(text.error.message);
    const sidecar = await store.sidecar(id);
    if (!sidecar.ok) return err(sidecar.error.message);
    into.set(textFile(id), Buffer.from(text.value));
    into.set(sidecarFile(id), Buffer.from(JSON.stringify(sidecar.value)));
    files.push(textFile(id), sidecarFile(id));
  }
  return ok(files);
}

/**
 * Orders the last step to be taken back: what came with it is put aside, and goes when the project
 * is opened next, which has to be at once. Refused, in words, with nothing changed.
 */
export async function orderTakeBack(store: Store): Promise<Result<MergeStep, string>> {
  await store.drain();
  const taken = await takenSteps(store);
  if (!taken.ok) return taken;
  const step = taken.value.back;
  if (step === undefined) return err('No bundle was taken in that could be taken back.');
  const cutting = await lookThrough(store, step);
  if (!cutting.ok) return err(`${cutting.error} Nothing was changed.`);
  const { entries, documents } = cutting.value;
  const files = await articleFiles(store, step, entries);
  if (!files.ok) return err(`${files.error} Nothing was changed.`);
  const kept = await store.bundles.keep(asideFile(step), await packBundle(entries));
  if (!kept.ok) return err(kept.error.message);
  documents.delete(PROJECT_KEY);
  const order = cutBytes({
    project: store.id,
    streams: step.received.map(({ replica, channel, before }) => ({
      replica,
      channel,
      to: before,
    })),
    documents: [...documents].sort(),
    files: [...files.value],
  });
  const ordered = await store.bundles.keep(CUT_FILE, order);
  if (ordered.ok) return ok(step);
  await store.bundles.drop(asideFile(step));
  return err(ordered.error.message);
}

type Put = Parameters<Store['putArticles']>[0][number];

function putOf(id: string, entries: ReadonlyMap<string, Uint8Array>): Put {
  const sidecar: unknown = JSON.parse(
    Buffer.from(entries.get(sidecarFile(id)) ?? '{}').toString('utf8'),
  );
  return {
    articleId: id,
    text: Buffer.from(entries.get(textFile(id)) ?? '').toString('utf8'),
    sidecar: isJsonObject(sidecar as never) ? (sidecar as never) : {},
  };
}

/** What of the entries goes on from what is here. */
function fitting(store: Store, entries: ReadonlyMap<string, Uint8Array>, step: MergeStep) {
  return step.received.flatMap(({ replica, channel }) => {
    const lines = readLines(entries.get(`log/${replica}/${channel}.jsonl`) ?? new Uint8Array(0));
    const ours = store.streams().find((one) => one.replica === replica && one.channel === channel);
    const { s, h } = ours ?? { s: 0, h: '' };
    const ops = (lines?.ops ?? []).filter(({ op }) => op.s > s);
    const follows = ops[0]?.op.s === s + 1 && (s === 0 || h === '' || ops[0].op.h === h);
    return follows ? [{ replica, channel, ops }] : [];
  });
}

/** Takes in again what was taken back last. Refused, in words, with nothing changed. */
export async function takeAgain(store: Store): Promise<Result<MergeStep, string>> {
  await store.drain();
  const taken = await takenSteps(store);
  if (!taken.ok) return taken;
  const step = taken.value.again;
  if (step === undefined) return err('Nothing was taken back that could be taken in again.');
  const bytes = await store.bundles.read(asideFile(step));
  if (!bytes.ok) return err(bytes.error.message);
  const unpacked = await unpackBundle(bytes.value);
  if (!unpacked.ok) return err(`bundles/${asideFile(step)} is damaged. Nothing was changed.`);
  const known = store.projectRecords('article');
  const missing = step.articles.filter((id) => !known.has(id));
  const put = await store.putArticles(missing.map((id) => putOf(id, unpacked.value)));
  if (!put.ok) return err(put.error.message);
  const streams = fitting(store, unpacked.value, step);
  const before = new Map(store.streams().map((one) => [`${one.replica}/${one.channel}`, one.s]));
  if (streams.length > 0) {
    const received = await store.receive({ streams, label: `Merge of ${step.from}’s bundle` });
    if (!received.ok) return err(received.error.message);
  }
  const now = {
    ...step,
    received: streams.map(({ replica, channel, ops }) => ({
      replica,
      channel,
      before: before.get(`${replica}/${channel}`) ?? 0,
      to: ops.at(-1)?.op.s ?? 0,
    })),
    articles: missing,
  };
  const steps = await readSteps(store);
  if (!steps.ok) return steps;
  // A later bundle may have brought all of it: then there is nothing to take back any more.
  const next = steps.value.flatMap((one) =>
    one.id !== step.id ? [one] : now.received.length > 0 ? [now] : [],
  );
  const written = await writeSteps(store, next);
  if (!written.ok) return written;
  await store.bundles.drop(asideFile(step));
  await store.checkpoint();
  return ok(now);
}
