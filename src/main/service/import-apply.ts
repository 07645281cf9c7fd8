import { readFile } from 'node:fs/promises';
import type { Input, Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import { sha256 } from '../store/articles.ts';
import { applyImport, inFileOrder } from './apply-import.ts';
import type { BatchEntry } from './import-batch.ts';
import type { Batch } from './import-batches.ts';
import { type Corrections, planArticles } from './plan-article.ts';
import type { PlannedArticle } from './planned-article.ts';
import { storeRefusal } from './problems.ts';
import { projectView, rowsOf } from './project-view.ts';
import type { Workspace } from './workspace.ts';

type Failed = Output<'import.apply'>['result']['failed'];

/** Plans one file, unless it is no longer what the preview showed; then answers why not. */
async function planEntry(
  entry: BatchEntry,
  corrections: Corrections,
  addedAt: string,
): Promise<readonly PlannedArticle[] | string> {
  const { content, item } = entry;
  if (content === undefined) return item.reason === '' ? 'It was not read.' : item.reason;
  if (content.kind === 'dataset') return content.plans;
  if (entry.pasted !== undefined) {
    return planArticles(content.read, addedAt, undefined, corrections);
  }
  let bytes: Uint8Array;
  try {
    bytes = await readFile(item.file);
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
  const [first] = content.read.articles;
  if (first !== undefined && sha256(bytes) !== first.originalSha256) {
    return 'The file has changed since the preview. Import it again.';
  }
  return planArticles(content.read, addedAt, bytes, corrections);
}

/** What of a file does not come in. */
function problemsOf({ content }: BatchEntry): readonly string[] {
  if (content === undefined) return [];
  return content.kind === 'dataset' ? content.problems : content.read.problems;
}

async function planBatch(
  batch: Batch,
  items: Input<'import.apply'>['items'],
  addedAt: string,
): Promise<{ plans: PlannedArticle[]; failed: Failed }> {
  const plans: PlannedArticle[] = [];
  const failed: Failed = [];
  for (const { key, ...corrections } of items) {
    const entry = batch.entries.get(key);
    if (entry === undefined) continue;
    const planned = await planEntry(entry, corrections, addedAt);
    const { file } = entry.item;
    if (typeof planned === 'string') failed.push({ file, reason: planned });
    else for (const plan of planned) plans.push(plan);
    for (const reason of problemsOf(entry)) failed.push({ file, reason });
  }
  return { plans, failed };
}

/** Adds what a person kept of a batch, as one step. @param now milliseconds since the epoch */
export async function applyBatch(
  workspace: Workspace,
  batch: Batch,
  items: Input<'import.apply'>['items'],
  now: number,
): Promise<Reply<Output<'import.apply'>>> {
  const { store, me } = workspace;
  const { plans, failed } = await planBatch(batch, items, new Date(now).toISOString());
  const done = await applyImport(store, me.id, plans);
  if (!done.ok) return storeRefusal(done.error);
  const order = new Map([...batch.entries.values()].map(({ item }, index) => [item.file, index]));
  const all = inFileOrder(
    [...done.value.result.failed, ...failed],
    (file) => order.get(file) ?? -1,
  );
  const result = { ...done.value.result, failed: all };
  const history = { ...store.history(me.id) };
  const value = {
    result,
    articles: rowsOf(store, workspace.me.id),
    project: projectView(workspace),
    history,
  };
  return { ok: true, value };
}
