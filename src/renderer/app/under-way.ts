import { comingIn, type ImportState } from '../state/import-batch.ts';

/** What an import is doing, in words; nothing where it waits for a person. */
export function underWayWords(
  state: Pick<ImportState, 'phase' | 'finished' | 'done' | 'total' | 'items' | 'edits'>,
): string | undefined {
  if (state.phase === 'idle') return undefined;
  if (state.phase === 'applying') {
    const count = comingIn(state).length;
    return count === 1 ? 'Adding 1 file' : `Adding ${count.toLocaleString('en')} files`;
  }
  if (state.finished) return undefined;
  if (state.total === 0) return 'Looking for files';
  return `Reading files, ${state.done.toLocaleString('en')} of ${state.total.toLocaleString('en')}`;
}
