import { setImmediate as nextTurn } from 'node:timers/promises';
import { ok, type Result } from '../../core/result.ts';
import { makeFolders } from './disk.ts';
import { writeDocument } from './documents.ts';
import type { Engine, HistoryState } from './engine.ts';
import { fromFault, type StoreError } from './errors.ts';
import { writeHistory } from './histories.ts';
import { inParallel } from './in-parallel.ts';
import { type DocumentKey, documentFile, HISTORY_FOLDER, PROJECT_FILE } from './layout.ts';
import { type ProjectParts, writeProject } from './project-file.ts';
import type { Document, Records } from './records.ts';

/** The least that is appended to the log between two checkpoints, in bytes. */
const LEAST_LOG_BYTES = 256 * 1024;

/** How many documents are written at once: most of the time goes into waiting for the disk. */
const AT_A_TIME = 8;

/** A document to write, with its records as they were when the checkpoint began. */
interface DocumentCapture {
  readonly key: DocumentKey;
  readonly document: Document;
  readonly records: Records;
}

interface Capture {
  readonly documents: readonly DocumentCapture[];
  readonly histories: readonly (readonly [string, HistoryState])[];
  readonly project: ProjectParts;
  readonly logBytes: number;
}

/**
 * True when the log has grown by more than the last checkpoint wrote: then writing the snapshots
 * again costs at most as much as the edits did, however large the project.
 */
export function checkpointDue(engine: Engine): boolean {
  return engine.logBytes > Math.max(LEAST_LOG_BYTES, engine.checkpointBytes);
}

/** True when snapshots lack something that the log has. */
export function needsCheckpoint(engine: Engine): boolean {
  return (
    engine.project.dirty ||
    [...engine.documents.values()].some((document) => document.dirty) ||
    [...engine.histories.values()].some((state) => state.dirty)
  );
}

/**
 * Takes hold of the state of this moment. Commits go on meanwhile: they copy what they change
 * (`Document.shared`), so that everything written belongs to one moment.
 */
function capture(engine: Engine): Capture {
  const documents: DocumentCapture[] = [];
  for (const [key, document] of engine.documents) {
    if (!document.dirty) continue;
    document.shared = true;
    documents.push({ key, document, records: document.records });
  }
  engine.project.shared = true;
  // A stream whose file was lost keeps its place here, so that its numbers are not given twice.
  const streams = [...engine.streams].filter(([, stream]) => stream.s > 0);
  return {
    documents,
    histories: [...engine.histories].filter(([, state]) => state.dirty),
    project: {
      id: engine.id,
      records: engine.project.records,
      stamp: engine.stamp,
      streams,
      index: [...engine.index],
      heads: [...engine.historyHeads],
    },
    logBytes: engine.logBytes,
  };
}

/** A document that nobody changed while it was written needs no further snapshot. */
function settle(document: Document, written: boolean): void {
  if (document.shared && written) document.dirty = false;
  document.shared = false;
}

async function writeHistories(engine: Engine, captured: Capture): Promise<number> {
  const { around } = engine;
  let bytes = 0;
  if (captured.histories.length > 0) await makeFolders(around.disk, around.dir, [HISTORY_FOLDER]);
  for (const [analyst, state] of captured.histories) {
    bytes += await writeHistory(around, analyst, state);
    const now = engine.histories.get(analyst);
    if (now === state) engine.histories.set(analyst, { ...state, dirty: false });
    await nextTurn();
  }
  return bytes;
}

async function writeDocuments(
  engine: Engine,
  captured: Capture,
  failedAt: (file: string) => void,
): Promise<number> {
  const { around } = engine;
  let bytes = 0;
  await inParallel(captured.documents, AT_A_TIME, async ({ key, document, records }) => {
    const folders = key.split('/').slice(0, -1);
    try {
      await makeFolders(around.disk, around.dir, folders);
      const written = await writeDocument(around, key, records);
      bytes += written;
    } catch (fault) {
      failedAt(documentFile(key));
      throw fault;
    }
    settle(document, true);
    await nextTurn();
  });
  return bytes;
}

/**
 * Writes every snapshot that lags behind the log: histories, then documents, then `project.json`,
 * whose pointers into the log say from where a later open has to read. The order matters: the
 * pointers move only when everything before them is in the snapshots, and a history must never be
 * older than a document, because an edit that is in the document already cannot be inverted again.
 */
export async function checkpoint(engine: Engine): Promise<Result<void, StoreError>> {
  const captured = capture(engine);
  let file = HISTORY_FOLDER;
  try {
    let bytes = await writeHistories(engine, captured);
    bytes += await writeDocuments(engine, captured, (name) => {
      file = name;
    });
    file = PROJECT_FILE;
    bytes += await writeProject(engine.around, captured.project);
    settle(engine.project, true);
    engine.checkpointBytes = bytes;
    engine.logBytes -= captured.logBytes;
    return ok(undefined);
  } catch (fault) {
    return { ok: false, error: fromFault(fault, file) };
  } finally {
    for (const { document } of captured.documents) settle(document, false);
    settle(engine.project, false);
  }
}
