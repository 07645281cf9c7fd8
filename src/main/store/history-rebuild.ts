import { afterCommit, commonArticle, EMPTY_HISTORY, type History } from '../../core/log/history.ts';
import { invertDraft } from '../../core/log/invert.ts';
import type { CommitNote, Op, OpDraft, Stamp } from '../../core/log/op.ts';
import { applyOp, type RecordState } from '../../core/log/record.ts';
import type { Engine } from './engine.ts';
import { logFile, streamKey } from './layout.ts';
import { BEGINNING, scanLog } from './log-scan.ts';
import type { Stream } from './log-writer.ts';
import type { Version } from './records.ts';

/** A history that was read off the log. */
export interface RebuiltHistory {
  readonly history: History;
  /** Stream → last op of the analyst's in it. */
  readonly version: Version;
  /** False where the log does not tell how to take back everything that could be undone. */
  readonly complete: boolean;
}

type RecordName = Pick<OpDraft, 'c' | 'k' | 'r'>;

/** A commit of the analyst's, without its values. */
interface Commit {
  readonly id: string;
  readonly size: number;
  /** Stamp of its first op. */
  first: Stamp;
  note: CommitNote;
  readonly drafts: (RecordName & { readonly t: Stamp })[];
}

interface Outline {
  readonly commits: Iterable<Commit>;
  readonly version: Version;
  /** Channels of which the log lacks something. */
  readonly broken: ReadonlySet<string>;
}

function recordName({ c, k, r }: RecordName): string {
  return `${c}\n${k}\n${r}`;
}

/** Shows every op of a stream that counts. @returns false where the log lacks some of them */
async function readStream(
  engine: Engine,
  stream: Stream,
  take: (op: Op) => void,
): Promise<boolean> {
  if (!stream.exists) return stream.s === 0;
  const { disk, dir } = engine.around;
  const path = `${dir}/${logFile(stream.replica, stream.channel)}`;
  const scan = await scanLog(disk, path, BEGINNING, (op, end) => {
    if (end <= stream.offset) take(op);
    return false;
  });
  const last = stream.lines;
  const bad = [...scan.bad, ...scan.breaks].some(({ line }) => line <= last);
  return !bad && scan.header?.base.s === 0;
}

function enter(commits: Map<string, Commit>, op: Op): void {
  const key = `${op.a} ${op.g[0]}`;
  const commit = commits.get(key) ?? {
    id: op.g[0],
    size: op.g[1],
    first: op.t,
    note: { label: '' },
    drafts: [],
  };
  commits.set(key, commit);
  if (op.t < commit.first) commit.first = op.t;
  if (op.m !== undefined) commit.note = op.m;
  commit.drafts.push({ c: op.c, k: op.k, r: op.r, t: op.t });
}

/** Which commits an analyst has made, and of which records. */
async function outline(
  engine: Engine,
  analyst: string,
  replicas: ReadonlySet<string>,
): Promise<Outline> {
  const commits = new Map<string, Commit>();
  const version: Record<string, number> = {};
  const broken = new Set<string>();
  for (const stream of engine.streams.values()) {
    const whole = await readStream(engine, stream, (op) => {
      if (op.u !== analyst || !replicas.has(op.a)) return;
      enter(commits, op);
      version[streamKey(op.a, op.c)] = op.s;
    });
    if (!whole) broken.add(stream.channel);
  }
  const sorted = [...commits.values()].sort((a, b) => (a.first < b.first ? -1 : 1));
  return { commits: sorted, version, broken };
}

/** What could be undone and redone, with records where the values will be. */
function listCommits(commits: Iterable<Commit>): History {
  let history = EMPTY_HISTORY;
  for (const { id, note, drafts } of commits) {
    const articleId = commonArticle(drafts);
    const inverse = drafts.map(({ c, k, r }) => ({ c, k, r, p: {} }));
    const entry = { id, label: note.label, inverse };
    history = afterCommit(history, articleId === undefined ? entry : { ...entry, articleId }, note);
  }
  return history;
}

/** Plays the log again for some records. @returns commit id → what takes it back */
async function inversesOf(
  engine: Engine,
  history: History,
): Promise<ReadonlyMap<string, readonly OpDraft[]>> {
  const entries = [...history.undo, ...history.redo];
  const inverses = new Map<string, OpDraft[]>(entries.map(({ id }) => [id, []]));
  const wanted = new Set(entries.flatMap(({ inverse }) => inverse.map(recordName)));
  const channels = new Set(entries.flatMap(({ inverse }) => inverse.map(({ c }) => c)));
  const ops: Op[] = [];
  for (const stream of engine.streams.values()) {
    if (!channels.has(stream.channel)) continue;
    await readStream(engine, stream, (op) => {
      if (wanted.has(recordName(op))) ops.push(op);
    });
  }
  ops.sort((a, b) => (a.t < b.t ? -1 : 1));
  const records = new Map<string, RecordState>();
  for (const op of ops) {
    const name = recordName(op);
    const before = records.get(name);
    inverses.get(op.g[0])?.push(invertDraft(op, before));
    records.set(name, applyOp(before, op));
  }
  for (const inverse of inverses.values()) inverse.reverse();
  return inverses;
}

/** The entries after the last one that cannot be taken back: what came before it cannot either. */
function usable(
  entries: History['undo'],
  inverses: ReadonlyMap<string, readonly OpDraft[]>,
  isSound: (id: string) => boolean,
): History['undo'] {
  const last = entries.findLastIndex(({ id }) => !isSound(id));
  return entries
    .slice(last + 1)
    .map((entry) => ({ ...entry, inverse: inverses.get(entry.id) ?? [] }));
}

/**
 * Reads off the log what an analyst can undo and redo, as it would be had the history never been
 * lost. The log is read twice: for the commits, and for the records of those that count. Throws
 * the disk's faults.
 * @param replicas whose commits belong to the history
 */
export async function rebuildHistory(
  engine: Engine,
  analyst: string,
  replicas: ReadonlySet<string>,
): Promise<RebuiltHistory> {
  const { commits, version, broken } = await outline(engine, analyst, replicas);
  const unsound = new Set<string>();
  for (const { id, size, drafts } of commits) {
    const whole = drafts.length === size && drafts.every(({ c }) => !broken.has(c));
    if (!whole) unsound.add(id);
  }
  const listed = listCommits(commits);
  const inverses = await inversesOf(engine, listed);
  const isSound = (id: string) => !unsound.has(id);
  const undo = usable(listed.undo, inverses, isSound);
  const redo = usable(listed.redo, inverses, isSound);
  const kept = undo.length + redo.length === listed.undo.length + listed.redo.length;
  return { history: { undo, redo }, version, complete: kept && broken.size === 0 };
}
