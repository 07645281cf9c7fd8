import { create } from 'zustand';
import type { Input, Output } from '../../ipc/contract.ts';
import type { AppError } from '../../ipc/errors.ts';
import { rowWords } from '../words/amounts.ts';
import { t } from '../words/words.ts';
import { adoptCommit, whenSaved } from './desk.ts';
import { call } from './host.ts';
import { announce } from './project.ts';
import { useSearch } from './searching.ts';

/** What is done to many hits. */
export type HitAction = Input<'search.bulkPlan'>['action'];
/** What an action comes to. */
export type HitPlan = Output<'search.bulkPlan'>;

/** Which hits are chosen, and what is about to be done to them. */
export interface HitChangesState {
  /** True: all hits but `hits`; false: `hits`. */
  readonly all: boolean;
  /** Numbers of hits. */
  readonly hits: ReadonlySet<number>;
  /** Place from which Shift selects; -1 where nothing was chosen yet. */
  readonly anchor: number;
  readonly action: HitAction | undefined;
  readonly plan: HitPlan | undefined;
  /** The layers changed after the preview: this is the new one. */
  readonly renewed: boolean;
  readonly busy: boolean;
  readonly error: AppError | undefined;
}

const NONE: HitChangesState = {
  all: false,
  hits: new Set(),
  anchor: -1,
  action: undefined,
  plan: undefined,
  renewed: false,
  busy: false,
  error: undefined,
};

/** The chosen hits. Read with a selector. */
export const useHitChanges = create<HitChangesState>()(() => NONE);

const get = useHitChanges.getState;
const set = useHitChanges.setState;

// Numbers of hits are of one result only.
useSearch.subscribe((state, before) => {
  if (state.id !== before.id) set(NONE);
});

/** True when a hit is chosen. */
export function isChosen(state: Pick<HitChangesState, 'all' | 'hits'>, hit: number): boolean {
  return state.hits.has(hit) !== state.all;
}

/** How many hits are chosen. */
export function chosenCount(state: Pick<HitChangesState, 'all' | 'hits'>, kept: number): number {
  return state.all ? Math.max(0, kept - state.hits.size) : state.hits.size;
}

/** Chooses a hit, or lets go of it. */
export function toggleHit(hit: number, place: number): void {
  const hits = new Set(get().hits);
  if (!hits.delete(hit)) hits.add(hit);
  set({ hits, anchor: place });
}

/** Chooses all lines from the anchor to a place, and no others. */
export function chooseTo(place: number): void {
  const { rows } = useSearch.getState();
  const anchor = get().anchor === -1 ? place : get().anchor;
  const hits = new Set<number>();
  for (let one = Math.min(anchor, place); one <= Math.max(anchor, place); one += 1) {
    const row = rows.get(one);
    if (row !== undefined) hits.add(row.hit);
  }
  set({ all: false, hits, anchor });
}

/** Where Shift begins to select. */
export function anchorAt(place: number): void {
  set({ anchor: place });
}

/** Chooses all hits, also those not in sight. */
export function chooseAll(): void {
  set({ all: true, hits: new Set() });
}

/** Lets go of all hits. */
export function chooseNone(): void {
  set({ all: false, hits: new Set(), anchor: -1 });
}

/** Shows what an action would do to the chosen hits. Nothing is written. */
export async function planChange(action: HitAction): Promise<void> {
  const { all, hits } = get();
  set({ action, plan: undefined, renewed: false, error: undefined, busy: true });
  await whenSaved();
  const { id } = useSearch.getState();
  const reply = await call('search.bulkPlan', { id, all, hits: [...hits], action });
  if (get().action !== action) return;
  if (reply.ok) set({ plan: reply.value, busy: false });
  else set({ error: reply.error, busy: false });
}

/** Closes the preview; nothing is written. */
export function leaveChange(): void {
  if (get().busy && get().plan !== undefined) return;
  set({ action: undefined, plan: undefined, renewed: false, busy: false, error: undefined });
}

function done({ add, change, remove }: HitPlan): string {
  const counts = [
    [add, 'state.hitsAdded'],
    [change, 'state.hitsChanged'],
    [remove, 'state.hitsRemoved'],
  ] as const;
  return rowWords(
    counts.filter(([count]) => count > 0).map(([count, words]) => t(words, { count })),
  );
}

/** Does what the preview shows, as one step that undo takes back. */
export async function applyChange(): Promise<void> {
  const { plan, busy } = get();
  if (plan === undefined || busy) return;
  set({ busy: true });
  const reply = await call('search.bulkApply', { plan: plan.plan });
  if (!reply.ok) {
    set({ busy: false, error: reply.error });
    return;
  }
  if ('changed' in reply.value) {
    set({ busy: false, plan: reply.value.changed, renewed: true });
    return;
  }
  set(NONE);
  await adoptCommit(reply.value.ops, reply.value.history);
  announce(() => t('state.hitsDone', { changes: done(plan) }));
}
