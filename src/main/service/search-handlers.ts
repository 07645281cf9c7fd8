import path from 'node:path';
import type { OpDraft } from '../../core/log/op.ts';
import type { BulkAction } from '../../core/search/bulk.ts';
import type { Query } from '../../core/search/query.ts';
import type { Input, Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import type { Handlers } from '../../ipc/server.ts';
import type { Progress, ResultRow } from '../search/messages.ts';
import { labelsOf } from './codebook-view.ts';
import { commitEdits } from './commit-edits.ts';
import { refuse } from './problems.ts';
import { type BulkPlan, type BulkTask, planHits, planPlaces } from './search-bulk.ts';
import { keepIndex, type SearchKeeper } from './search-keeper.ts';
import { readQuery, visibleAnalysts } from './search-query.ts';
import type { ServiceOptions } from './service-options.ts';
import type { Workspace } from './workspace.ts';

/** Lines that a query answers with at once. */
const FIRST_ROWS = 60;

/** The index of the open project, the query that runs, and the plan that was shown last. */
interface Held {
  keeper: SearchKeeper | undefined;
  query: { readonly id: string; readonly query: Query } | undefined;
  plan: { readonly task: BulkTask; readonly shown: BulkPlan } | undefined;
}

const NOTHING_FOUND: Progress = {
  found: 0,
  articles: 0,
  scanned: 0,
  of: 0,
  done: true,
  kept: 0,
  unreadable: 0,
};

/** Where the index of a project is; in memory where the project cannot be written. */
function indexFile({ store }: Workspace): string {
  return store.readOnly ? '' : path.join(store.dir, 'search', `${store.replica}.db`);
}

async function letGo(held: Held): Promise<void> {
  const { keeper } = held;
  held.keeper = undefined;
  held.query = undefined;
  held.plan = undefined;
  await keeper?.close();
}

/** The keeper of this project's index; begins to keep it where nobody has searched yet. */
async function keeperOf(
  { searchThread, emit }: ServiceOptions,
  held: Held,
  workspace: Workspace,
): Promise<SearchKeeper> {
  if (held.keeper?.store === workspace.whole) return held.keeper;
  await letGo(held);
  const keeper = keepIndex({
    // All layers of the folder, so that it need not be made anew for each who acts; who asks finds
    // their own.
    store: workspace.whole,
    start: searchThread,
    file: indexFile(workspace),
    tell: (status) => emit({ type: 'search-index', ...status }),
  });
  held.keeper = keeper;
  keeper.thread.onProgress((id, progress) => {
    if (held.query?.id === id) emit({ type: 'search', id, ...progress });
  });
  return keeper;
}

/** Lines as they cross the border: plain values. */
function plainRows(rows: readonly ResultRow[]): Output<'search.page'>['rows'] {
  return rows.map((row) => ({ ...row, labels: [...row.labels] }));
}

async function runQuery(
  held: Held,
  keeper: SearchKeeper,
  workspace: Workspace,
  { id, text, sorting }: Input<'search.query'>,
): Promise<Reply<Output<'search.query'>>> {
  const read = readQuery(workspace, text);
  if (!read.ok) return { ok: true, value: { problem: read.error } };
  if (read.value === undefined) return { ok: true, value: { ...NOTHING_FOUND, rows: [] } };
  held.query = { id, query: read.value };
  await keeper.catchUp();
  const status = keeper.status();
  if (status.state === 'failed') return refuse('io', status.message);
  const analysts = visibleAnalysts(workspace);
  const asked = { id, query: read.value, analysts, sorting, rows: FIRST_ROWS };
  const answer = await keeper.thread.ask('query', asked);
  if ('problem' in answer) return { ok: true, value: { problem: { ...answer.problem } } };
  return { ok: true, value: { ...answer.progress, rows: plainRows(answer.rows) } };
}

/** What an action is called in the undo menu. */
function wordsFor({ action }: BulkTask, { store }: Workspace, count: number): string {
  const hits = `${count.toLocaleString('en')} ${count === 1 ? 'hit' : 'hits'}`;
  const name = (id: string): string => labelsOf(store).find((one) => one.id === id)?.name ?? id;
  const say: Readonly<Record<BulkAction['kind'], () => string>> = {
    add: () => (action.kind === 'add' ? `Label ${hits} ${name(action.label)}` : ''),
    relabel: () => (action.kind === 'relabel' ? `Relabel ${hits} ${name(action.label)}` : ''),
    remove: () => `Remove annotations of ${hits}`,
    attribute: () => `Set an attribute of ${hits}`,
  };
  return say[action.kind]();
}

async function apply(
  held: Held,
  workspace: Workspace,
  { plan }: Input<'search.bulkApply'>,
): Promise<Reply<Output<'search.bulkApply'>>> {
  const known = held.plan;
  if (known?.shown.view.plan !== plan) {
    return refuse('not-found', 'This preview is out of date. Open it again.');
  }
  const now = await planPlaces(workspace, known.task, known.shown.places);
  if (!now.ok) return now;
  if (now.value.fingerprint !== known.shown.fingerprint) {
    held.plan = { task: known.task, shown: now.value };
    return { ok: true, value: { changed: now.value.view } };
  }
  held.plan = undefined;
  const drafts: readonly OpDraft[] = now.value.drafts;
  if (drafts.length === 0) return refuse('refused', 'There is nothing to change.');
  return commitEdits(workspace, wordsFor(known.task, workspace, drafts.length), drafts);
}

type Mine =
  `search.${'status' | 'query' | 'page' | 'cancel' | 'rebuild' | 'stopIndexing' | 'bulkPlan' | 'bulkApply'}`;

/** Searching the whole project, and changing many hits at once. */
export function searchHandlers(options: ServiceOptions): Pick<Handlers, Mine> {
  const { session, clock } = options;
  const held: Held = { keeper: undefined, query: undefined, plan: undefined };
  session.beforeClose(() => letGo(held));
  async function withIndex<T>(
    work: (keeper: SearchKeeper, workspace: Workspace) => Promise<Reply<T>> | Reply<T>,
  ): Promise<Reply<T>> {
    const open = session.need();
    if (!open.ok) return open;
    const keeper = await keeperOf(options, held, open.value);
    try {
      return await work(keeper, open.value);
    } catch (cause) {
      keeper.fail(cause);
      return refuse('io', keeper.status().message);
    }
  }
  const done = { ok: true, value: {} } as const;
  return {
    'search.status': () => withIndex((keeper) => ({ ok: true, value: keeper.status() })),
    'search.query': (input) =>
      withIndex((keeper, workspace) => runQuery(held, keeper, workspace, input)),
    'search.page': (input) =>
      withIndex(async ({ thread }) => {
        const { rows } = await thread.ask('page', input);
        return { ok: true, value: { rows: plainRows(rows) } };
      }),
    'search.cancel': ({ id }) =>
      withIndex(async ({ thread }) => {
        await thread.ask('cancel', { id });
        return done;
      }),
    'search.rebuild': async () => {
      const open = session.need();
      if (!open.ok) return open;
      // A thread that failed is replaced; what it left is checked when it is opened again.
      if (held.keeper?.status().state === 'failed') await letGo(held);
      (await keeperOf(options, held, open.value)).rebuild();
      return done;
    },
    'search.stopIndexing': () =>
      withIndex((keeper) => {
        keeper.stop();
        return done;
      }),
    'search.bulkPlan': ({ id, all, hits, action }) =>
      withIndex(async (keeper, workspace) => {
        if (held.query?.id !== id) {
          return refuse('not-found', 'Another search took the place of this one. Search again.');
        }
        const now = new Date(clock()).toISOString();
        const task = { id, query: held.query.query, selection: { all, hits }, action, now };
        const planned = await planHits(workspace, keeper.thread, task);
        if (!planned.ok) return planned;
        held.plan = { task, shown: planned.value };
        return { ok: true, value: planned.value.view };
      }),
    'search.bulkApply': (input) => withIndex((_keeper, workspace) => apply(held, workspace, input)),
  };
}
