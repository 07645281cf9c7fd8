import { comingIn, type ImportState } from '../state/import-batch.ts';
import { t } from '../words/words.ts';

/** What an import is doing, in words; nothing where it waits for a person. */
export function underWayWords(
  state: Pick<ImportState, 'phase' | 'finished' | 'done' | 'total' | 'items' | 'edits'>,
): string | undefined {
  if (state.phase === 'idle') return undefined;
  if (state.phase === 'applying') {
    return t('app.addingFiles', { count: comingIn(state).length });
  }
  if (state.finished) return undefined;
  if (state.total === 0) return t('app.lookingForFiles');
  return t('app.readingFiles', { done: state.done, total: state.total });
}
