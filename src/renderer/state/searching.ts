import { create } from 'zustand';
import type { AppEvent, Input, Output } from '../../ipc/contract.ts';
import type { AppError } from '../../ipc/errors.ts';
import { inBackground } from './background.ts';
import { call, onEvent } from './host.ts';
import { announce } from './project.ts';

/** A line of the result. */
export type SearchRow = Output<'search.page'>['rows'][number];
/** What lines are ordered by. */
export type SearchSorting = Input<'search.query'>['sorting'];
/** How far the index is. */
export type IndexStatus = Output<'search.status'>;

type Answer = Output<'search.query'>;
/** Why a query cannot be understood, and where: `[start, end)` in UTF-16 code units of it. */
export type SearchProblem = Extract<Answer, { problem: unknown }>['problem'];
/** How far a query is. */
export type SearchProgress = Omit<Exclude<Answer, { problem: unknown }>, 'rows'>;

/** The search, which outlives its page. */
export interface SearchState {
  readonly text: string;
  readonly sorting: SearchSorting;
  /** Id of the query whose result it is; empty before the first. */
  readonly id: string;
  readonly progress: SearchProgress | undefined;
  readonly problem: SearchProblem | undefined;
  readonly error: AppError | undefined;
  /** Lines by their place in the order; those not fetched yet are missing. */
  readonly rows: ReadonlyMap<number, SearchRow>;
  /** Place of the line that keys act on. */
  readonly at: number;
  readonly index: IndexStatus | undefined;
}

function blank(): SearchState {
  return {
    text: '',
    sorting: 'article',
    id: '',
    progress: undefined,
    problem: undefined,
    error: undefined,
    rows: new Map(),
    at: 0,
    index: undefined,
  };
}

/** The search. Read with a selector. */
export const useSearch = create<SearchState>()(() => blank());

const get = useSearch.getState;
const set = useSearch.setState;

/** Lines fetched at once, and how many are kept. */
const PAGE = 100;
const KEPT = 4000;

let queries = 0;
/** What was told of a query before its answer came. */
let early: { readonly id: string; readonly progress: SearchProgress } | undefined;
const asked = new Set<number>();

/** Forgets everything; another project is open. */
export function forgetSearch(): void {
  asked.clear();
  set(blank());
}

/** @param again the same words once more: the place in the list stays */
async function run(again: boolean): Promise<void> {
  queries += 1;
  const id = `search-${String(queries)}`;
  const { text, sorting } = get();
  const reply = await call('search.query', { id, text, sorting });
  // Another key was pressed meanwhile: that query's answer counts.
  if (id !== `search-${String(queries)}`) return;
  if (!reply.ok) {
    set({ error: reply.error, problem: undefined, progress: undefined, rows: new Map(), id });
    return;
  }
  if ('problem' in reply.value) {
    set({ problem: reply.value.problem, error: undefined });
    return;
  }
  const { rows, ...answered } = reply.value;
  const progress = early?.id === id ? early.progress : answered;
  asked.clear();
  const first = new Map(rows.map((row, place) => [place, row] as const));
  const at = again ? Math.min(get().at, Math.max(0, progress.kept - 1)) : 0;
  set({ id, progress, rows: first, at, problem: undefined, error: undefined });
}

/** Searches for what is typed; the search before it ends. */
export function searchFor(text: string): void {
  if (text === get().text) return;
  set({ text });
  inBackground(run(false));
}

/** Searches once more: what was changed since may be found or not. */
export function searchAgain(): void {
  if (get().text.trim() !== '') inBackground(run(true));
}

/** Orders the lines otherwise. */
export function sortHits(sorting: SearchSorting): void {
  if (sorting === get().sorting) return;
  set({ sorting, at: 0 });
  refetch();
}

function refetch(): void {
  asked.clear();
  set({ rows: new Map() });
}

async function fetchPage(from: number): Promise<void> {
  const { id, sorting } = get();
  asked.add(from);
  const reply = await call('search.page', { id, sorting, from, count: PAGE });
  if (get().id !== id || get().sorting !== sorting) return;
  if (!reply.ok) {
    asked.delete(from);
    announce(reply.error.message, 'problem');
    return;
  }
  const rows = new Map(get().rows);
  reply.value.rows.forEach((row, place) => rows.set(from + place, row));
  for (const place of rows.keys()) {
    if (rows.size <= KEPT) break;
    rows.delete(place);
    asked.delete(place - (place % PAGE));
  }
  set({ rows });
}

/** Fetches the lines that are in sight and not here yet. @param to exclusive */
export function needLines(from: number, to: number): void {
  const { rows, progress } = get();
  const end = Math.min(to, progress?.kept ?? 0);
  for (let page = from - (from % PAGE); page < end; page += PAGE) {
    let missing = false;
    for (let place = page; place < Math.min(page + PAGE, end) && !missing; place += 1) {
      missing = !rows.has(place);
    }
    if (missing && !asked.has(page)) inBackground(fetchPage(page));
  }
}

function follow(event: Extract<AppEvent, { type: 'search' }>): void {
  const { type: _type, id, ...progress } = event;
  const before = get();
  if (id !== before.id) {
    early = { id, progress };
    return;
  }
  set({ progress });
  // In the order of articles new lines come at the end; in another, anywhere.
  if (before.sorting !== 'article') refetch();
  else asked.clear();
}

/** Listens to how far searches are; answers how to stop. */
export function followSearch(): () => void {
  inBackground(
    call('search.status', {}).then((reply) => {
      if (reply.ok) set({ index: reply.value });
    }),
  );
  return onEvent((event) => {
    if (event.type === 'search') follow(event);
    if (event.type !== 'search-index') return;
    const { type: _type, ...index } = event;
    const wasReady = get().index?.state === 'ready';
    set({ index });
    if (index.state === 'ready' && !wasReady) searchAgain();
  });
}

/** Makes the index anew. */
export async function rebuildIndex(): Promise<void> {
  const reply = await call('search.rebuild', {});
  if (!reply.ok) announce(reply.error.message, 'problem');
}

/** Stops making the index. */
export async function stopIndexing(): Promise<void> {
  const reply = await call('search.stopIndexing', {});
  if (!reply.ok) announce(reply.error.message, 'problem');
}

/** Stops the search; what was found stays. */
export async function stopSearch(): Promise<void> {
  const { id, progress } = get();
  if (progress === undefined || progress.done) return;
  set({ progress: { ...progress, done: true } });
  const reply = await call('search.cancel', { id });
  if (!reply.ok) announce(reply.error.message, 'problem');
}
