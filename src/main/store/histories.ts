import { Low } from 'lowdb';
import { EMPTY_HISTORY } from '../../core/log/history.ts';
import { ok, type Result } from '../../core/result.ts';
import { faultCode } from './disk.ts';
import { durableJSONFile, type Surroundings } from './durable-json.ts';
import { type Engine, type HistoryState, setHistory } from './engine.ts';
import { fromFault, type StoreError } from './errors.ts';
import { rebuildHistory } from './history-rebuild.ts';
import { HISTORY_FOLDER } from './layout.ts';
import type { Version } from './records.ts';
import { asHistoryData, type HistoryData } from './snapshot-data.ts';

/** Path of an analyst's history within the project. */
export function historyFile(analyst: string): string {
  return `${HISTORY_FOLDER}/${analyst}.json`;
}

function historyDatabase(around: Surroundings, analyst: string, expected: boolean) {
  const adapter = durableJSONFile<HistoryData>(around, {
    kind: 'history',
    file: historyFile(analyst),
    expected,
    accept: asHistoryData,
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

/** Replicas that a history's version names. */
function replicasOf(version: Version): readonly string[] {
  return Object.keys(version).map((key) => key.split('/')[0] ?? '');
}

/**
 * An analyst's history as the log tells it: what was done here, and where an older history names
 * other installations, from before the project was moved here, what was done there.
 * @param older what is known of the history that cannot be used
 */
export async function historyFromLog(
  engine: Engine,
  analyst: string,
  older: Version,
): Promise<HistoryState> {
  const replicas = new Set([engine.replica, ...replicasOf(older)]);
  const rebuilt = await rebuildHistory(engine, analyst, replicas);
  const file = historyFile(analyst);
  engine.around.report(
    rebuilt.complete
      ? {
          kind: 'rebuilt',
          file,
          message: `${file} could not be used and was rebuilt from the log; everything can be undone as before.`,
        }
      : {
          kind: 'history',
          file,
          message: `${file} could not be used, and the log lacks something: earlier steps cannot be undone any more. The annotations themselves are not affected.`,
        },
  );
  return { history: rebuilt.history, version: rebuilt.version, dirty: true };
}

async function readHistory(engine: Engine, analyst: string): Promise<HistoryState> {
  const expected = engine.historyHeads.has(analyst);
  const { adapter, low } = historyDatabase(engine.around, analyst, expected);
  try {
    await low.read();
  } catch (fault) {
    if (faultCode(fault) !== 'ECORRUPT') throw fault;
    return historyFromLog(engine, analyst, {});
  }
  if (adapter.origin() === 'none') return NEW;
  const { version, undo, redo } = low.data;
  if (adapter.origin() === 'current') return { history: { undo, redo }, version, dirty: false };
  // An older list would undo commits in the wrong order.
  return historyFromLog(engine, analyst, version);
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
