import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { annotationFrom } from '../../core/log/annotation-ops.ts';
import { DOCUMENT } from '../../core/log/document-ops.ts';
import { isFrozen } from '../../core/log/frozen.ts';
import { layerChannel, type OpDraft } from '../../core/log/op.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { Comment } from '../../core/model/comment.ts';
import { passes } from '../../core/search/annotation-filters.ts';
import {
  type BulkAction,
  type BulkArticle,
  type BulkStep,
  planBulk,
} from '../../core/search/bulk.ts';
import { asksForComments, type Query } from '../../core/search/query.ts';
import { keptAnnotation, searchedAnnotations } from '../../core/search/searched-annotations.ts';
import type { Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import type { HitPlace, Selection } from '../search/messages.ts';
import type { SearchThread } from '../search/thread.ts';
import type { Layer } from '../store/store.ts';
import { codebookHeadOf } from './codebook-view.ts';
import { commentsIn, commentsOfOthers } from './comments-of-others.ts';
import { refuse, storeRefusal } from './problems.ts';
import type { Workspace } from './workspace.ts';

/** What an action comes to, as the window sees it. */
export type PlanView = Output<'search.bulkPlan'>;

/** What is to be done to which hits. */
export interface BulkTask {
  /** Id of the query whose hits they are. */
  readonly id: string;
  readonly query: Query;
  readonly selection: Selection;
  readonly action: BulkAction;
  /** ISO-8601 UTC. */
  readonly now: string;
}

/** A plan with the edits that carry it out. */
export interface BulkPlan {
  /** The hits it is about; a later search does not change them. */
  readonly places: readonly HitPlace[];
  readonly view: PlanView;
  readonly drafts: readonly OpDraft[];
  /** Equal where two plans do the same, whatever ids they give. */
  readonly fingerprint: string;
}

/** More hits than this are refused: one commit is checked and written as one. */
const MOST_HITS = 20_000;
const PLACES_AT_ONCE = 2000;
const STEPS_SHOWN = 300;
/** Milliseconds of work before others have their turn. */
const SLICE_MS = 12;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** A new annotation id: `an_` and 80 random bits in base 32. */
function newAnnotationId(): string {
  return `an_${Array.from(randomBytes(16), (byte) => LETTERS.charAt(byte % 32)).join('')}`;
}

async function placesOf(thread: SearchThread, task: BulkTask): Promise<HitPlace[] | undefined> {
  const { id, selection } = task;
  const places: HitPlace[] = [];
  for (let from = 0; from !== -1; ) {
    const some = await thread.ask('places', { id, selection, from, count: PLACES_AT_ONCE });
    for (const place of some.places) places.push(place);
    if (places.length > MOST_HITS) return undefined;
    from = some.next;
  }
  return places;
}

function byArticle(places: readonly HitPlace[]): Map<string, HitPlace[]> {
  const grouped = new Map<string, HitPlace[]>();
  for (const place of places) {
    const known = grouped.get(place.articleId);
    if (known === undefined) grouped.set(place.articleId, [place]);
    else known.push(place);
  }
  return grouped;
}

/** What was said in an article, where the query asks for it. */
async function commentsFor(
  workspace: Workspace,
  { filters }: Query,
  articleId: string,
  own: Layer,
): Promise<Reply<readonly Comment[]>> {
  if (!filters.some(asksForComments)) return { ok: true, value: [] };
  const others = await commentsOfOthers(workspace, articleId, own);
  if (!others.ok) return storeRefusal(others.error);
  return { ok: true, value: [...commentsIn(own, workspace.me.id), ...others.value] };
}

type OwnLayer = Pick<BulkArticle, 'annotations' | 'isFrozen' | 'isMeant'>;

async function ownLayer(
  workspace: Workspace,
  query: Query,
  articleId: string,
): Promise<Reply<OwnLayer>> {
  const { store, me } = workspace;
  const layer = await store.layer(articleId, me.id);
  if (!layer.ok) return storeRefusal(layer.error);
  const channel = layerChannel(me.id);
  const annotations = [...(layer.value.get('annotation') ?? [])].flatMap(
    ([id, record]) => annotationFrom(channel, id, record) ?? [],
  );
  const said = await commentsFor(workspace, query, articleId, layer.value);
  if (!said.ok) return said;
  const meant = new Set(
    searchedAnnotations([me.id], annotations.map(keptAnnotation), said.value)
      .filter((annotation) => passes(annotation, query.filters))
      .map(({ id }) => id),
  );
  const document = layer.value.get(DOCUMENT)?.get(`${articleId}/${DOCUMENT}`);
  const isMeant = ({ id }: Annotation): boolean => meant.has(id);
  return { ok: true, value: { annotations, isFrozen: isFrozen(document), isMeant } };
}

async function planArticle(
  workspace: Workspace,
  task: BulkTask,
  articleId: string,
  places: readonly HitPlace[],
): Promise<Reply<BulkStep[]>> {
  const { store, me } = workspace;
  const text = await store.text(articleId);
  if (!text.ok) return storeRefusal(text.error);
  const layer = await ownLayer(workspace, task.query, articleId);
  if (!layer.ok) return layer;
  const article = {
    articleId,
    text: text.value,
    ...layer.value,
    analyst: me.id,
    codebookVersion: codebookHeadOf(store).version,
    now: task.now,
    newId: newAnnotationId,
  };
  const hits = places.map(({ start, end, words, annotation }) => ({
    span: [start, end] as const,
    words,
    annotationId: annotation,
  }));
  return { ok: true, value: planBulk(article, hits, task.action) };
}

type Step = PlanView['steps'][number];

function shown(step: BulkStep, { articleId, title }: HitPlace): Step {
  const { quote, outcome, reason, snapped, before } = step;
  const words = quote.length > 200 ? `${quote.slice(0, 199)}…` : quote;
  const known = { reason: reason ?? '', before: before ?? '' };
  return { articleId, title, quote: words, outcome, snapped, ...known };
}

/** The plan as it grows, article by article. */
class Growing {
  readonly drafts: OpDraft[] = [];
  readonly #steps: Step[] = [];
  readonly #counts = { add: 0, change: 0, remove: 0, skip: 0 };
  readonly #skipped = new Map<NonNullable<BulkStep['reason']>, number>();
  readonly #kept: string[] = [];
  #snapped = 0;
  #articles = 0;

  add(steps: readonly BulkStep[], place: HitPlace): void {
    const before = this.drafts.length;
    for (const step of steps) {
      this.#counts[step.outcome] += 1;
      if (step.snapped) this.#snapped += 1;
      if (step.reason !== undefined) {
        this.#skipped.set(step.reason, (this.#skipped.get(step.reason) ?? 0) + 1);
      }
      if (step.draft !== undefined) this.drafts.push(step.draft);
      if (this.#steps.length < STEPS_SHOWN) this.#steps.push(shown(step, place));
      const { outcome, reason, span, before: was } = step;
      this.#kept.push([place.articleId, outcome, reason, ...span, was].join(' '));
    }
    if (this.drafts.length > before) this.#articles += 1;
  }

  done(plan: string, places: readonly HitPlace[]): BulkPlan {
    const { add, change, remove } = this.#counts;
    const skipped = [...this.#skipped].map(([reason, count]) => ({ reason, count }));
    const counts = { add, change, remove, snapped: this.#snapped, articles: this.#articles };
    return {
      places,
      view: { plan, ...counts, skipped, steps: this.#steps },
      drafts: this.drafts,
      fingerprint: this.#kept.join('\n'),
    };
  }
}

/** What a task comes to now on these hits, from the texts and layers as they are. Writes nothing. */
export async function planPlaces(
  workspace: Workspace,
  task: BulkTask,
  places: readonly HitPlace[],
): Promise<Reply<BulkPlan>> {
  const growing = new Growing();
  let began = performance.now();
  for (const [articleId, some] of byArticle(places)) {
    const steps = await planArticle(workspace, task, articleId, some);
    if (!steps.ok) return steps;
    const [first] = some;
    if (first !== undefined) growing.add(steps.value, first);
    if (performance.now() - began > SLICE_MS) {
      await nextTurn();
      began = performance.now();
    }
  }
  const id = `plan-${randomBytes(8).toString('hex')}`;
  return { ok: true, value: growing.done(id, places) };
}

/** What a task comes to on the hits it names. Writes nothing. */
export async function planHits(
  workspace: Workspace,
  thread: SearchThread,
  task: BulkTask,
): Promise<Reply<BulkPlan>> {
  const places = await placesOf(thread, task);
  if (places !== undefined) return planPlaces(workspace, task, places);
  const most = MOST_HITS.toLocaleString('en');
  return refuse('refused', `At most ${most} hits can be changed in one step. Narrow the search.`);
}
