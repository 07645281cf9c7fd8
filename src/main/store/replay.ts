import { afterCommit, commonArticle } from '../../core/log/history.ts';
import { invertDraft } from '../../core/log/invert.ts';
import type { Op, OpDraft } from '../../core/log/op.ts';
import { countRecords } from './counts.ts';
import { applyToDocument, useDocument } from './documents.ts';
import { type Engine, setHistory, setIndex } from './engine.ts';
import { historyFromLog, useHistory } from './histories.ts';
import { type DocumentKey, documentFile, documentOf, PROJECT_KEY, streamKey } from './layout.ts';
import { type Document, getRecord, includesOp } from './records.ts';

/** The ops of one commit, in the order in which they were made. */
type Commit = readonly [first: Op, ...rest: Op[]];

/** Ops by commit, in the order of their stamps: an order in which they could have been made. */
function commitsOf(ops: readonly Op[]): readonly Commit[] {
  const commits = new Map<string, [Op, ...Op[]]>();
  const sorted = [...ops].sort((a, b) => (a.t < b.t ? -1 : 1));
  for (const op of sorted) {
    const key = `${op.a} ${op.g[0]}`;
    const commit = commits.get(key);
    if (commit === undefined) commits.set(key, [op]);
    else commit.push(op);
  }
  return [...commits.values()];
}

interface Applied {
  readonly inverse: readonly OpDraft[];
  /** False where a snapshot had an op already, so that what it replaced is not known any more. */
  readonly invertible: boolean;
}

async function documentFor(
  engine: Engine,
  key: DocumentKey,
  broken: Set<DocumentKey>,
): Promise<Document | undefined> {
  if (broken.has(key)) return undefined;
  engine.pinned.add(key);
  const used = await useDocument(engine, key);
  if (used.ok) return used.value;
  broken.add(key);
  engine.around.report({ kind: 'damage', file: documentFile(key), message: used.error.message });
  return undefined;
}

async function applyCommit(
  engine: Engine,
  commit: Commit,
  touched: Set<DocumentKey>,
  broken: Set<DocumentKey>,
): Promise<Applied> {
  const inverse: OpDraft[] = [];
  let invertible = true;
  for (const op of commit) {
    if (op.t > engine.stamp) engine.stamp = op.t;
    const key = documentOf(op);
    const document = key === undefined ? undefined : await documentFor(engine, key, broken);
    if (key === undefined || document === undefined) {
      invertible = false;
      continue;
    }
    // Also where the snapshot has the op already: the index may be older than the snapshot.
    touched.add(key);
    if (includesOp(document, op.a, op.s)) {
      invertible = false;
      continue;
    }
    inverse.push(invertDraft(op, getRecord(document, op.k, op.r)));
    applyToDocument(document, op);
  }
  inverse.reverse();
  return { inverse, invertible };
}

async function recall(engine: Engine, commit: Commit, applied: Applied): Promise<void> {
  const [first] = commit;
  const used = await useHistory(engine, first.u);
  if (!used.ok) return;
  const state = used.value;
  const included = (op: Op) => op.s <= (state.version[streamKey(op.a, op.c)] ?? 0);
  if (commit.every(included)) return;
  const version = { ...state.version };
  for (const op of commit) version[streamKey(op.a, op.c)] = op.s;
  const note = commit.find((op) => op.m !== undefined)?.m ?? { label: '' };
  if (!applied.invertible && note.undoable !== false) {
    setHistory(engine, first.u, await historyFromLog(engine, first.u, state.version));
    return;
  }
  const articleId = commonArticle(commit);
  const entry = {
    id: first.g[0],
    label: note.label,
    ...(articleId === undefined ? {} : { articleId }),
    inverse: applied.inverse,
  };
  setHistory(engine, first.u, {
    history: afterCommit(state.history, entry, note),
    version,
    dirty: true,
  });
}

/**
 * Applies ops that the snapshots may lack, and enters our own commits in their authors'
 * histories. Documents that are not concerned stay on disk.
 * @param own the replica whose commits can be undone here; none where others' ops come in
 */
export async function replay(
  engine: Engine,
  ops: readonly Op[],
  own: string | undefined,
): Promise<void> {
  const touched = new Set<DocumentKey>();
  const broken = new Set<DocumentKey>();
  for (const commit of commitsOf(ops)) {
    const applied = await applyCommit(engine, commit, touched, broken);
    if (commit[0].a === own) await recall(engine, commit, applied);
  }
  // The index and the pointers into the log lag behind, even where every snapshot is up to date.
  if (ops.length > 0) engine.project.dirty = true;
  for (const key of touched) {
    const document = engine.documents.get(key);
    if (key === PROJECT_KEY || document === undefined) continue;
    const { maps, version } = document.records;
    setIndex(engine, key, { ...countRecords(maps), version });
  }
  engine.pinned.clear();
}
