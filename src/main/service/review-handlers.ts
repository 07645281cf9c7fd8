import { performance } from 'node:perf_hooks';
import type { Input, Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import type { Handlers } from '../../ipc/server.ts';
import { refuse, storeRefusal } from './problems.ts';
import { createReviewBoard, type ReviewBoard } from './review-board.ts';
import { acceptUnanimous, decide } from './review-decide.ts';
import { readLessons } from './review-lessons.ts';
import { mayAskUnsubmitted, mayNotDecide } from './review-rights.ts';
import { itemView, rowOf } from './review-view.ts';
import type { ServiceOptions } from './service-options.ts';
import type { Workspace } from './workspace.ts';

/** The board that is open. A new one takes its place. */
interface Held {
  readonly run: string;
  readonly board: ReviewBoard;
  readonly stop: AbortController;
}

interface Open {
  readonly workspace: Workspace;
  readonly board: ReviewBoard;
}

const now = (): number => performance.now();

type Mine = `review.${'read' | 'queue' | 'item' | 'decide' | 'acceptUnanimous' | 'lessons'}`;

async function readQueue(
  board: ReviewBoard,
  { filter, from, count }: Input<'review.queue'>,
): Promise<Reply<Output<'review.queue'>>> {
  const queue = await board.queue(filter);
  if (!queue.ok) return storeRefusal(queue.error);
  const { items, minutes } = queue.value;
  const rows = items.slice(from, from + count).map(rowOf);
  return { ok: true, value: { minutes, total: items.length, rows } };
}

async function readItem(
  { workspace, board }: Open,
  { articleId, item: id, anonymous }: Input<'review.item'>,
): Promise<Reply<Output<'review.item'>>> {
  const article = await board.article(articleId);
  if (!article.ok) return storeRefusal(article.error);
  const queued = article.value.queue.items.find(({ item }) => item.id === id);
  if (queued === undefined) {
    return refuse('not-found', 'This item is not there any more: its layers have changed.');
  }
  const { store } = workspace;
  const text = await store.text(articleId);
  if (!text.ok) return storeRefusal(text.error);
  const same = await board.queue({ pattern: queued.item.pattern });
  if (!same.ok) return storeRefusal(same.error);
  const alike = same.value.items.filter((one) => one.item.id !== id && one.state === 'open').length;
  const request = { store, article: article.value, queued, text: text.value, anonymous, alike };
  return { ok: true, value: itemView(request) };
}

async function readAll(
  { session, emit }: ServiceOptions,
  { run, board, stop }: Held,
  workspace: Workspace,
): Promise<Reply<Output<'review.read'>>> {
  const compared = await board.readAll(stop.signal, (done, total) => {
    if (session.current()?.store === board.store) emit({ type: 'review', run, done, total });
    else stop.abort();
  });
  if (!compared.ok) return storeRefusal(compared.error);
  if (compared.value === undefined) return { ok: true, value: { cancelled: true } };
  const mayAsk = mayAskUnsubmitted(workspace.store);
  return {
    ok: true,
    value: {
      ...compared.value,
      mayAskUnsubmitted: mayAsk,
      mayNotDecide: mayNotDecide(workspace) ?? '',
    },
  };
}

/** Settling what analysts marked differently. */
export function reviewHandlers(options: ServiceOptions): Pick<Handlers, Mine> {
  const { session, clock } = options;
  let held: Held | undefined;
  /** The board of the open project as this analyst sees it. */
  function need(): Reply<Open> {
    const open = session.need();
    if (!open.ok) return open;
    const board = held?.board;
    return board?.store === open.value.store && board.compared.viewer === open.value.me.id
      ? { ok: true, value: { workspace: open.value, board } }
      : refuse('not-found', 'The layers were not compared yet. Open Review again.');
  }
  /** The same, for somebody who may decide. */
  function needRight(): Reply<Open> {
    const open = need();
    const why = open.ok ? mayNotDecide(open.value.workspace) : undefined;
    return why === undefined ? open : refuse('refused', why);
  }
  const at = (): string => new Date(clock()).toISOString();
  return {
    'review.read': ({ run, unsubmitted }) => {
      const open = session.need();
      if (!open.ok) return Promise.resolve(open);
      const { store, me } = open.value;
      held?.stop.abort();
      held?.board.close();
      const compared = { viewer: me.id, unsubmitted: unsubmitted && mayAskUnsubmitted(store) };
      const board = createReviewBoard(store, compared, now);
      held = { run, board, stop: new AbortController() };
      return readAll(options, held, open.value);
    },
    'review.queue': async (input) => {
      const open = need();
      return open.ok ? readQueue(open.value.board, input) : open;
    },
    'review.item': async (input) => {
      const open = need();
      return open.ok ? readItem(open.value, input) : open;
    },
    'review.decide': async (input) => {
      const open = needRight();
      return open.ok ? decide(open.value.workspace, open.value.board, input, at()) : open;
    },
    'review.acceptUnanimous': async ({ filter }) => {
      const open = needRight();
      if (!open.ok) return open;
      return acceptUnanimous(open.value.workspace, open.value.board, filter, at());
    },
    'review.lessons': async () => {
      const open = session.need();
      return open.ok ? readLessons(open.value, now) : open;
    },
  };
}
