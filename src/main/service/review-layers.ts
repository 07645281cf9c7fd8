import { createHash } from 'node:crypto';
import { ok, type Result } from '../../core/result.ts';
import { DECISION, type Decision, decisionFrom, GOLD_CHANNEL } from '../../core/review/decision.ts';
import { type GoldNow, goldFrom } from '../../core/review/gold.ts';
import { itemsOf } from '../../core/review/items.ts';
import { type QueuedArticle, queueArticle } from '../../core/review/queue.ts';
import type { ReviewLayer } from '../../core/review/reading.ts';
import type { StoreError } from '../store/errors.ts';
import type { Layer, Store } from '../store/store.ts';
import { codebookOf } from './codebook-view.ts';
import { contentsOf } from './layer-contents.ts';

/** SHA-256 in lower-case hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Whose layers of an article are compared. */
export interface Compared {
  /** Analyst id of whoever looks. */
  readonly viewer: string;
  /** Layers that nobody submitted too. */
  readonly unsubmitted: boolean;
}

/** An article with everything that review asks of it. */
export interface ReviewArticle {
  readonly articleId: string;
  readonly layers: readonly ReviewLayer[];
  /** All that were ever made and not taken back. */
  readonly decisions: readonly Decision[];
  readonly gold: GoldNow;
  readonly queue: QueuedArticle;
}

/** Fewer layers than this leave nothing to compare. */
export const FEWEST_LAYERS = 2;

/** States in which a layer counts. */
const HANDED_IN: ReadonlySet<string> = new Set(['submitted', 'locked']);

const NO_RECORDS = new Map<string, never>();

/** The analysts whose layers of an article count, by the index alone. */
export function countedAnalysts(
  store: Store,
  articleId: string,
  { unsubmitted }: Compared,
): readonly string[] {
  return [...store.counts(articleId)]
    .filter(
      ([, { state, annotations }]) =>
        (unsubmitted && annotations > 0) || HANDED_IN.has(state ?? ''),
    )
    .map(([analyst]) => analyst)
    .toSorted();
}

/** The decisions in the records of the gold channel. */
function decisionsIn(records: Layer): Decision[] {
  return [...(records.get(DECISION) ?? [])].flatMap(
    ([id, record]) => decisionFrom(id, record) ?? [],
  );
}

/** Reads the layers of an article that count, and what was decided on them. */
export async function readReviewArticle(
  store: Store,
  articleId: string,
  compared: Compared,
): Promise<Result<ReviewArticle, StoreError>> {
  const layers: ReviewLayer[] = [];
  for (const analyst of countedAnalysts(store, articleId, compared)) {
    const layer = await store.layer(articleId, analyst);
    if (!layer.ok) return layer;
    const { annotations, relations } = contentsOf(articleId, analyst, layer.value);
    layers.push({ analyst, annotations, relations });
  }
  const records = await store.records(GOLD_CHANNEL, articleId);
  if (!records.ok) return records;
  const decisions = decisionsIn(records.value);
  const gold = goldFrom(
    records.value.get('annotation') ?? NO_RECORDS,
    records.value.get('relation') ?? NO_RECORDS,
  );
  const { attributes, labels } = codebookOf(store);
  const items = itemsOf({
    articleId,
    layers,
    attributes: new Map(attributes.map((one) => [one.id, one] as const)),
    digest: sha256,
    seed: store.id,
    without: new Set(labels.filter(({ helper }) => helper).map(({ id }) => id)),
  });
  const queue = queueArticle(items, decisions);
  return ok({ articleId, layers, decisions, gold, queue });
}
