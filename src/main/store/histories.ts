import { Low } from 'lowdb';
import { EMPTY_HISTORY } from '../../core/log/history.ts';
import { ok, type Result } from '../../core/result.ts';
import { faultCode } from './disk.ts';
import { durableJSONFile, type Surroundings } from './durable-json.ts';
import { type Engine, type HistoryState, setHistory } from './engine.ts';
import { fromFault, type StoreError } from './errors.ts';
import { HISTORY_FOLDER } from './layout.ts';
import { type HistoryData, isHistoryData } from './snapshot-data.ts';

/** Path of an analyst's history within the project. */
export function historyFile(analyst: string): string {
  return `${HISTORY_FOLDER}/${analyst}.json`;
}

function historyDatabase(around: Surroundings, analyst: string, expected: boolean) {
  const adapter = durableJSONFile<HistoryData>(around, {
    kind: 'history',
    file: historyFile(analyst),
    expected,
    accepts: isHistoryData,
  });
  const empty: HistoryData = { version: {}, ...EMPTY_HISTORY };
  return { adapter, low: new Low<HistoryData>(adapter, empty) };
}

/** Writes an analyst's history. @returns bytes written. Throws the disk's faults. */
export async function writeHistory(
  around: Surroundings,
  analyst: string,
  state: HistoryState,
): Promise<number> {
  const { adapter, low } = historyDatabase(around, analyst, false);
  low.data = { version: state.version, undo: state.history.undo, redo: state.history.redo };
  await low.write();
  return adapter.written();
}

const NEW: HistoryState = { history: EMPTY_HISTORY, version: {}, dirty: false };

async function readHistory(engine: Engine, analyst: string): Promise<HistoryState> {
  const expected = engine.historyHeads.has(analyst);
  const { adapter, low } = historyDatabase(engine.around, analyst, expected);
  try {
    await low.read();
  } catch (fault) {
    if (faultCode(fault) !== 'ECORRUPT') throw fault;
    engine.around.report(lost(analyst));
    return { ...NEW, dirty: true };
  }
  if (adapter.origin() === 'none') return NEW;
  const { version, undo, redo } = low.data;
  if (adapter.origin() !== 'backup') return { history: { undo, redo }, version, dirty: false };
  // An older list would undo commits in the wrong order: none is better than that.
  engine.around.report(lost(analyst));
  return { ...NEW, version, dirty: true };
}

function lost(analyst: string) {
  const file = historyFile(analyst);
  return {
    kind: 'history' as const,
    file,
    message: `${file} could not be used: earlier steps cannot be undone any more. The annotations themselves are not affected.`,
  };
}

/** An analyst's history, from memory or from disk. */
export async function useHistory(
  engine: Engine,
  analyst: string,
): Promise<Result<HistoryState, StoreError>> {
  const known = engine.histories.get(analyst);
  if (known !== undefined) return ok(known);
  try {
    const state = await readHistory(engine, analyst);
    // Another caller may have been faster; what is in memory is never older.
    const present = engine.histories.get(analyst);
    if (present !== undefined) return ok(present);
    // Somebody who has done nothing yet has no file, and must not be listed as having one.
    if (state === NEW) engine.histories.set(analyst, state);
    else setHistory(engine, analyst, state);
    return ok(state);
  } catch (fault) {
    return { ok: false, error: fromFault(fault, historyFile(analyst)) };
  }
}
