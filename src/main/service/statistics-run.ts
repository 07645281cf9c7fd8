import { annotationFrom } from '../../core/log/annotation-ops.ts';
import { DOCUMENT } from '../../core/log/document-ops.ts';
import { stampIso } from '../../core/log/hlc.ts';
import { layerChannel } from '../../core/log/op.ts';
import type { RecordState } from '../../core/log/record.ts';
import type { Article } from '../../core/model/article.ts';
import { type LayerState, progressOf } from '../../core/model/layer-document.ts';
import type { Result } from '../../core/result.ts';
import type { Steps } from '../../core/statistics/body.ts';
import { type LayerMeetings, meetingsOf } from '../../core/statistics/co-occurrence.ts';
import { utcDay } from '../../core/statistics/days.ts';
import { createDocumentTally, type DocumentTally } from '../../core/statistics/document-tally.ts';
import type { CountedRow } from '../../core/statistics/query.ts';
import type { Report } from '../../core/statistics/report.ts';
import { type AnnotationRow, rowOf } from '../../core/statistics/row.ts';
import { createTally, type Tally } from '../../core/statistics/tally.ts';
import { countWords } from '../../core/statistics/word-count.ts';
import type { StoreError } from '../store/errors.ts';
import type { Layer, Store } from '../store/store.ts';
import { articlesOf } from './project-view.ts';
import { createPace, type Pace } from './statistics-pace.ts';

/** What a run has counted; answers questions about the numbers until the next run. */
export interface Counted {
  readonly report: Report;
  readonly rows: readonly CountedRow[];
  /** How far each analyst is with the articles they began: analyst id → article id → state. */
  readonly states: ReadonlyMap<string, ReadonlyMap<string, LayerState>>;
  /** Labels of whole articles. */
  readonly documents: DocumentTally;
}

/** A run that goes on. */
export interface RunOptions {
  readonly store: Store;
  /** Ids of those whose layers are counted. */
  readonly analysts: readonly string[];
  readonly signal: AbortSignal;
  /** Told now and then how many articles are done, of how many. */
  readonly progress: (done: number, total: number) => void;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
}

/** Everything one run carries along. */
interface Run extends RunOptions {
  readonly pace: Pace;
  readonly tally: Tally;
  readonly states: Map<string, Map<string, LayerState>>;
  readonly documents: DocumentTally;
}

const PROGRESS_MS = 100;
const UNDECIDED = { ok: true, value: undefined } as const;

const ROWS_A_STEP = 64;

/** The rows of a layer in the order they were made; deleted annotations are left out. */
function* rowsOf(
  records: ReadonlyMap<string, RecordState>,
  analyst: string,
  { text, article }: Text,
): Steps<AnnotationRow[]> {
  const channel = layerChannel(analyst);
  const rows: AnnotationRow[] = [];
  // A copy, because the map is live and others write while this rests.
  for (const [index, [id, record]] of [...records].entries()) {
    if (index % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    const annotation = annotationFrom(channel, id, record);
    if (annotation !== undefined) rows.push(rowOf(annotation, text, article.furniture));
  }
  return rows;
}

interface LayerRows {
  readonly rows: readonly AnnotationRow[];
  readonly meetings: LayerMeetings;
}

const NOTHING: LayerRows = { rows: [], meetings: { meetings: [], meets: [] } };

/** Everything of a layer that is counted, in steps. */
function* readLayer(layer: Layer, analyst: string, of: Text): Steps<LayerRows> {
  const rows = yield* rowsOf(layer.get('annotation') ?? new Map(), analyst, of);
  const body = rows.filter((row) => !row.furniture);
  return { rows, meetings: yield* meetingsOf(body, of.text, of.article.furniture) };
}

/** How far an analyst is: submitted where they said so, else by what they marked. */
function stateOf(store: Store, articleId: string, analyst: string): LayerState {
  const counts = store.counts(articleId).get(analyst);
  if (counts === undefined) return 'new';
  const said = progressOf(counts.state);
  if (said !== undefined && said !== 'new') return said;
  const { annotations, relations, seen = 0, documentLabels = [] } = counts;
  const isBegun = annotations + relations + seen + documentLabels.length > 0;
  return isBegun ? 'in-progress' : 'new';
}

interface Text {
  readonly article: Article;
  readonly text: string;
  readonly words: number;
}

async function readText(run: Run, article: Article): Promise<Result<Text | undefined, StoreError>> {
  const text = await run.store.text(article.id);
  if (!text.ok) return text;
  const words = await run.pace.run(countWords(text.value, article.furniture));
  return {
    ok: true,
    value: words === undefined ? undefined : { article, text: text.value, words },
  };
}

/** The labels of the whole article, of the day on which they were changed last. */
async function countDocument(
  { store, documents }: Run,
  articleId: string,
  analyst: string,
): Promise<Result<undefined, StoreError>> {
  const given = store.counts(articleId).get(analyst)?.documentLabels ?? [];
  if (given.length === 0) return UNDECIDED;
  const layer = await store.layer(articleId, analyst);
  if (!layer.ok) return layer;
  const stamp = layer.value.get(DOCUMENT)?.get(`${articleId}/${DOCUMENT}`)?.['labels']?.stamp;
  const day = stamp === undefined ? '' : utcDay(stampIso(stamp));
  for (const label of given) documents.add({ articleId, analyst, label, day });
  return UNDECIDED;
}

async function countLayer(
  run: Run,
  article: Article,
  analyst: string,
  text: Text | undefined,
): Promise<Result<undefined, StoreError>> {
  const { store, pace, tally, states } = run;
  const state = stateOf(store, article.id, analyst);
  let read: LayerRows | undefined = NOTHING;
  if (text !== undefined) {
    const layer = await store.layer(article.id, analyst);
    if (!layer.ok) return layer;
    read = await pace.run(readLayer(layer.value, analyst, text));
  }
  if (read === undefined) return UNDECIDED;
  states.get(analyst)?.set(article.id, state);
  const words = text?.words ?? 0;
  await pace.run(tally.add({ articleId: article.id, analyst, state, words, ...read }));
  return UNDECIDED;
}

async function countArticle(run: Run, article: Article): Promise<Result<undefined, StoreError>> {
  const { store, analysts, signal } = run;
  const counts = store.counts(article.id);
  const layers = analysts.filter((analyst) => counts.has(analyst));
  if (layers.length === 0) return UNDECIDED;
  const marked = layers.some((analyst) => (counts.get(analyst)?.annotations ?? 0) > 0);
  // What nobody marked needs no text: its words are in no rate.
  const text = marked ? await readText(run, article) : UNDECIDED;
  if (!text.ok) return text;
  for (const analyst of layers) {
    if (signal.aborted) return UNDECIDED;
    const done = await countLayer(run, article, analyst, text.value);
    if (!done.ok) return done;
    const labelled = await countDocument(run, article.id, analyst);
    if (!labelled.ok) return labelled;
  }
  return UNDECIDED;
}

/**
 * Counts the layers of some analysts without holding up others for longer than a slice.
 * `undefined` where it was cancelled. Refused where a text or a layer cannot be read: a number that
 * silently leaves something out would be wrong.
 */
export async function countProject(
  options: RunOptions,
): Promise<Result<Counted | undefined, StoreError>> {
  const { store, analysts, signal, now, progress } = options;
  const articles = articlesOf(store);
  const states = new Map(analysts.map((id) => [id, new Map<string, LayerState>()]));
  const pace = createPace(signal, now);
  const tally = createTally(articles.length, analysts);
  const documents = createDocumentTally();
  const run: Run = { ...options, analysts: [...states.keys()], pace, tally, states, documents };
  let told = now();
  for (const [done, article] of articles.entries()) {
    await pace.rest();
    if (signal.aborted) return UNDECIDED;
    if (now() - told >= PROGRESS_MS) {
      progress(done, articles.length);
      told = now();
    }
    const counted = await countArticle(run, article);
    if (!counted.ok) return counted;
  }
  const report = await pace.run(tally.report());
  if (report === undefined) return UNDECIDED;
  const whole = { ...report, documents: documents.counts() };
  return { ok: true, value: { report: whole, rows: tally.rows(), states, documents } };
}
