import path from 'node:path';
import { applyChoice } from '../../core/datasets/apply-choice.ts';
import { type ExportChoice, takesLabel } from '../../core/datasets/choice.ts';
import { type LeftOut, leftOut } from '../../core/datasets/left-out.ts';
import { assignSplits } from '../../core/datasets/splits.ts';
import { reasonIn } from '../../core/fault-words.ts';
import type { DatasetFacts, ExportArticle, FilePiece, Split } from '../../core/formats/format.ts';
import { type LossLog, lossLog } from '../../core/formats/loss.ts';
import type { Article } from '../../core/model/article.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { sha256 } from '../store/articles.ts';
import { newPace, type Pace } from '../store/pace.ts';
import type { Store } from '../store/store.ts';
import { codebookOf } from './codebook-view.ts';
import { type Counter, datasetCounter } from './dataset-counts.ts';
import { type DatasetOutput, openOutput } from './dataset-output.ts';
import { inPart, onlyOf, type Part, partsOf, splitsOf } from './export-parts.ts';
import { type ExportPeople, exportPeople, layersTaken, type TakesLayer } from './export-people.ts';
import {
  CANCELLED,
  type Exported,
  type ExportTask,
  type ExportWatch,
  type Rehearsed,
} from './export-task.ts';
import { GOLD, gatherArticle, gatherGold, type Names, namesOf } from './gather-article.ts';
import { inProject } from './in-project.ts';
import { projectName } from './project-view.ts';
import { selectArticles } from './select-articles.ts';
import { TOOL, writeManifest } from './write-manifest.ts';

interface Running {
  readonly store: Store;
  readonly task: ExportTask;
  readonly watch: ExportWatch;
  readonly people: ExportPeople;
  readonly takes: TakesLayer;
  readonly facts: DatasetFacts;
  readonly names: Names;
  readonly articles: readonly Article[];
  /** By article id; empty where the dataset is not split. */
  readonly splits: ReadonlyMap<string, Split>;
  readonly parts: readonly Part[];
  readonly losses: LossLog;
  readonly left: LeftOut;
  readonly counter: Counter;
}

function factsOf(store: Store, at: string, { analysts, scrub }: ExportPeople): DatasetFacts {
  const codebook = codebookOf(store);
  return { name: scrub(projectName(store)), codebook, analysts, tool: TOOL, at, sha256 };
}

/** Ids in the dataset of those whose layers of an article go out. */
function presentIn(
  { store, task, people, takes }: Pick<Running, 'store' | 'task' | 'people' | 'takes'>,
  articleId: string,
): readonly string[] {
  if (task.choice.whose.kind === 'gold') return [GOLD];
  return store
    .layerAnalysts(articleId)
    .filter((analyst) => takes(articleId, analyst))
    .map(people.shown);
}

/** Ids of the labels that an article has in the layers that go out, as the index knows them. */
function labelsIn(store: Store, choice: ExportChoice, takes: TakesLayer, id: string): string[] {
  const labels = [...store.counts(id)].flatMap(([analyst, { byLabel }]) =>
    takes(id, analyst) ? Object.keys(byLabel).filter((label) => (byLabel[label] ?? 0) > 0) : [],
  );
  return labels.filter((label) => takesLabel(choice, label));
}

function splitArticles(
  store: Store,
  choice: ExportChoice,
  takes: TakesLayer,
  articles: readonly Article[],
): ReadonlyMap<string, Split> {
  if (choice.shares === undefined) return new Map();
  // The layers of all analysts tell what an article is about where gold itself is not indexed.
  const isTaken: TakesLayer = choice.whose.kind === 'gold' ? () => true : takes;
  const asked = articles.map(({ id, sha256: text }) => ({
    id,
    sha256: text,
    labels: labelsIn(store, choice, isTaken, id),
  }));
  return assignSplits(asked, choice.shares, choice.seed, sha256);
}

/** Chooses articles and begins their parts: everything an export needs but a place to write to. */
async function begin(
  store: Store,
  task: ExportTask,
  watch: ExportWatch,
): Promise<Result<Running, string>> {
  const { choice, me } = task;
  const [left, losses] = [leftOut(), lossLog()];
  const takes = layersTaken(store, choice, me);
  const people = exportPeople(store, choice);
  const only = choice.articles === undefined ? {} : { only: new Set(choice.articles) };
  const signal = watch.signal === undefined ? {} : { signal: watch.signal };
  const selected = await selectArticles({ store, choice, me, takes, left, ...only, ...signal });
  if (!selected.ok) return selected;
  const articles = selected.value;
  const facts = factsOf(store, watch.at, people);
  const around = { store, task, people, takes };
  const present = new Set(articles.flatMap(({ id }) => presentIn(around, id)));
  const analysts = facts.analysts.filter(({ id }) => present.has(id));
  return ok({
    ...around,
    watch,
    facts,
    names: namesOf(store),
    articles,
    splits: splitArticles(store, choice, takes, articles),
    parts: partsOf(task, facts, analysts, losses),
    losses,
    left,
    counter: datasetCounter(choice.unit === 'sentence', splitsOf(choice)),
  });
}

type Add = (piece: FilePiece) => Promise<void>;

/** Writes what the choice made of one article into the parts it belongs to. */
async function writeArticle(
  running: Running,
  article: Article,
  made: readonly ExportArticle[],
  add: Add,
): Promise<void> {
  const { parts, task, counter, losses, splits } = running;
  const split = splits.get(article.id);
  counter.count(made, { id: article.id, split });
  const present = new Set(presentIn(running, article.id));
  let isIn = false;
  for (const { analyst, split: ofPart, prefix, writer } of parts) {
    if (ofPart !== undefined && ofPart !== split) continue;
    if (analyst !== undefined && !present.has(analyst)) continue;
    isIn = true;
    for (const one of made) {
      const own = analyst === undefined ? one : onlyOf(one, analyst);
      const placed = split === undefined ? own : { ...own, split };
      for (const piece of writer.article(placed)) await add(inPart(piece, prefix, task.format));
    }
  }
  if (!isIn) losses.lost('articles that nobody annotated', article.title, 'analysts');
}

/** What comes after the last article, which may be the most of a file. */
async function endAll({ parts, task }: Running, add: Add, pace: Pace): Promise<void> {
  for (const { prefix, writer } of parts) {
    for (const piece of writer.end()) {
      await add(inPart(piece, prefix, task.format));
      const turn = pace();
      if (turn !== undefined) await turn;
    }
  }
}

/** What the choice takes of one article, read from the project. */
function gather(
  { store, task, names, takes }: Running,
  article: Article,
): ReturnType<typeof gatherArticle> {
  return task.choice.whose.kind === 'gold'
    ? gatherGold(store, article, names)
    : gatherArticle(store, article, (one) => takes(article.id, one), names);
}

/** Writes article after article; a reason in words where it had to end before the last. */
async function writeAll(running: Running, add: Add): Promise<string | undefined> {
  const { task, watch, articles, parts, people, left } = running;
  const pseudonymous =
    people.pseudonymous === undefined ? {} : { pseudonymous: people.pseudonymous };
  // Where nothing goes into a part, its file is there all the same, and takes the place of an older one.
  const own = task.format.layout === 'file' ? parts : [];
  for (const { prefix } of own) await add(inPart({ path: '', data: '' }, prefix, task.format));
  // Layers that are in memory, and pieces that wait for more, let nobody else have a turn.
  const pace = newPace();
  for (const [index, article] of articles.entries()) {
    const turn = pace();
    if (turn !== undefined) await turn;
    if (watch.signal?.aborted === true) return CANCELLED;
    const gathered = await gather(running, article);
    if (!gathered.ok) return gathered.error;
    const made = applyChoice(gathered.value, task.choice, { sha256, left, ...pseudonymous });
    await writeArticle(running, article, made, add);
    watch.onProgress?.(index + 1, articles.length);
  }
  await endAll(running, add, pace);
  return undefined;
}

async function writeInto(
  running: Running,
  output: DatasetOutput,
): Promise<Result<Exported, string>> {
  const { losses, counter, left, facts, task, people } = running;
  try {
    const problem = await writeAll(running, (piece) => output.add(piece));
    if (problem !== undefined) {
      await output.abandon();
      return err(problem);
    }
    await writeManifest(output, {
      facts,
      task,
      people,
      losses: losses.losses(),
      leftOut: left.all(),
      counts: counter.total(),
    });
    const finished = await output.finish();
    if (!finished.ok) return finished;
    const lost = losses.losses();
    return ok({ ...finished.value, records: losses.records(), lost, leftOut: left.all() });
  } catch (cause) {
    await output.abandon();
    const { code } = cause as NodeJS.ErrnoException;
    // What a disk refuses is to be expected; anything else is a bug and has to be seen.
    if (code === undefined) throw cause;
    return err(`Nothing was written: ${reasonIn(cause)}`);
  }
}

function notWritten({ format }: ExportTask): string {
  return `${format.label} can be read, not written.`;
}

/**
 * Writes the project's articles with their annotations as a dataset, whole or not at all, with a
 * manifest and a datasheet. No more than one article is in memory at a time.
 * @param out a file, or a folder: to put a file in, or the dataset's own where its format has many
 */
export async function exportDataset(
  store: Store,
  task: ExportTask,
  out: string,
  watch: ExportWatch,
): Promise<Result<Exported, string>> {
  if (task.format.write === undefined) return err(notWritten(task));
  const target = path.resolve(out);
  const refused = await inProject(target);
  if (refused !== undefined) return err(refused);
  const begun = await begin(store, task, watch);
  if (!begun.ok) return begun;
  const parts = task.format.layout === 'zip' ? begun.value.parts.map(({ prefix }) => prefix) : [];
  const opened = await openOutput(target, task.format, parts);
  return opened.ok ? writeInto(begun.value, opened.value) : opened;
}

/**
 * Does everything that an export does but the writing, so that what is said before is what will be.
 * @param add gets each piece in its turn
 */
export async function rehearseExport(
  store: Store,
  task: ExportTask,
  watch: ExportWatch,
  add: (piece: FilePiece) => void,
): Promise<Result<Rehearsed, string>> {
  if (task.format.write === undefined) return err(notWritten(task));
  const begun = await begin(store, task, watch);
  if (!begun.ok) return begun;
  const problem = await writeAll(begun.value, (piece) => Promise.resolve(add(piece)));
  if (problem !== undefined) return err(problem);
  const { counter, losses, left } = begun.value;
  return ok({
    counts: counter.total(),
    byLabelId: counter.byLabelId(),
    lost: losses.losses(),
    leftOut: left.all(),
  });
}
