import { commonArticle, EMPTY_HISTORY } from '../../core/log/history.ts';
import type { Op } from '../../core/log/op.ts';
import { err, ok } from '../../core/result.ts';
import { type Batch, type BuildInput, buildBatch, type Planned } from './build.ts';
import { type Counts, NO_COUNTS, recount } from './counts.ts';
import { type Engine, setHistory, setIndex } from './engine.ts';
import type { StoreError } from './errors.ts';
import { type DocumentKey, PROJECT_KEY, streamKey } from './layout.ts';
import type { Stream } from './log-writer.ts';
import { newPace } from './pace.ts';
import { goesAlone, plan, type Request } from './plan.ts';
import { type Incoming, receive } from './receive.ts';
import { recordOf } from './record-of.ts';
import { emptyDocument, putRecords } from './records.ts';
import type { Outcome, Settled } from './settled.ts';

/** What others wrote, to be taken in when its turn comes. */
interface Receipt {
  readonly type: 'receive';
  readonly incoming: Incoming;
}

/** Makes requests durable, one batch at a time. */
export interface CommitLoop {
  /** Resolves once the request's ops are on disk, or refused. Bugs reject. */
  submit(request: Request | Receipt): Promise<Settled>;
  /** Requests not settled yet. */
  pending(): number;
  /** Resolves when nothing is pending. */
  drain(): Promise<void>;
}

interface Waiting {
  readonly request: Request | Receipt;
  readonly settle: (settled: Settled) => void;
  readonly fail: (bug: Error) => void;
}

interface Ready {
  readonly waiting: Waiting;
  readonly planned: Planned;
}

/** So that one flush serves many, but no batch grows without bound. */
const BATCH_COMMITS = 64;
const BATCH_DRAFTS = 20_000;

function newStream(engine: Engine, channel: string): Stream {
  const { replica } = engine;
  return { replica, channel, s: 0, h: '', offset: 0, lines: 0, exists: false };
}

function buildInput(engine: Engine): BuildInput {
  return {
    project: engine.id,
    replica: engine.replica,
    clock: engine.clock,
    stamp: engine.stamp,
    record: (draft) => recordOf(engine, draft),
    stream: (channel) =>
      engine.streams.get(streamKey(engine.replica, channel)) ?? newStream(engine, channel),
    history: (analyst) => engine.histories.get(analyst)?.history ?? EMPTY_HISTORY,
  };
}

/** The counts of the batch's documents once it counts. Gives way to other work as it goes. */
async function countBatch(engine: Engine, batch: Batch): Promise<ReadonlyMap<DocumentKey, Counts>> {
  const turn = newPace();
  const counts = new Map<DocumentKey, Counts>();
  for (const [key, changes] of batch.changes) {
    if (key === PROJECT_KEY) continue;
    const counted = changes.map(({ kind, id, before, state }) => ({
      kind,
      id,
      before,
      after: state,
    }));
    counts.set(key, recount(engine.index.get(key) ?? NO_COUNTS, counted));
    const pause = turn();
    if (pause !== undefined) await pause;
  }
  return counts;
}

function adoptDocument(engine: Engine, key: DocumentKey, batch: Batch, counts: Counts): void {
  const changes = batch.changes.get(key) ?? [];
  if (key === PROJECT_KEY) {
    putRecords(engine.project, changes);
    return;
  }
  const document = engine.documents.get(key) ?? emptyDocument();
  engine.documents.set(key, document);
  putRecords(document, changes);
  setIndex(engine, key, { ...counts, version: document.records.version });
}

/** Brings memory up to what is on disk now. Synchronous: nobody sees half a batch. */
function adopt(engine: Engine, batch: Batch, counts: ReadonlyMap<DocumentKey, Counts>): void {
  for (const key of batch.changes.keys()) {
    adoptDocument(engine, key, batch, counts.get(key) ?? NO_COUNTS);
  }
  const reached: Record<string, number> = {};
  for (const [key, stream] of batch.streams) {
    engine.streams.set(key, stream);
    reached[key] = stream.s;
  }
  for (const [analyst, history] of batch.histories) {
    const version = { ...engine.histories.get(analyst)?.version, ...reached };
    setHistory(engine, analyst, { history, version, dirty: true });
  }
  for (const { bytes } of batch.additions) engine.logBytes += bytes.length;
}

function outcome(planned: Planned, ops: readonly Op[]): Outcome {
  const articleId = commonArticle(planned.drafts);
  return { ops, label: planned.note.label, ...(articleId === undefined ? {} : { articleId }) };
}

function asError(bug: unknown): Error {
  return bug instanceof Error ? bug : new Error(String(bug));
}

/** The batch; `undefined` where a draft cannot be written, in which case nothing has happened yet. */
async function tryBuild(engine: Engine, ready: readonly Ready[]): Promise<Batch | undefined> {
  try {
    return await buildBatch(
      buildInput(engine),
      ready.map(({ planned }) => planned),
    );
  } catch (bug) {
    for (const { waiting } of ready) waiting.fail(asError(bug));
    return undefined;
  }
}

/** After a failed flush nobody knows what is on disk: nothing more is written. */
function refuseFromNowOn(engine: Engine, { kind, message, file }: StoreError): void {
  engine.refusal = {
    kind,
    message: `${message}. Nothing more can be saved until the project is opened again.`,
    ...(file === undefined ? {} : { file }),
  };
}

async function makeDurable(engine: Engine, ready: readonly Ready[]): Promise<void> {
  const batch = await tryBuild(engine, ready);
  if (batch === undefined) return;
  engine.stamp = batch.stamp;
  const counts = await countBatch(engine, batch);
  const appended = await engine.writer.append(batch.additions);
  if (appended.state === 'dead') refuseFromNowOn(engine, appended.error);
  if (appended.state !== 'durable') {
    for (const { waiting } of ready) waiting.settle(err(appended.error));
    return;
  }
  adopt(engine, batch, counts);
  ready.forEach(({ waiting, planned }, index) => {
    waiting.settle(ok(outcome(planned, batch.commits[index] ?? [])));
  });
}

/** Plans one request; settles it at once where there is nothing to write. */
async function prepare(engine: Engine, waiting: Waiting): Promise<Ready | undefined> {
  const { request } = waiting;
  if (request.type === 'receive') {
    waiting.settle(await receive(engine, request.incoming));
    return undefined;
  }
  const planned = await plan(engine, request);
  if (!planned.ok) waiting.settle(planned);
  else if (planned.value === undefined) waiting.settle(ok(undefined));
  else if (planned.value.drafts.length === 0) waiting.settle(ok(outcome(planned.value, [])));
  else return { waiting, planned: planned.value };
  return undefined;
}

async function settleBatch(engine: Engine, batch: readonly Waiting[]): Promise<void> {
  const ready: Ready[] = [];
  for (const waiting of batch) {
    if (engine.refusal !== undefined) waiting.settle(err(engine.refusal));
    else {
      const one = await prepare(engine, waiting);
      if (one !== undefined) ready.push(one);
    }
  }
  if (ready.length > 0) await makeDurable(engine, ready);
  engine.pinned.clear();
}

/** The next requests that one flush can serve. */
function takeBatch(queue: Waiting[]): Waiting[] {
  let count = 0;
  let drafts = 0;
  for (const { request } of queue) {
    if (request.type !== 'commit' || goesAlone(request)) break;
    drafts += request.drafts.length;
    if (count > 0 && (count >= BATCH_COMMITS || drafts > BATCH_DRAFTS)) break;
    count += 1;
  }
  return queue.splice(0, Math.max(1, count));
}

/** A bug leaves memory in doubt: nothing more is saved, and the callers hear of it. */
function stop(engine: Engine, batch: readonly Waiting[], bug: unknown): void {
  const error = asError(bug);
  engine.refusal = { kind: 'io', message: `Verbale failed while saving: ${error.message}` };
  for (const waiting of batch) waiting.fail(error);
}

/**
 * The one place where edits become durable. Only acknowledged state is visible to readers; a
 * request is built when its turn comes, on the state that everything before it left, so a batch
 * that fails takes nothing later with it.
 * @param settled called after every batch
 */
export function commitLoop(engine: Engine, settled: () => void): CommitLoop {
  const queue: Waiting[] = [];
  const open = new Set<Waiting>();
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (queue.length > 0) {
      const batch = takeBatch(queue);
      try {
        await settleBatch(engine, batch);
      } catch (bug) {
        stop(engine, batch, bug);
      }
      settled();
    }
    running = undefined;
  }

  return {
    submit: (request) =>
      new Promise<Settled>((resolve, reject) => {
        const waiting: Waiting = {
          request,
          settle(settled) {
            open.delete(waiting);
            resolve(settled);
          },
          fail(bug) {
            open.delete(waiting);
            reject(bug);
          },
        };
        open.add(waiting);
        queue.push(waiting);
        running ??= run();
      }),
    pending: () => open.size,
    drain: async () => {
      while (running !== undefined) await running;
    },
  };
}
