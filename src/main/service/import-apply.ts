import { readFile } from 'node:fs/promises';
import { reasonIn } from '../../core/fault-words.ts';
import { nameKey, nameTally } from '../../core/formats/mapping/foreign-names.ts';
import {
  type NameMapping,
  type NameWishes,
  NO_WISHES,
} from '../../core/formats/mapping/match-names.ts';
import type { Codebook } from '../../core/model/codebook.ts';
import type { Input, Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import { sha256 } from '../store/articles.ts';
import { applyImport, inFileOrder } from './apply-import.ts';
import { codebookOf } from './codebook-view.ts';
import { type Corrections, corrected } from './corrections.ts';
import type { BatchEntry } from './import-batch.ts';
import type { Batch } from './import-batches.ts';
import { undecidedNames } from './import-names.ts';
import { planArticles } from './plan-article.ts';
import { planDatasets } from './plan-dataset.ts';
import type { PlannedArticle } from './planned-article.ts';
import { refuse, storeRefusal } from './problems.ts';
import { projectView, rowsOf } from './project-view.ts';
import type { Dataset } from './read-dataset.ts';
import type { Workspace } from './workspace.ts';

type Failed = Output<'import.apply'>['result']['failed'];

/** Plans one file, unless it is no longer what the preview showed; then answers why not. */
async function planEntry(
  entry: BatchEntry,
  addedAt: string,
): Promise<readonly PlannedArticle[] | string> {
  const { content, item } = entry;
  if (content === undefined) return item.reason === '' ? 'It was not read.' : item.reason;
  if (content.kind === 'dataset') return [];
  if (entry.pasted !== undefined) {
    return planArticles(content.read, addedAt, undefined);
  }
  let bytes: Uint8Array;
  try {
    bytes = await readFile(item.file);
  } catch (cause) {
    return reasonIn(cause);
  }
  const [first] = content.read.articles;
  if (first !== undefined && sha256(bytes) !== first.originalSha256) {
    return 'The file has changed since the preview. Import it again.';
  }
  return planArticles(content.read, addedAt, bytes);
}

/** What of a file does not come in. */
function problemsOf({ content }: BatchEntry): readonly string[] {
  if (content === undefined) return [];
  return content.kind === 'dataset' ? content.problems : content.read.problems;
}

type Wanted = Pick<Input<'import.apply'>, 'items' | 'names'>;

/** What was chosen about names in the preview; without a word, labels that are missing are made. */
function wishesOf(names: Wanted['names']): NameWishes {
  if (names === undefined) return NO_WISHES;
  const choices = names.map(({ kind, name, choice }) => [nameKey(kind, name), choice] as const);
  return { choices: new Map(choices), unmatched: 'ask' };
}

/** A dataset with what a person wants of it; names that only stand in the rest are not asked for. */
function wantedOf(dataset: Dataset, corrections: Corrections): Dataset {
  const reads = corrected(dataset.reads, corrections);
  if (reads.length === dataset.reads.length) return { ...dataset, reads };
  const tally = nameTally();
  for (const read of reads) tally.take(read);
  return { ...dataset, reads, names: tally.all() };
}

interface Planned {
  readonly plans: PlannedArticle[];
  readonly failed: Failed;
  readonly mapping: NameMapping;
}

async function planBatch(
  batch: Batch,
  { items, names }: Wanted,
  codebook: Codebook,
  addedAt: string,
): Promise<Planned> {
  const plans: PlannedArticle[] = [];
  const failed: Failed = [];
  const datasets = items.flatMap(({ key, ...corrections }) => {
    const content = batch.entries.get(key)?.content;
    return content?.kind === 'dataset' ? wantedOf(content, corrections) : [];
  });
  const marked = await planDatasets(datasets, codebook, wishesOf(names));
  for (const { key, ...corrections } of items) {
    const entry = batch.entries.get(key);
    if (entry === undefined) continue;
    const { file } = entry.item;
    const ofDataset = marked.plans.get(file);
    const planned = ofDataset ?? (await planEntry(entry, addedAt));
    if (typeof planned === 'string') failed.push({ file, reason: planned });
    else for (const plan of ofDataset ?? corrected(planned, corrections)) plans.push(plan);
    for (const reason of problemsOf(entry)) failed.push({ file, reason });
  }
  return { plans, failed, mapping: marked.mapping };
}

/** Adds what a person kept of a batch, as one step. @param now milliseconds since the epoch */
export async function applyBatch(
  workspace: Workspace,
  batch: Batch,
  wanted: Wanted,
  now: number,
): Promise<Reply<Output<'import.apply'>>> {
  const { store, whole, me } = workspace;
  const at = new Date(now).toISOString();
  const { plans, failed, mapping } = await planBatch(batch, wanted, codebookOf(store), at);
  const open = undecidedNames(mapping.undecided);
  if (open !== undefined) return refuse('refused', open);
  const made = { content: mapping.codebook, by: me.id, at };
  const done = await applyImport(whole, me.id, plans, made);
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
