import { Check, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { inBackground } from '../state/background.ts';
import { retrySave } from '../state/desk.ts';
import { useImport } from '../state/import-batch.ts';
import { type SaveState, useProject } from '../state/project.ts';
import { copyUnsavedWork, keepUnsavedElsewhere } from '../state/window.ts';
import { said } from '../words/said.ts';
import { t } from '../words/words.ts';
import styles from './status-bar.module.css';

/** An import being written is work on its way to the disk like any other. */
function useSaveState(): SaveState {
  const save = useProject((state) => state.save);
  const adding = useImport((state) => state.phase === 'applying');
  return useMemo(
    () => (adding && save.state === 'saved' ? { state: 'saving', waiting: 1 } : save),
    [adding, save],
  );
}

function words(save: SaveState): string {
  switch (save.state) {
    case 'saved':
      return t('app.saved');
    case 'saving':
      return t('app.saving');
    case 'failed':
      return t('app.notSaved', { reason: said(save.error.message) });
  }
}

/** Whether what is on screen is on disk: exactly `Saving…`, `Saved`, or `Not saved …`. */
export function SaveStatus() {
  const save = useSaveState();
  const text = words(save);
  return (
    <span className={styles['save']} title={save.state === 'failed' ? text : undefined}>
      {save.state === 'failed' ? (
        <TriangleAlert size={14} strokeWidth={1.6} aria-hidden />
      ) : (
        <Check size={14} strokeWidth={1.6} aria-hidden data-hidden={save.state === 'saving'} />
      )}
      <span role="status" aria-label={t('app.saveState')} className={styles['words']}>
        {text}
      </span>
    </span>
  );
}

/** What can be done while the disk refuses. */
export function UnsavedActions() {
  const waiting = useProject((state) => (state.save.state === 'failed' ? state.save.waiting : 0));
  return (
    <>
      <span className={styles['kept']}>{t('app.keptInMemory', { count: waiting })}</span>
      <button type="button" className={styles['action']} onClick={retrySave}>
        {t('app.tryAgain')}
      </button>
      <button
        type="button"
        className={styles['action']}
        onClick={() => inBackground(copyUnsavedWork())}
      >
        {t('app.copyUnsaved')}
      </button>
      <button
        type="button"
        className={styles['action']}
        onClick={() => inBackground(keepUnsavedElsewhere())}
      >
        {t('app.saveElsewhere')}
      </button>
    </>
  );
}
