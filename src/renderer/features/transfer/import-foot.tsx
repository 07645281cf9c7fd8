import { inBackground } from '../../state/background.ts';
import {
  comingIn,
  type ImportState,
  isLeftOut,
  stillToRead,
  useImport,
} from '../../state/import-batch.ts';
import { applyImport, cancelImport } from '../../state/importing.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { t } from '../../words/words.ts';
import styles from './import-foot.module.css';

type Part = `transfer.part${'Ready' | 'Questions' | 'LeftOut' | 'Here' | 'Refused'}`;

function part(number: number, key: Part): readonly string[] {
  return number === 0 ? [] : [t(key, { number })];
}

function summary(state: ImportState): string {
  const coming = comingIn(state);
  const questions = coming.filter((item) => item.warnings.length > 0).length;
  const left = state.items.filter((item) => isLeftOut(state, item)).length;
  const of = (wanted: string): number => state.items.filter((item) => item.state === wanted).length;
  return [
    ...part(coming.length - questions, 'transfer.partReady'),
    ...part(questions, 'transfer.partQuestions'),
    ...part(left, 'transfer.partLeftOut'),
    ...part(of('duplicate'), 'transfer.partHere'),
    ...part(of('failed'), 'transfer.partRefused'),
  ].join(' · ');
}

function buttonWords(state: ImportState): string {
  if (state.phase === 'applying') return t('transfer.importing');
  const number = comingIn(state).length + (state.finished ? 0 : stillToRead(state));
  if (state.finished) {
    return number === 0 ? t('transfer.import') : t('transfer.importNumber', { number });
  }
  return number === 0
    ? t('transfer.importWhenRead')
    : t('transfer.importNumberWhenRead', { number });
}

/** How far the reading is, what came of it, and the button that adds it. */
export function ImportFoot() {
  const state = useImport();
  const nothing = state.finished && comingIn(state).length === 0;
  return (
    <footer className={styles['foot']}>
      <Progress state={state} />
      <p className={styles['summary']} aria-live="polite">
        {state.whenRead ? t('transfer.soonAsRead') : summary(state)}
      </p>
      <Button
        command="import.cancel"
        disabled={state.phase === 'applying'}
        onClick={() => inBackground(cancelImport())}
      >
        {t('transfer.cancel')}
      </Button>
      <Button
        look="primary"
        command="import.apply"
        aria-pressed={state.finished ? undefined : state.whenRead}
        disabled={nothing || state.phase === 'applying'}
        onClick={() => inBackground(applyImport())}
      >
        {buttonWords(state)}
      </Button>
    </footer>
  );
}

function Progress({ state }: { readonly state: ImportState }) {
  if (state.finished && state.phase !== 'applying') return <span className={styles['progress']} />;
  const words =
    state.phase === 'applying' ? t('transfer.addingArticles') : t('transfer.readingFiles');
  const share =
    state.total === 0 || state.phase === 'applying' ? undefined : state.done / state.total;
  return (
    <div className={styles['progress']}>
      <p>
        {words}
        {share === undefined ? null : (
          <span className={styles['of']}>
            {t('transfer.doneOf', { done: state.done, total: state.total })}
          </span>
        )}
      </p>
      <ProgressBar label={words} value={share} />
    </div>
  );
}
