import path from 'node:path';
import type {
  DatasetFacts,
  DatasetWriter,
  ExportArticle,
  FilePiece,
  Format,
} from '../../core/formats/format.ts';
import { type Loss, type LossLog, lossLog } from '../../core/formats/loss.ts';
import type { Article } from '../../core/model/article.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { OffsetUnit } from '../../core/text/offsets.ts';
import { sha256 } from '../store/articles.ts';
import type { Store } from '../store/store.ts';
import { codebookOf } from './codebook-view.ts';
import { type Counter, datasetCounter } from './dataset-counts.ts';
import type { DatasetCounts } from './dataset-manifest.ts';

import { type DatasetOutput, openOutput } from './dataset-output.ts';
import { gatherArticle, namesOf } from './gather-article.ts';
import { inProject } from './in-project.ts';
import { analystsOf, articlesOf, projectName } from './project-view.ts';
import { TOOL, writeManifest } from './write-manifest.ts';

/** What goes out, and how. */
export interface ExportChoice {
  readonly format: Format;
  readonly offsetUnit: OffsetUnit;
  /** Analyst ids whose layers go out; `undefined` for everybody's. */
  readonly whose: ReadonlySet<string> | undefined;
  /** Article ids; all articles where it is absent. */
  readonly articles?: ReadonlySet<string>;
}

/** Who watches an export, and may end it. */
export interface ExportWatch {
  /** ISO-8601 UTC: when the dataset is made. */
  readonly at: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
}

/** What an export came to. */
export interface Exported {
  /** The dataset's own, absolute. */
  readonly files: readonly string[];
  /** About it (manifest, datasheet), absolute, where they are not in its folder. */
  readonly beside: readonly string[];
  readonly records: number;
  readonly lost: readonly Loss[];
}

/** One analyst's part of a dataset whose format knows no analysts, or the whole of it. */
interface Part {
  /** Analyst id; `undefined` for everybody together. */
  readonly analyst: string | undefined;
  /** Goes before the paths of its files; empty for everybody together. */
  readonly prefix: string;
  readonly writer: DatasetWriter;
}

interface Running {
  readonly store: Store;
  readonly choice: ExportChoice;
  readonly watch: ExportWatch;
  readonly articles: readonly Article[];
  readonly parts: readonly Part[];
  readonly add: (piece: FilePiece) => Promise<void>;
  readonly losses: LossLog;
  readonly counter: Counter;
}

function factsOf(store: Store, at: string): DatasetFacts {
  const analysts = analystsOf(store).map(({ id, name }) => ({ id, name }));
  const codebook = codebookOf(store);
  return { name: projectName(store), codebook, analysts, tool: TOOL, at, sha256 };
}

/** A name as part of a file's name. */
function slug(name: string): string {
  const plain = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  const trimmed = plain.replaceAll(/^-+|-+$/g, '');
  return trimmed === '' ? 'analyst' : trimmed;
}

/** Names no other of them has. */
function uniqueSlugs(names: readonly string[]): string[] {
  const taken = new Map<string, number>();
  return names.map((name) => {
    const wished = slug(name);
    const before = taken.get(wished) ?? 0;
    taken.set(wished, before + 1);
    return before === 0 ? wished : `${wished}-${before + 1}`;
  });
}

/**
 * The parts of a dataset: one, unless its format cannot say who annotated what and more than one
 * person did. Then each gets files of their own, and nobody's work is lost or mixed with another's.
 */
function partsOf(
  store: Store,
  { format, whose, offsetUnit }: ExportChoice,
  articles: readonly Article[],
  facts: DatasetFacts,
  losses: LossLog,
): Part[] {
  const begin = (): DatasetWriter | undefined => format.write?.(facts, { offsetUnit }, losses);
  const present = new Set(articles.flatMap(({ id }) => [...store.layerAnalysts(id)]));
  const analysts = facts.analysts.filter(({ id }) => present.has(id) && whose?.has(id) !== false);
  if (format.can.analysts || analysts.length < 2) {
    const writer = begin();
    return writer === undefined ? [] : [{ analyst: undefined, prefix: '', writer }];
  }
  const slugs = uniqueSlugs(analysts.map(({ name }) => name));
  return analysts.flatMap(({ id }, index) => {
    const writer = begin();
    return writer === undefined ? [] : [{ analyst: id, prefix: slugs[index] ?? id, writer }];
  });
}

/** The article as one analyst has it; `undefined` where they have no layer of it. */
function onlyOf(from: ExportArticle, analyst: string, store: Store): ExportArticle | undefined {
  if (!store.layerAnalysts(from.article.id).includes(analyst)) return undefined;
  const mine = <T extends { readonly analyst: string }>(all: readonly T[]): T[] =>
    all.filter((one) => one.analyst === analyst);
  return {
    ...from,
    annotations: mine(from.annotations),
    relations: mine(from.relations),
    documentLabels: mine(from.documentLabels),
    documents: mine(from.documents ?? []),
    comments: mine(from.comments ?? []),
  };
}

/** A piece's path with its part's name in it. */
function inPart({ path: relative, data }: FilePiece, prefix: string, format: Format): FilePiece {
  if (prefix === '') return { path: relative, data };
  if (format.layout === 'folder') return { path: `${prefix}/${relative}`, data };
  const end = relative === '' ? (format.extensions[0] ?? '') : `.${relative}`;
  return { path: `${prefix}${end}`, data };
}

async function writeArticle(running: Running, from: ExportArticle): Promise<void> {
  const { parts, add, store, choice, counter, losses } = running;
  counter.count(from);
  let isIn = false;
  for (const { analyst, prefix, writer } of parts) {
    const own = analyst === undefined ? from : onlyOf(from, analyst, store);
    if (own === undefined) continue;
    isIn = true;
    for (const piece of writer.article(own)) await add(inPart(piece, prefix, choice.format));
  }
  if (!isIn) losses.lost('articles that nobody annotated', from.article.title, 'analysts');
}

/** Writes article after article; a reason in words where it had to end before the last. */
async function writeAll(running: Running): Promise<string | undefined> {
  const { store, choice, watch, articles, parts, add } = running;
  const names = namesOf(store);
  for (const [index, article] of articles.entries()) {
    if (watch.signal?.aborted === true) return 'The export was cancelled. Nothing was written.';
    const gathered = await gatherArticle(store, article, choice.whose, names);
    if (!gathered.ok) return gathered.error;
    await writeArticle(running, gathered.value);
    watch.onProgress?.(index + 1, articles.length);
  }
  for (const { prefix, writer } of parts) {
    for (const piece of writer.end()) await add(inPart(piece, prefix, choice.format));
  }
  return undefined;
}

/** Everything an export needs but a place to write to. */
function begin(
  store: Store,
  choice: ExportChoice,
  watch: ExportWatch,
  add: Running['add'],
): { readonly running: Running; readonly facts: DatasetFacts } {
  const only = choice.articles;
  const articles = articlesOf(store).filter(({ id }) => only?.has(id) !== false);
  const facts = factsOf(store, watch.at);
  const losses = lossLog();
  const parts = partsOf(store, choice, articles, facts, losses);
  const counter = datasetCounter();
  return { running: { store, choice, watch, articles, parts, add, losses, counter }, facts };
}

async function run(
  { running, facts }: ReturnType<typeof begin>,
  output: DatasetOutput,
): Promise<Result<Exported, string>> {
  const { choice, losses, counter } = running;
  try {
    const problem = await writeAll(running);
    if (problem !== undefined) {
      await output.abandon();
      return err(problem);
    }
    await writeManifest(output, {
      facts,
      choice,
      losses: losses.losses(),
      counts: counter.total(),
    });
    const finished = await output.finish();
    return ok({ ...finished, records: losses.records(), lost: losses.losses() });
  } catch (cause) {
    await output.abandon();
    const { code, message } = cause as NodeJS.ErrnoException;
    // What a disk refuses is to be expected; anything else is a bug and has to be seen.
    if (code === undefined) throw cause;
    return err(`Nothing was written: ${message}`);
  }
}

/**
 * Writes the project's articles with their annotations as a dataset, whole or not at all, with a
 * manifest and a datasheet. No more than one article is in memory at a time.
 * @param out a file, or a folder: to put a file in, or the dataset's own where its format has many
 */
export async function exportDataset(
  store: Store,
  choice: ExportChoice,
  out: string,
  watch: ExportWatch,
): Promise<Result<Exported, string>> {
  if (choice.format.write === undefined) return err(notWritten(choice));
  const target = path.resolve(out);
  const refused = await inProject(target);
  if (refused !== undefined) return err(refused);
  const opened = await openOutput(target, choice.format);
  if (!opened.ok) return opened;
  const output = opened.value;
  return run(
    begin(store, choice, watch, (piece) => output.add(piece)),
    output,
  );
}

function notWritten({ format }: ExportChoice): string {
  return `${format.label} can be read, not written.`;
}

/** What an export would come to. */
export interface Rehearsed {
  readonly counts: DatasetCounts;
  /** Annotations by label id. */
  readonly byLabelId: Readonly<Record<string, number>>;
  readonly lost: readonly Loss[];
}

/**
 * Does everything that an export does but the writing, so that what is said before is what will be.
 * @param add gets each piece in its turn
 */
export async function rehearseExport(
  store: Store,
  choice: ExportChoice,
  watch: ExportWatch,
  add: (piece: FilePiece) => void,
): Promise<Result<Rehearsed, string>> {
  if (choice.format.write === undefined) return err(notWritten(choice));
  const { running } = begin(store, choice, watch, (piece) => Promise.resolve(add(piece)));
  const problem = await writeAll(running);
  if (problem !== undefined) return err(problem);
  const { counter, losses } = running;
  return ok({ counts: counter.total(), byLabelId: counter.byLabelId(), lost: losses.losses() });
}
