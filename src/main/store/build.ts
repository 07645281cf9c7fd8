import { afterCommit, commonArticle, type History } from '../../core/log/history.ts';
import { nextStamp } from '../../core/log/hlc.ts';
import { invertDraft, resolveTombstone } from '../../core/log/invert.ts';
import type { CommitNote, Op, OpDraft, Stamp } from '../../core/log/op.ts';
import { applyOp, type RecordState, seenStamps } from '../../core/log/record.ts';
import { commitId } from './commit-id.ts';
import { type DocumentKey, documentOf, type StreamKey, streamKey } from './layout.ts';
import { encodeLine, hashOf, headerText } from './log-line.ts';
import type { Addition, Stream } from './log-writer.ts';
import { newPace, type Pace } from './pace.ts';
import type { Change } from './records.ts';

/** A commit that is ready to be made: its documents are loaded and its drafts are sound. */
export interface Planned {
  readonly analyst: string;
  readonly drafts: readonly OpDraft[];
  readonly note: CommitNote;
}

/** What building reads. All of it is acknowledged state. */
export interface BuildInput {
  readonly project: string;
  readonly replica: string;
  readonly clock: () => number;
  readonly stamp: Stamp;
  readonly record: (draft: Pick<OpDraft, 'c' | 'k' | 'r'>) => RecordState | undefined;
  readonly stream: (channel: string) => Stream;
  readonly history: (analyst: string) => History;
}

/** A record that a batch changes: as it was before the batch, and as it is after. */
export interface BuiltChange extends Change {
  readonly before: RecordState | undefined;
}

/** A batch, built but not yet durable: what to append and what memory looks like afterwards. */
export interface Batch {
  /** The ops of each commit, in the order of the commits. */
  readonly commits: readonly (readonly Op[])[];
  readonly additions: readonly Addition[];
  /** The streams as they are once the additions are durable. */
  readonly streams: ReadonlyMap<StreamKey, Stream>;
  readonly changes: ReadonlyMap<DocumentKey, readonly BuiltChange[]>;
  readonly histories: ReadonlyMap<string, History>;
  readonly stamp: Stamp;
}

interface Work {
  readonly input: BuildInput;
  readonly changes: Map<string, BuiltChange & { readonly key: DocumentKey }>;
  readonly streams: Map<StreamKey, Stream>;
  readonly first: Map<StreamKey, Stream>;
  readonly lines: Map<StreamKey, Uint8Array[]>;
  readonly histories: Map<string, History>;
  stamp: Stamp;
}

function recordKey(draft: Pick<OpDraft, 'c' | 'k' | 'r'>): string {
  return `${draft.c}\n${draft.k}\n${draft.r}`;
}

function recordNow(work: Work, draft: OpDraft): RecordState | undefined {
  const changed = work.changes.get(recordKey(draft));
  return changed === undefined ? work.input.record(draft) : changed.state;
}

function beginStream(work: Work, channel: string): Stream {
  const stream = work.input.stream(channel);
  const key = streamKey(stream.replica, channel);
  work.first.set(key, stream);
  if (stream.exists) return stream;
  const base = { s: stream.s, h: stream.h };
  const text = headerText({
    project: work.input.project,
    replica: stream.replica,
    channel,
    base,
  });
  const line = encodeLine(text);
  work.lines.set(key, [line]);
  const h = base.s === 0 ? hashOf(text) : base.h;
  return { ...stream, h, offset: line.length, lines: 1 };
}

function append(work: Work, op: Omit<Op, 's' | 'h'>): Op {
  const key = streamKey(op.a, op.c);
  const stream = work.streams.get(key) ?? beginStream(work, op.c);
  const { m, b, ...rest } = op;
  const text = JSON.stringify({
    ...rest,
    s: stream.s + 1,
    ...(b === undefined ? {} : { b }),
    ...(m === undefined ? {} : { m }),
    h: stream.h,
  });
  const line = encodeLine(text);
  const lines = work.lines.get(key) ?? [];
  lines.push(line);
  work.lines.set(key, lines);
  work.streams.set(key, {
    ...stream,
    s: stream.s + 1,
    h: hashOf(text),
    offset: stream.offset + line.length,
    lines: stream.lines + 1,
    exists: true,
  });
  // Memory gets what the disk gets, not what the caller holds.
  return JSON.parse(text) as Op;
}

interface Place {
  readonly id: string;
  readonly size: number;
}

function buildOp(
  work: Work,
  planned: Planned,
  place: Place,
  draft: OpDraft,
  first: boolean,
): { readonly op: Op; readonly inverse: OpDraft } {
  const before = recordNow(work, draft);
  const { c, k, r, p } = resolveTombstone(draft, before);
  work.stamp = nextStamp(work.stamp, work.input.clock(), work.input.replica);
  const seen = seenStamps(before, Object.keys(p));
  const op = append(work, {
    v: 1,
    a: work.input.replica,
    u: planned.analyst,
    c,
    t: work.stamp,
    k,
    r,
    p,
    ...(seen === undefined ? {} : { b: seen }),
    g: [place.id, place.size],
    ...(first ? { m: planned.note } : {}),
  });
  const known = work.changes.get(recordKey(draft));
  work.changes.set(recordKey(draft), {
    key: documentOf(draft) ?? '',
    kind: k,
    id: r,
    before: known === undefined ? before : known.before,
    state: applyOp(before, op),
    replica: op.a,
    seq: op.s,
  });
  return { op, inverse: invertDraft(op, before) };
}

async function buildCommit(
  work: Work,
  planned: Planned,
  place: Place,
  turn: Pace,
): Promise<readonly Op[]> {
  const ops: Op[] = [];
  const inverse: OpDraft[] = [];
  for (const draft of planned.drafts) {
    const built = buildOp(work, planned, place, draft, ops.length === 0);
    ops.push(built.op);
    inverse.push(built.inverse);
    const pause = turn();
    if (pause !== undefined) await pause;
  }
  inverse.reverse();
  const history = work.histories.get(planned.analyst) ?? work.input.history(planned.analyst);
  const articleId = commonArticle(planned.drafts);
  const entry = {
    id: place.id,
    label: planned.note.label,
    ...(articleId === undefined ? {} : { articleId }),
    inverse,
  };
  work.histories.set(planned.analyst, afterCommit(history, entry, planned.note));
  return ops;
}

function byDocument(work: Work): ReadonlyMap<DocumentKey, readonly BuiltChange[]> {
  const grouped = new Map<DocumentKey, BuiltChange[]>();
  for (const change of work.changes.values()) {
    const list = grouped.get(change.key);
    if (list === undefined) grouped.set(change.key, [change]);
    else list.push(change);
  }
  return grouped;
}

function additions(work: Work): readonly Addition[] {
  return [...work.first].map(([key, stream]) => ({
    stream,
    bytes: Buffer.concat(work.lines.get(key) ?? []),
  }));
}

/**
 * Builds commits, each on the state that the one before leaves. Changes nothing but its result.
 * Gives way to other work as it goes: what `input` shows must stay as it is until it is done.
 */
export async function buildBatch(input: BuildInput, commits: readonly Planned[]): Promise<Batch> {
  const work: Work = {
    input,
    changes: new Map(),
    streams: new Map(),
    first: new Map(),
    lines: new Map(),
    histories: new Map(),
    stamp: input.stamp,
  };
  const total = commits.reduce((sum, commit) => sum + commit.drafts.length, 0);
  const batch = nextStamp(input.stamp, input.clock(), input.replica);
  const turn = newPace();
  const built: (readonly Op[])[] = [];
  for (const [index, commit] of commits.entries()) {
    const place = { id: commitId(batch, total, index), size: commit.drafts.length };
    built.push(await buildCommit(work, commit, place, turn));
  }
  return {
    commits: built,
    additions: additions(work),
    streams: work.streams,
    changes: byDocument(work),
    histories: work.histories,
    stamp: work.stamp,
  };
}
