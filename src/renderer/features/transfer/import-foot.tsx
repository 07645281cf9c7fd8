import { inBackground } from '../../state/background.ts';
import {
  comingIn,
  editOf,
  type ImportState,
  stillToRead,
  useImport,
} from '../../state/import-batch.ts';
import { applyImport, cancelImport } from '../../state/importing.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './import-foot.module.css';

function part(count: number, words: string): readonly string[] {
  return count === 0 ? [] : [`${count.toLocaleString('en')} ${words}`];
}

function summary(state: ImportState): string {
  const coming = comingIn(state);
  const questions = coming.filter((item) => item.warnings.length > 0).length;
  const left = state.items.filter((item) => editOf(state, item.key).leftOut).length;
  const of = (wanted: string): number => state.items.filter((item) => item.state === wanted).length;
  return [
    ...part(coming.length - questions, 'ready'),
    ...part(questions, 'with questions'),
    ...part(left, 'left out'),
    ...part(of('duplicate'), 'already here'),
    ...part(of('failed'), 'refused'),
  ].join(' · ');
}

function buttonWords(state: ImportState): string {
  if (state.phase === 'applying') return 'Importing…';
  const count = comingIn(state).length + (state.finished ? 0 : stillToRead(state));
  const number = count === 0 ? '' : ` ${count.toLocaleString('en')}`;
  return state.finished ? `Import${number}` : `Import${number} when read`;
}

/** How far the reading is, what came of it, and the button that adds it. */
export function ImportFoot() {
  const state = useImport();
  const nothing = state.finished && comingIn(state).length === 0;
  return (
    <footer className={styles['foot']}>
      <Progress state={state} />
      <p className={styles['summary']} aria-live="polite">
        {state.whenRead ? 'Everything comes in as soon as it is read.' : summary(state)}
      </p>
      <Button
        command="import.cancel"
        disabled={state.phase === 'applying'}
        onClick={() => inBackground(cancelImport())}
      >
        Cancel
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
  const words = state.phase === 'applying' ? 'Adding articles' : 'Reading files';
  const share =
    state.total === 0 || state.phase === 'applying' ? undefined : state.done / state.total;
  return (
    <div className={styles['progress']}>
      <p>
        {words}
        {share === undefined ? null : (
          <span
            className={styles['of']}
          >{`${state.done.toLocaleString('en')} of ${state.total.toLocaleString('en')}`}</span>
        )}
      </p>
      <ProgressBar label={words} value={share} />
    </div>
  );
}
