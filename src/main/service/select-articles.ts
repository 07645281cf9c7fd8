import { setImmediate } from 'node:timers/promises';
import type { ExportChoice } from '../../core/datasets/choice.ts';
import type { LeftOut } from '../../core/datasets/left-out.ts';
import type { ExportArticle } from '../../core/formats/format.ts';
import { isDeleted } from '../../core/log/record.ts';
import type { Article } from '../../core/model/article.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { articlePasses } from '../../core/search/article-filters.ts';
import { hitsIn, type ReadyQuery, readyQuery } from '../../core/search/hits.ts';
import { resolveNames } from '../../core/search/names.ts';
import { parseQuery } from '../../core/search/parse.ts';
import { isEmptyQuery, type QueryProblem } from '../../core/search/query.ts';
import {
  keptAnnotation,
  keptDocumentLabels,
  searchedAnnotations,
} from '../../core/search/searched-annotations.ts';
import { compilePattern } from '../search/patterns.ts';
import type { Layer, Store } from '../store/store.ts';
import { codebookOf } from './codebook-view.ts';
import { chosenAnalysts, type TakesLayer } from './export-people.ts';
import { CANCELLED } from './export-task.ts';
import { GOLD, gatherArticle, namesOf } from './gather-article.ts';
import { stateOf } from './layer-state.ts';
import { analystsOf, articlesOf } from './project-view.ts';

/** What articles are chosen with. */
export interface Selecting {
  readonly store: Store;
  readonly choice: ExportChoice;
  /** Id of the analyst who `mine` is. */
  readonly me: string;
  readonly takes: TakesLayer;
  readonly left: LeftOut;
  /** Article ids; all articles where it is absent. */
  readonly only?: ReadonlySet<string>;
  readonly signal?: AbortSignal;
}

/** Articles between two looks at whether the export was cancelled. */
const STEP = 64;

/** A filter made ready; `undefined` where it asks for nothing. */
export function readFilter(
  store: Store,
  choice: ExportChoice,
  me: string,
): Result<ReadyQuery | undefined, QueryProblem> {
  const parsed = parseQuery(choice.filter);
  if (!parsed.ok) return parsed;
  if (isEmptyQuery(parsed.value)) return ok(undefined);
  const { labels, attributes } = codebookOf(store);
  const chosen = chosenAnalysts(choice, me);
  const analysts = analystsOf(store).filter(({ id }) => chosen?.has(id) !== false);
  const named = resolveNames(parsed.value, { labels, attributes, analysts });
  return named.ok ? readyQuery(named.value, compilePattern) : named;
}

/** Layers that a filter sees: those that may go out, in whatever state they are. */
function seenBy({ store, choice, me }: Selecting, articleId: string): readonly string[] {
  const chosen = chosenAnalysts(choice, me);
  return store.layerAnalysts(articleId).filter((one) => chosen?.has(one) !== false);
}

function passesHead(selecting: Selecting, ready: ReadyQuery, article: Article): boolean {
  const counts = selecting.store.counts(article.id);
  const states = seenBy(selecting, article.id).flatMap((one) => {
    const known = counts.get(one);
    return known === undefined ? [] : [stateOf(known)];
  });
  // Whoever has no layer of it has it before them still, as the search says too.
  const chosen = chosenAnalysts(selecting.choice, selecting.me);
  const people = analystsOf(selecting.store).filter(({ id }) => chosen?.has(id) !== false);
  const asked = { ...article, states: states.length < people.length ? [...states, 'new'] : states };
  return articlePasses(asked, ready.query.filters);
}

function isFound(ready: ReadyQuery, seen: readonly string[], from: ExportArticle): boolean {
  const { text, article, annotations, documentLabels, comments = [] } = from;
  const kept = [
    ...annotations.map(keptAnnotation),
    ...documentLabels.flatMap((one) => keptDocumentLabels(one.analyst, one.labels)),
  ];
  const furniture = article.furniture.map(({ start, end }): [number, number] => [start, end]);
  const searched = searchedAnnotations(seen, kept, comments);
  return hitsIn(ready, { text, furniture, annotations: searched }).length > 0;
}

/** True when a query looks at more than the heads of articles. */
function looksInside({ terms, without, wanted, unwanted }: ReadyQuery): boolean {
  return terms.length + without.length + wanted.length + unwanted.length > 0;
}

async function passesFilter(
  selecting: Selecting,
  ready: ReadyQuery,
  article: Article,
): Promise<Result<boolean, string>> {
  if (!passesHead(selecting, ready, article)) return ok(false);
  if (!looksInside(ready)) return ok(true);
  const { store } = selecting;
  const seen = seenBy(selecting, article.id);
  const from = await gatherArticle(store, article, (one) => seen.includes(one), namesOf(store));
  return from.ok ? ok(isFound(ready, seen, from.value)) : from;
}

/** True where gold has something to say: also that nothing was to be marked. */
function isSettled(records: Layer): boolean {
  return ['annotation', 'decision'].some((kind) =>
    [...(records.get(kind) ?? [])].some(([, record]) => !isDeleted(record)),
  );
}

/** Why an article goes out with nothing in it that was asked for, if so. */
async function missing(selecting: Selecting, { id }: Article): Promise<string | undefined> {
  const { store, choice, takes } = selecting;
  if (choice.whose.kind === 'gold') {
    const records = await store.records(GOLD, id);
    return records.ok && isSettled(records.value) ? undefined : 'articles without gold';
  }
  if (choice.states === undefined) return undefined;
  return store.layerAnalysts(id).some((analyst) => takes(id, analyst))
    ? undefined
    : 'articles without a layer in a chosen state';
}

function leaveLayers({ store, choice, me, takes, left }: Selecting, { id, title }: Article): void {
  if (choice.whose.kind === 'gold') return;
  const chosen = chosenAnalysts(choice, me);
  for (const analyst of store.layerAnalysts(id)) {
    if (takes(id, analyst)) continue;
    const isOther = chosen?.has(analyst) === false;
    left.leave(
      isOther ? 'layers of analysts who were not chosen' : 'layers in another state',
      title,
    );
  }
}

async function whyNot(
  selecting: Selecting,
  ready: ReadyQuery | undefined,
  article: Article,
): Promise<Result<string | undefined, string>> {
  if (selecting.only?.has(article.id) === false) return ok('articles that were not chosen');
  if (ready !== undefined) {
    const passes = await passesFilter(selecting, ready, article);
    if (!passes.ok) return passes;
    if (!passes.value) return ok('articles that the filter leaves out');
  }
  return ok(await missing(selecting, article));
}

/**
 * The articles that a choice takes, in the order in which they were added; the others and the layers
 * that do not go out are counted. Refused in words where the filter cannot be read or a file is bad.
 */
export async function selectArticles(selecting: Selecting): Promise<Result<Article[], string>> {
  const { store, choice, left, signal } = selecting;
  const ready = readFilter(store, choice, selecting.me);
  if (!ready.ok) {
    return err(`The filter “${choice.filter}” cannot be read: ${ready.error.message}`);
  }
  const taken: Article[] = [];
  for (const [index, article] of articlesOf(store).entries()) {
    if (index % STEP === 0) await setImmediate();
    if (signal?.aborted === true) return err(CANCELLED);
    const why = await whyNot(selecting, ready.value, article);
    if (!why.ok) return why;
    if (why.value === undefined) {
      taken.push(article);
      leaveLayers(selecting, article);
    } else left.leave(why.value, article.title);
  }
  if (taken.length === 0 && choice.whose.kind === 'gold') return err(noGold());
  return ok(taken);
}

function noGold(): string {
  return 'None of these articles has gold: nobody has adjudicated them yet. Nothing was written. Choose analysts instead.';
}
