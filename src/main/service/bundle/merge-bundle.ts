import { articleEntries, type BundleArticle } from '../../../core/log/bundle-manifest.ts';
import type { MergeReport } from '../../../core/log/merge-report.ts';
import type { Json } from '../../../core/model/json.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { sha256 } from '../../store/articles.ts';
import type { Store } from '../../store/store.ts';
import { noteStep, positionsOf } from './merge-steps.ts';
import { type MergePlan, planMerge, type Vouched } from './plan-merge.ts';
import { type OpenedBundle, openBundle } from './sealed-bundle.ts';

/** How to merge. */
export interface MergeChoice {
  /** Only say what would be done. */
  readonly dryRun: boolean;
  /** For keys that the project does not know; nobody does where it is absent. */
  readonly vouched?: Vouched | undefined;
  /** ISO-8601 UTC, for the receipt. */
  readonly at: string;
}

/** What a merge came to. */
export interface Merged {
  readonly report: MergeReport;
  readonly plan: MergePlan;
  /** Bundles of before, kept because something was missing, that could be used now. */
  readonly alsoApplied: number;
}

/** Articles written with one flush, so that no more texts than these are in memory twice. */
const AT_ONCE = 100;

type Put = Parameters<Store['putArticles']>[0][number];

function sidecarOf(bytes: Uint8Array | undefined): Json {
  try {
    return JSON.parse(Buffer.from(bytes ?? []).toString('utf8')) as Json;
  } catch {
    // Signed as it is, so its author's program wrote it; the text does not depend on it.
    return {};
  }
}

function putOf({ files }: OpenedBundle, article: BundleArticle): Result<Put, string> {
  const [text = '', sidecar = '', original] = articleEntries(article);
  const bytes = files.get(text) ?? new Uint8Array(0);
  if (sha256(bytes) !== article.sha256) return err(`Its entry ${text} is not the text it names.`);
  const source = original === undefined ? undefined : files.get(original);
  const ext = article.original?.split('.')[1] ?? '';
  return ok({
    articleId: article.id,
    text: Buffer.from(bytes).toString('utf8'),
    sidecar: sidecarOf(files.get(sidecar)),
    ...(source === undefined ? {} : { original: { bytes: source, ext } }),
  });
}

async function putTexts(
  store: Store,
  { bundle, report }: MergePlan,
): Promise<Result<void, string>> {
  const fresh = new Set(report.newArticles);
  const articles = bundle.manifest.articles.filter(({ id }) => fresh.has(id));
  for (let at = 0; at < articles.length; at += AT_ONCE) {
    const puts: Put[] = [];
    for (const article of articles.slice(at, at + AT_ONCE)) {
      const put = putOf(bundle, article);
      if (!put.ok) return put;
      puts.push(put.value);
    }
    const done = await store.putArticles(puts);
    if (!done.ok) return err(done.error.message);
  }
  return ok(undefined);
}

async function apply(store: Store, plan: MergePlan): Promise<Result<void, string>> {
  const texts = await putTexts(store, plan);
  if (!texts.ok) return texts;
  const streams = plan.streams
    .filter(({ use }) => use.length > 0)
    .map(({ stream: { replica, channel }, use }) => ({ replica, channel, ops: use }));
  if (streams.length === 0) return ok(undefined);
  const label = `Merge of ${plan.report.from.name}’s bundle`;
  const received = await store.receive({ streams, label });
  return received.ok ? ok(undefined) : err(received.error.message);
}

function isUnfinished({ waiting, forked }: MergeReport): boolean {
  return waiting.length > 0 || forked.length > 0;
}

/** Keeps what came: a receipt always, the bundle itself where something in it could not be used. */
async function keep(
  store: Store,
  bytes: Uint8Array,
  report: MergeReport,
  at: string,
): Promise<Result<void, string>> {
  const name = sha256(bytes);
  const there = await store.bundles.list();
  if (isUnfinished(report)) {
    const kept = await store.bundles.keep(`${name}.vbundle`, bytes);
    if (!kept.ok) return err(kept.error.message);
  }
  // What came first is what tells something: a second time everything is held.
  if (there.includes(`${name}.json`)) return ok(undefined);
  const receipt = { format: 'verbale-receipt', version: 1, at, report };
  const text = Buffer.from(`${JSON.stringify(receipt, null, 1)}\n`);
  const kept = await store.bundles.keep(`${name}.json`, text);
  return kept.ok ? ok(undefined) : err(kept.error.message);
}

/** Tries one bundle that is kept. @returns true where something of it could be used */
async function retry(store: Store, name: string): Promise<Result<boolean, string>> {
  const bytes = await store.bundles.read(name);
  if (!bytes.ok) return err(bytes.error.message);
  const opened = await openBundle(bytes.value);
  if (!opened.ok) return err(`${name}: ${opened.error}`);
  // Its key was believed when it came.
  const planned = await planMerge(store, opened.value, () => true);
  if (!planned.ok) return ok(false);
  const applied = await apply(store, planned.value);
  if (!applied.ok) return applied;
  if (!isUnfinished(planned.value.report)) await store.bundles.drop(name);
  return ok(planned.value.report.new > 0);
}

/** Tries what is kept until nothing more of it can be used. @returns how many could */
async function retryKept(store: Store): Promise<Result<number, string>> {
  let used = 0;
  for (;;) {
    let progress = 0;
    for (const name of await store.bundles.list()) {
      if (!name.endsWith('.vbundle')) continue;
      const done = await retry(store, name);
      if (!done.ok) return done;
      if (done.value) progress += 1;
    }
    if (progress === 0) return ok(used);
    used += progress;
  }
}

/**
 * Takes a bundle into a project: hashes, signature and chains are checked, what is new is applied,
 * what cannot be used yet is kept until it can. Doing it again, or in another order, comes to the
 * same. Refused, in words, with nothing changed.
 */
export async function mergeBundle(
  store: Store,
  bytes: Uint8Array,
  { dryRun, vouched = () => false, at }: MergeChoice,
): Promise<Result<Merged, string>> {
  const opened = await openBundle(bytes);
  if (!opened.ok) return opened;
  await store.drain();
  const plan = await planMerge(store, opened.value, vouched);
  if (!plan.ok) return plan;
  const { report } = plan.value;
  if (dryRun) return ok({ report, plan: plan.value, alsoApplied: 0 });
  const kept = await keep(store, bytes, report, at);
  if (!kept.ok) return kept;
  const before = positionsOf(store);
  const applied = await apply(store, plan.value);
  if (!applied.ok) return applied;
  const also = await retryKept(store);
  if (!also.ok) return also;
  const noted = await noteStep(store, before, { at, from: report.from.name, sum: sha256(bytes) });
  if (!noted.ok) return noted;
  if (report.new > 0 || also.value > 0) {
    const written = await store.checkpoint();
    if (!written.ok) return err(written.error.message);
  }
  return ok({ report, plan: plan.value, alsoApplied: also.value });
}
