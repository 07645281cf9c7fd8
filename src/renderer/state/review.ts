import { create } from 'zustand';
import type { Input, Output } from '../../ipc/contract.ts';
import type { AppError } from '../../ipc/errors.ts';
import { inBackground } from './background.ts';
import { adoptCommit, whenSaved } from './desk.ts';
import { call, onEvent } from './host.ts';
import { announce, onOtherProject, useProject } from './project.ts';

/** An item of the queue. */
export type ReviewRow = Output<'review.queue'>['rows'][number];
/** An item with its readings. */
export type ReviewItem = Output<'review.item'>;
/** One reading of an item. */
export type Reading = ReviewItem['candidates'][number];
/** What a reading says. */
export type ReadingValue = Omit<Reading, 'key' | 'readers'>;
/** Why something was decided. */
export type Reason = NonNullable<Input<'review.decide'>['reason']>;
/** What is decided. */
export type Result = Input<'review.decide'>['result'];
/** What of the queue is shown. */
export type ReviewFilter = Input<'review.queue'>['filter'];
/** What one's own work and gold differ in. */
export type Lessons = Output<'review.lessons'>;

/** What a person is about to decide and has given no reason for yet. */
export interface Pending {
  readonly result: Result;
  readonly value: readonly ReadingValue[];
}

/** How far a comparison is, and what it found. */
type Compared = Extract<Output<'review.read'>, { articles: number }>;

/** What the place Review shows. */
export interface ReviewState {
  readonly view: 'items' | 'lessons';
  readonly run: string | undefined;
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  readonly compared: Compared | undefined;
  readonly queue: Output<'review.queue'> | undefined;
  readonly filter: ReviewFilter;
  readonly unsubmitted: boolean;
  readonly anonymous: boolean;
  readonly item: ReviewItem | undefined;
  /** Letter of the reading that is chosen. */
  readonly chosen: string;
  readonly pending: Pending | undefined;
  readonly editing: ReadingValue | undefined;
  readonly reason: Reason | undefined;
  readonly note: string;
  readonly dissent: boolean;
  readonly alike: boolean;
  /** Id of the rule at the side; empty for the one that fits best. */
  readonly rule: string;
  readonly lessons: Lessons | undefined;
  readonly error: AppError | undefined;
}

const FRESH = {
  item: undefined,
  chosen: 'A',
  pending: undefined,
  editing: undefined,
  reason: undefined,
  note: '',
  alike: false,
  rule: '',
} as const;

function nothing(): Omit<ReviewState, 'anonymous' | 'dissent'> {
  return {
    view: 'items',
    run: undefined,
    progress: undefined,
    compared: undefined,
    queue: undefined,
    filter: {},
    unsubmitted: false,
    lessons: undefined,
    error: undefined,
    ...FRESH,
  };
}

/** The review. Read with a selector. */
export const useReview = create<ReviewState>()(() => ({
  anonymous: true,
  dissent: true,
  ...nothing(),
}));

const get = useReview.getState;
const set = useReview.setState;

onOtherProject(() => set(nothing()));

/** As many rows as a queue shows at once. */
const PAGE = 200;

let runs = 0;

/** Shows what of the queue is there already, while layers are still being compared. */
async function readQueue(): Promise<void> {
  const { filter, run } = get();
  const reply = await call('review.queue', { filter, from: 0, count: PAGE });
  if (get().run !== run || get().filter !== filter) return;
  if (reply.ok) set({ queue: reply.value });
  else set({ error: reply.error });
}

/** Compares the layers of all articles, and opens what is most apart. */
export async function compare(): Promise<void> {
  runs += 1;
  const run = `review-${String(runs)}`;
  set({ run, compared: undefined, progress: undefined, error: undefined });
  await whenSaved();
  const reply = await call('review.read', { run, unsubmitted: get().unsubmitted });
  if (get().run !== run) return;
  if (!reply.ok) {
    set({ error: reply.error });
    return;
  }
  if (!('articles' in reply.value)) return;
  set({ compared: reply.value, progress: undefined });
  await refresh();
}

let refreshes = 0;

/** True while a decision of this window is taken over: the way on from it reads the queue itself. */
let isGoingOn = false;

/** Takes over the history that a decision has left, and goes on to the next item, where there is one. */
export async function goOn(
  history: Output<'review.decide'>['history'],
  next: string | undefined,
): Promise<void> {
  isGoingOn = true;
  await adoptCommit([], history).finally(() => {
    isGoingOn = false;
  });
  await refresh(next);
}

/**
 * Reads the queue again, and the item that is open or the first that is left. Both appear at once,
 * so that no key can be meant for an item that is not the one in sight.
 * @param wanted the item to go on to, in place of the open one
 */
async function refresh(wanted?: string): Promise<void> {
  refreshes += 1;
  const mine = refreshes;
  const { filter, anonymous } = get();
  const reply = await call('review.queue', { filter, from: 0, count: PAGE });
  if (mine !== refreshes) return;
  if (!reply.ok) {
    set({ error: reply.error });
    return;
  }
  const { rows } = reply.value;
  const open = wanted ?? get().item?.row.id;
  const next = rows.find(({ id }) => id === open) ?? rows[0];
  if (next === undefined) {
    set({ ...FRESH, queue: reply.value });
    return;
  }
  const { articleId, id: item } = next;
  const found = await call('review.item', { articleId, item, anonymous });
  if (mine !== refreshes) return;
  if (found.ok) set({ queue: reply.value, ...shown(found.value) });
  else set({ queue: reply.value, error: found.error });
}

/** An item as it is shown: what is said about the open one stays with it. */
function shown(item: ReviewItem): Partial<ReviewState> {
  return get().item?.row.id === item.row.id ? { item } : { ...FRESH, item };
}

/** Opens an item of the queue. */
export async function showItem(row: Pick<ReviewRow, 'id' | 'articleId'>): Promise<void> {
  const { anonymous } = get();
  const reply = await call('review.item', { articleId: row.articleId, item: row.id, anonymous });
  if (!reply.ok) {
    announce(reply.error.message, 'problem');
    return;
  }
  set(shown(reply.value));
}

/** Opens the next item of the queue, or the one before. */
export function stepItem(by: 1 | -1): void {
  const { queue, item } = get();
  const rows = queue?.rows ?? [];
  const at = rows.findIndex(({ id }) => id === item?.row.id);
  const next = rows[Math.max(0, at + by)];
  if (next !== undefined && next.id !== item?.row.id) inBackground(showItem(next));
}

/** Changes what of the queue is shown. */
export function filterQueue(change: ReviewFilter): void {
  set((state) => ({ filter: { ...state.filter, ...change } }));
  inBackground(refresh());
}

/** Chooses a reading. */
export function chooseReading(chosen: string): void {
  set({ chosen, pending: undefined });
}

/** Keeps what is said about the decision to come. */
export function say(
  words: Partial<Pick<ReviewState, 'note' | 'dissent' | 'alike' | 'rule' | 'editing'>>,
): void {
  set(words);
}

/** Shows or hides who gave a reading. */
export function hideNames(anonymous: boolean): void {
  set({ anonymous });
  const { item } = get();
  if (item !== undefined) inBackground(showItem(item.row));
}

/** Compares also what nobody submitted, or only what was. */
export function compareUnsubmitted(unsubmitted: boolean): void {
  set({ unsubmitted });
  inBackground(compare());
}

/** Shows the items, or what one can learn from gold. */
export async function showView(view: ReviewState['view']): Promise<void> {
  set({ view });
  if (view === 'items') return;
  const reply = await call('review.lessons', {});
  if (reply.ok) set({ lessons: reply.value });
  else set({ error: reply.error });
}

/** Follows comparing, deciding, undo and redo, as long as the place is open; returns how to stop. */
export function followReview(): () => void {
  inBackground(compare());
  const stop = onEvent((event) => {
    if (event.type !== 'review' || event.run !== get().run || get().compared !== undefined) return;
    set({ progress: { done: event.done, total: event.total } });
    if (event.done > 0) inBackground(readQueue());
  });
  const stopProject = useProject.subscribe((state, before) => {
    if (state.project === undefined) return;
    if (state.project !== before.project) inBackground(compare());
    else if (!isGoingOn && state.history !== before.history && get().compared !== undefined) {
      inBackground(refresh());
    }
  });
  return () => {
    stop();
    stopProject();
  };
}
