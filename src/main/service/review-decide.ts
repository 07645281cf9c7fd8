import { randomUUID } from 'node:crypto';
import type { OpDraft } from '../../core/log/op.ts';
import { err, ok, type Result } from '../../core/result.ts';
import {
  checkProposal,
  type Decision,
  decisionsInForce,
  givenUp,
  type Proposal,
  shareSource,
} from '../../core/review/decision.ts';
import { settle } from '../../core/review/gold.ts';
import { isUnanimous, valueKey } from '../../core/review/items.ts';
import type { QueuedItem } from '../../core/review/queue.ts';
import type { Item, ReadingValue } from '../../core/review/reading.ts';
import type { Input, Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import { codebookOf } from './codebook-view.ts';
import { fromStore, refuse, storeRefusal } from './problems.ts';
import type { ReviewBoard } from './review-board.ts';
import { type ReviewArticle, sha256 } from './review-layers.ts';
import type { Workspace } from './workspace.ts';

type Written = Reply<Output<'review.decide'>>;

/** What is decided on one item, with what a person says about it. */
interface Ruling extends Proposal {
  readonly note: string;
  readonly dissent: boolean;
  readonly rule: string;
}

const NO_ATTRIBUTES = new Map<string, never>();

function decisionOn(
  article: ReviewArticle,
  { item }: QueuedItem,
  ruling: Ruling,
  who: { readonly by: string; readonly at: string },
): Decision {
  const superseded = decisionsInForce(article.decisions).filter(
    (one) => one.item === item.id || supersedesOrphan(one, item, article),
  );
  return {
    id: `d${randomUUID()}`,
    articleId: article.articleId,
    item: item.id,
    result: ruling.result,
    candidates: item.candidates,
    absent: item.absent,
    value: ruling.value,
    ...(ruling.reason === undefined ? {} : { reason: ruling.reason }),
    note: ruling.note,
    dissent: ruling.dissent ? givenUp(item, ruling.value) : [],
    rule: ruling.rule,
    ...who,
    supersedes: superseded.map(({ id }) => id),
    unanimous: isUnanimous(item),
  };
}

/** True for a decision on an item that is gone and that shared an annotation with this one. */
function supersedesOrphan(decision: Decision, item: Item, { queue }: ReviewArticle): boolean {
  const isThere = queue.items.some((one) => one.item.id === decision.item);
  return !isThere && shareSource(decision, item);
}

/** The drafts of decisions on items of one article. */
async function draftsFor(
  { store, me }: Workspace,
  article: ReviewArticle,
  rulings: readonly { readonly queued: QueuedItem; readonly ruling: Ruling }[],
  at: string,
): Promise<Result<readonly OpDraft[], string>> {
  const text = await store.text(article.articleId);
  if (!text.ok) return err(text.error.message);
  const codebook = codebookOf(store);
  const labels = new Set(codebook.labels.map(({ id }) => id));
  const decisions: Decision[] = [];
  for (const { queued, ruling } of rulings) {
    const checked = checkProposal(queued.item, ruling);
    if (!checked.ok) return checked;
    if (!ruling.value.every(({ label }) => labels.has(label))) {
      return err('The codebook has no such label. Nothing was decided.');
    }
    decisions.push(decisionOn(article, queued, ruling, { by: me.id, at }));
  }
  const superseded = new Set(decisions.flatMap(({ supersedes }) => supersedes));
  const replaced = article.decisions.filter(({ id }) => superseded.has(id)).map((one) => one.item);
  return settle(decisions, new Set(replaced), {
    text: text.value,
    layers: article.layers,
    gold: article.gold,
    codebookVersion: codebook.version,
    digest: sha256,
  });
}

async function write(
  { store, me }: Workspace,
  drafts: readonly OpDraft[],
  label: string,
  decided: number,
): Promise<Written> {
  if (drafts.length > 0) {
    const written = await store.commit(me.id, drafts, { label });
    if (!written.ok) return { ok: false, error: fromStore(written.error) };
  }
  return { ok: true, value: { history: { ...store.history(me.id) }, decided } };
}

/** The reading of an item that says the same as a value of another one, wherever it stands. */
function sameReading(item: Item, value: ReadingValue): ReadingValue | undefined {
  const saidIn = (one: ReadingValue): string =>
    JSON.stringify([
      one.quote.join(' … ').toLowerCase(),
      valueKey({ ...one, spans: [] }, NO_ATTRIBUTES),
    ]);
  return item.candidates.find((one) => saidIn(one) === saidIn(value));
}

/** The same ruling on an item that puts the same question; `undefined` where it cannot be made. */
function rulingOn(item: Item, ruling: Ruling): Ruling | undefined {
  const value = ruling.value.map((one) => sameReading(item, one));
  const found = value.filter((one) => one !== undefined);
  return found.length === value.length ? { ...ruling, value: found } : undefined;
}

function labelFor(decided: number, quote: string): string {
  if (decided !== 1) return `Settle ${decided.toLocaleString('en')} items`;
  return `Settle “${quote.length > 80 ? `${quote.slice(0, 80)}…` : quote}”`;
}

/** Items of other places that put the same question and are open. */
async function alikeItems(
  board: ReviewBoard,
  item: Item,
): Promise<Result<readonly QueuedItem[], string>> {
  const queue = await board.queue({ pattern: item.pattern });
  if (!queue.ok) return err(queue.error.message);
  return ok(queue.value.items.filter((one) => one.item.id !== item.id && one.state === 'open'));
}

/** Decides an item, and where asked all open ones that put the same question, as one step. */
export async function decide(
  workspace: Workspace,
  board: ReviewBoard,
  input: Input<'review.decide'>,
  at: string,
): Promise<Written> {
  const { articleId, item: id, alike } = input;
  const article = await board.article(articleId);
  if (!article.ok) return storeRefusal(article.error);
  const queued = article.value.queue.items.find(({ item }) => item.id === id);
  if (queued === undefined) {
    return refuse('not-found', 'This item is not there any more: its layers have changed.');
  }
  const ruling: Ruling = { ...input, value: input.value };
  const others = alike ? await alikeItems(board, queued.item) : ok([]);
  if (!others.ok) return refuse('io', others.error);
  const rulingFor = (item: Item): Ruling | undefined =>
    item.id === id ? ruling : rulingOn(item, ruling);
  const made = await decideAll(workspace, board, [queued, ...others.value], rulingFor, at);
  if (!made.ok) return refuse('refused', made.error);
  const quote = queued.item.candidates[0]?.quote.join(' … ') ?? '';
  const { drafts, decided } = made.value;
  return write(workspace, drafts, labelFor(decided, quote), decided);
}

/** The drafts of a ruling on many items, article by article. */
async function decideAll(
  workspace: Workspace,
  board: ReviewBoard,
  items: readonly QueuedItem[],
  rulingFor: (item: Item) => Ruling | undefined,
  at: string,
): Promise<Result<{ readonly drafts: readonly OpDraft[]; readonly decided: number }, string>> {
  const drafts: OpDraft[] = [];
  let decided = 0;
  const wanted = new Set(items.map(({ item }) => item.id));
  for (const articleId of new Set(items.map(({ item }) => item.articleId))) {
    const article = await board.article(articleId);
    if (!article.ok) return err(article.error.message);
    const rulings = article.value.queue.items
      .filter(({ item }) => wanted.has(item.id))
      .flatMap((queued) => {
        const ruling = rulingFor(queued.item);
        return ruling === undefined ? [] : [{ queued, ruling }];
      });
    if (rulings.length === 0) continue;
    const made = await draftsFor(workspace, article.value, rulings, at);
    if (!made.ok) return made;
    for (const draft of made.value) drafts.push(draft);
    decided += rulings.length;
  }
  return ok({ drafts, decided });
}

/** Accepts every open item on which all say the same: one step, a decision for each. */
export async function acceptUnanimous(
  workspace: Workspace,
  board: ReviewBoard,
  filter: Input<'review.acceptUnanimous'>['filter'],
  at: string,
): Promise<Written> {
  const queue = await board.queue(filter);
  if (!queue.ok) return storeRefusal(queue.error);
  const agreed = queue.value.items.filter(
    ({ item, state }) => state === 'open' && isUnanimous(item),
  );
  const accept = (item: Item): Ruling => ({
    result: 'accept',
    value: item.candidates.slice(0, 1),
    note: '',
    dissent: false,
    rule: '',
  });
  const made = await decideAll(workspace, board, agreed, accept, at);
  if (!made.ok) return refuse('refused', made.error);
  const { drafts, decided } = made.value;
  return write(
    workspace,
    drafts,
    labelFor(decided, agreed[0]?.item.candidates[0]?.quote[0] ?? ''),
    decided,
  );
}
