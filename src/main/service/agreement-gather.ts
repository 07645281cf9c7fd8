import type {
  ReportAnnotation,
  ReportArticle,
  ReportLayer,
  ReportOptions,
  ReportProject,
} from '../../core/agreement/report/input.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { Article } from '../../core/model/article.ts';
import { isJsonObject, type Json, type JsonObject } from '../../core/model/json.ts';
import type { Result } from '../../core/result.ts';
import { liesInFurniture } from '../../core/statistics/body.ts';
import type { StoreError } from '../store/errors.ts';
import { newPace } from '../store/pace.ts';
import type { Store } from '../store/store.ts';
import { codebookOf } from './codebook-view.ts';
import { contentsOf } from './layer-contents.ts';
import { stateOf } from './layer-state.ts';
import { analystsOf, articlesOf, projectName } from './project-view.ts';
import { teamOf } from './team-view.ts';

/** Whose work is gathered for a report, and how. */
export interface Gathering {
  /** As whoever asks may read it: what is blind to them is not there. */
  readonly store: Store;
  readonly options: ReportOptions;
  /** Takes an article; it may make the gathering wait. */
  readonly take: (article: ReportArticle) => Promise<void> | void;
  readonly progress: (done: number, total: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** States of a layer that its analyst has handed in. */
const HANDED_IN: ReadonlySet<string> = new Set(['submitted', 'locked']);

/** What is the same for all articles of a project. */
export function reportProject(store: Store): ReportProject {
  const { version, labels, attributes } = codebookOf(store);
  return {
    name: projectName(store),
    analysts: analystsOf(store).map(({ id, name }) => ({ id, name })),
    codebook: { version, labels, attributes },
    blind: teamOf(store)?.blind === true,
  };
}

/** An actor as its words: the ids of annotations are each analyst’s own. */
function inWords(value: Json, quotes: ReadonlyMap<string, string>): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => inWords(one, quotes));
  if (!isJsonObject(value)) return value;
  const { annotation } = value;
  if (typeof annotation !== 'string') return value;
  return { text: quotes.get(annotation) ?? '' };
}

function attributesInWords(
  attributes: JsonObject,
  actors: ReadonlySet<string>,
  quotes: ReadonlyMap<string, string>,
): JsonObject {
  const entries = Object.entries(attributes).map(([name, value]): [string, Json] => [
    name,
    actors.has(name) ? inWords(value, quotes) : value,
  ]);
  return Object.fromEntries(entries);
}

interface Reading {
  readonly article: Article;
  /** Empty where the article has no furniture: then it is not asked for. */
  readonly text: string;
  /** Ids of the attributes that name actors. */
  readonly actors: ReadonlySet<string>;
}

function reportAnnotations(
  annotations: readonly Annotation[],
  { article, text, actors }: Reading,
): readonly ReportAnnotation[] {
  const quotes = new Map(annotations.map(({ id, anchor }) => [id, anchor.quote.join(' ')]));
  return annotations.map((one) => ({
    id: one.id,
    label: one.label,
    spans: one.anchor.spans,
    attributes: attributesInWords(one.attributes, actors, quotes),
    createdAt: one.createdAt,
    codebookVersion: one.codebookVersion,
    inFurniture: liesInFurniture(one.anchor.spans, text, article.furniture),
  }));
}

/** A layer as the report takes it; what is not to count, or not to be read, is not read. */
async function reportLayer(
  { store, options }: Gathering,
  reading: Reading,
  analyst: string,
  submitted: boolean,
): Promise<Result<ReportLayer, StoreError>> {
  const { id } = reading.article;
  const head = { analyst, submitted };
  const chosen = options.analysts?.includes(analyst) !== false;
  if (!chosen || !(submitted || options.unsubmitted)) {
    return { ok: true, value: { ...head, annotations: [] } };
  }
  const layer = await store.layer(id, analyst);
  if (!layer.ok) return layer;
  const { annotations } = contentsOf(id, analyst, layer.value);
  return { ok: true, value: { ...head, annotations: reportAnnotations(annotations, reading) } };
}

async function reportArticle(
  gathering: Gathering,
  article: Article,
  actors: ReadonlySet<string>,
): Promise<Result<ReportArticle, StoreError>> {
  const { store, options } = gathering;
  const { id, title, furniture } = article;
  const begun = [...store.counts(id)].flatMap(([analyst, counts]) => {
    const submitted = HANDED_IN.has(counts.state ?? '');
    return !submitted && stateOf(counts) === 'new' ? [] : [{ analyst, submitted }];
  });
  if (options.articles?.includes(id) === false) {
    return { ok: true, value: { id, title, layers: [] } };
  }
  const read = furniture.length === 0 ? undefined : await store.text(id);
  if (read?.ok === false) return read;
  const reading = { article, text: read?.value ?? '', actors };
  const layers: ReportLayer[] = [];
  for (const { analyst, submitted } of begun) {
    const layer = await reportLayer(gathering, reading, analyst, submitted);
    if (!layer.ok) return layer;
    layers.push(layer.value);
  }
  return { ok: true, value: { id, title, layers } };
}

/**
 * Reads the layers that a report compares, article by article, without holding up others. `true`
 * once all were taken, `false` where it was cancelled. Refused where a text or a layer cannot be
 * read: a number that silently leaves something out would be wrong.
 */
export async function gatherLayers(gathering: Gathering): Promise<Result<boolean, StoreError>> {
  const { store, take, progress, signal } = gathering;
  const turn = newPace();
  const articles = articlesOf(store);
  const actors = new Set(
    codebookOf(store).attributes.flatMap(({ id, type }) => (type === 'actor' ? [id] : [])),
  );
  for (const [done, article] of articles.entries()) {
    const pause = turn();
    if (pause !== undefined) {
      progress(done, articles.length);
      await pause;
    }
    if (signal?.aborted === true) return { ok: true, value: false };
    const read = await reportArticle(gathering, article, actors);
    if (!read.ok) return read;
    await take(read.value);
  }
  progress(articles.length, articles.length);
  return { ok: true, value: true };
}
