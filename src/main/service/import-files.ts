import { readFile, stat } from 'node:fs/promises';
import { sumNames } from '../../core/formats/mapping/foreign-names.ts';
import { mapNames } from '../../core/formats/mapping/match-names.ts';
import type { Analyst } from '../../core/model/analyst.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { OffsetUnit } from '../../core/text/offsets.ts';
import { canonicalCharset } from '../importers/charset.ts';
import { isDataset } from '../importers/dataset-source.ts';
import { shownName } from '../importers/failure.ts';
import { NEVER_TAKEN } from '../importers/folder.ts';
import type { ColumnChoice, FileArticles } from '../importers/imported-article.ts';
import type { Store } from '../store/store.ts';
import { applyImport, type ImportResult, inFileOrder } from './apply-import.ts';
import { codebookOf } from './codebook-view.ts';
import { filesIn } from './files-in.ts';
import type { ImportedCodebook } from './import-codebook.ts';
import { type NameRequest, undecidedWords, unusedName, wishesFor } from './import-names.ts';
import type { ReadArticles } from './import-reading.ts';
import { planArticles } from './plan-article.ts';
import { planDatasets } from './plan-dataset.ts';
import type { PlannedArticle } from './planned-article.ts';
import { type Dataset, readDatasetFiles } from './read-dataset.ts';
import { readFiles } from './read-files.ts';

/** What to import, and how. */
export interface ImportRequest {
  /** Who imports; also whose unsigned annotations are. */
  readonly me: Analyst;
  /** Absolute paths of files and folders. */
  readonly files: readonly string[];
  readonly charset?: string | undefined;
  /** What columns of tables are of an article. */
  readonly columns?: ColumnChoice | undefined;
  /** Id of a dataset format that the files are in, whatever they look like. */
  readonly format?: string | undefined;
  readonly offsetUnit?: OffsetUnit | undefined;
  /** What becomes of the names of labels, attributes and relations that the files use. */
  readonly names?: NameRequest | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly readArticles: ReadArticles;
}

/** True for the name of a charset that files can be read with. */
export function isCharset(name: string): boolean {
  return canonicalCharset(name) !== null;
}

const NOTHING = 'There is nothing in it that can be imported.';

const NAMED_AGAIN = 'It was named more than once in this import. It was read once.';

interface Gathered {
  /** In the order of the files. */
  readonly plans: Map<string, readonly PlannedArticle[]>;
  readonly datasets: Dataset[];
  readonly failed: { file: string; reason: string }[];
  readonly skipped: ImportResult['skipped'];
}

function passedOver({
  path,
  reason,
}: {
  path: string;
  reason: string;
}): ImportResult['skipped'][number] {
  const over = `It was passed over in its folder: ${reason}.`;
  const words = NEVER_TAKEN.has(reason) ? over : `${over} Name it to import it.`;
  return { file: path, reason: words, articleId: '' };
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch {
    return false;
  }
}

/** The files that were named, folders opened up; what is not there is told. */
async function expand(request: ImportRequest, into: Gathered): Promise<string[]> {
  const files = new Set<string>();
  const again = new Set<string>();
  for (const named of request.files) {
    if (!(await exists(named))) {
      into.failed.push({ file: named, reason: `There is no file ${shownName(named)}.` });
      continue;
    }
    const found = await filesIn([named]);
    const reason = found.problem ?? (found.files.length === 0 ? NOTHING : undefined);
    if (reason !== undefined) into.failed.push({ file: named, reason });
    for (const file of found.files) (files.has(file) ? again : files).add(file);
    for (const one of found.skipped) into.skipped.push(passedOver(one));
  }
  for (const file of again) into.skipped.push({ file, reason: NAMED_AGAIN, articleId: '' });
  return [...files];
}

async function gatherDatasets(
  store: Store,
  files: readonly string[],
  { me, offsetUnit, now, format, readArticles }: ImportRequest,
  into: Gathered,
): Promise<void> {
  const at = new Date(now).toISOString();
  const options = { analyst: me.name, offsetUnit, at, format };
  const found = new Map<string, Dataset>();
  await readDatasetFiles(files, store, options, {
    readArticles,
    signal: new AbortController().signal,
    onResult(file, read) {
      if (!read.ok) {
        into.failed.push({ file, reason: read.error });
        return;
      }
      found.set(file, read.value);
      for (const reason of read.value.problems) into.failed.push({ file, reason });
      if (read.value.reads.length === 0 && read.value.problems.length === 0) {
        into.failed.push({ file, reason: `“${shownName(file)}” holds no articles.` });
      }
    },
  });
  // Whichever was read first: what is made for a name must not hang on it.
  for (const file of files) into.datasets.push(...[found.get(file) ?? []].flat());
}

async function planRead(
  file: string,
  read: FileArticles,
  now: number,
): Promise<readonly PlannedArticle[]> {
  if (read.articles.length === 0) return [];
  return planArticles(read, new Date(now).toISOString(), await readFile(file));
}

async function gatherArticles(
  files: readonly string[],
  { charset, columns, now, readArticles }: ImportRequest,
  into: Gathered,
): Promise<void> {
  const read = new Map<string, FileArticles>();
  const jobs = files.map((path) => ({
    path,
    ...(charset === undefined ? {} : { charset }),
    ...(columns === undefined ? {} : { columns }),
  }));
  await readFiles(jobs, readArticles, {
    signal: new AbortController().signal,
    onStart: () => undefined,
    onResult(file, result) {
      if (result.ok) read.set(file, result.value);
      else into.failed.push({ file, reason: result.error.message });
    },
  });
  for (const [file, articles] of read) {
    into.plans.set(file, await planRead(file, articles, now));
    for (const reason of articles.problems) into.failed.push({ file, reason });
  }
}

/** Plans what was read of datasets; files about whose labels something must be said first are refused. */
async function planGathered(
  store: Store,
  { me, now, names }: ImportRequest,
  into: Gathered,
): Promise<Result<ImportedCodebook, string>> {
  const codebook = codebookOf(store);
  const used = sumNames(into.datasets.map((one) => one.names));
  const wishes = wishesFor(names, used, codebook);
  if (!wishes.ok) return wishes;
  // Where a file could not be read, nobody knows what names it has.
  const unused =
    names === undefined || into.failed.length > 0 ? undefined : unusedName(names, used);
  if (unused !== undefined) return err(unused);
  const refused = (one: Dataset): string | undefined =>
    undecidedWords(mapNames(one.names, codebook, wishes.value).undecided);
  const sound = into.datasets.filter((one) => {
    const reason = refused(one);
    if (reason !== undefined) into.failed.push({ file: one.file, reason });
    return reason === undefined;
  });
  const { plans, mapping } = await planDatasets(sound, codebook, wishes.value);
  for (const [file, planned] of plans) into.plans.set(file, planned);
  return ok({ content: mapping.codebook, by: me.id, at: new Date(now).toISOString() });
}

/** What an import of files did. */
export interface ImportedFiles extends ImportResult {
  /** The file of each entry of `imported`. */
  readonly importedFrom: readonly string[];
}

/** Reads files and adds what can be added, as one step. One bad file never stops the others. */
export async function importFiles(
  store: Store,
  request: ImportRequest,
): Promise<Result<ImportedFiles, string>> {
  const refusal = store.refusal();
  if (refusal !== undefined) return err(refusal.message);
  const gathered: Gathered = { plans: new Map(), datasets: [], failed: [], skipped: [] };
  const files = await expand(request, gathered);
  const articles: string[] = [];
  const datasets: string[] = [];
  for (const file of files) {
    const isMarked = request.format !== undefined || (await isDataset(file));
    (isMarked ? datasets : articles).push(file);
  }
  await gatherDatasets(store, datasets, request, gathered);
  await gatherArticles(articles, request, gathered);
  const codebook = await planGathered(store, request, gathered);
  if (!codebook.ok) return codebook;
  const plans = files.flatMap((file) => gathered.plans.get(file) ?? []);
  const done = await applyImport(store, request.me.id, plans, codebook.value);
  if (!done.ok) return err(done.error.message);
  const { result, files: importedFrom } = done.value;
  const order = new Map(files.map((file, index) => [file, index]));
  const failed = inFileOrder(
    [...gathered.failed, ...result.failed],
    (file) => order.get(file) ?? -1,
  );
  const skipped = [...result.skipped, ...gathered.skipped];
  return ok({ ...result, skipped, failed, importedFrom });
}
