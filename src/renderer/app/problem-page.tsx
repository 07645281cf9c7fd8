import type { ReactNode } from 'react';
import { inBackground } from '../state/background.ts';
import { leaveProblem, type OpenProblem, openFolder, useSession } from '../state/session.ts';
import { copyText } from '../state/window.ts';
import { Button } from '../ui/button.tsx';
import { FirstRunBar } from './first-run-bar.tsx';
import styles from './problem-page.module.css';
import { problemWords } from './problem-words.ts';

interface Words {
  readonly title: string;
  readonly kept: string;
}

const WORDS: Readonly<Record<string, Words>> = {
  locked: {
    title: 'This project is open somewhere else.',
    kept: 'Only one window may write to a project at a time. Nothing was changed.',
  },
  'held-elsewhere': {
    title: 'This project was left open on another computer.',
    kept: 'Only one window may write to a project at a time. Nothing was changed.',
  },
  newer: {
    title: 'This project was made by a newer Verbale.',
    kept: 'It was left exactly as it is. A newer Verbale opens it.',
  },
  corrupt: {
    title: 'Some files of this project do not check out.',
    kept: 'Nothing was overwritten. The log and the backups in the folder still hold the work.',
  },
  'not-found': {
    title: 'There is no project in this folder.',
    kept: 'It may have been moved, renamed, or be on a disk that is not connected.',
  },
  'read-only': {
    title: 'This folder cannot be written to.',
    kept: 'Nothing was changed.',
  },
};

const OTHERWISE: Words = {
  title: 'This project could not be opened.',
  kept: 'Nothing was changed.',
};

/** Why a project could not be opened, what was kept, and what can be done. */
export function ProblemPage() {
  const problem = useSession((state) => state.problem);
  return (
    <div className={styles['window']}>
      <main className={styles['page']}>
        {problem === undefined ? null : <Problem problem={problem} />}
      </main>
      <FirstRunBar />
    </div>
  );
}

function Problem({ problem }: { readonly problem: OpenProblem }): ReactNode {
  const busy = useSession((state) => state.busy);
  const { title, kept } = WORDS[problem.kind] ?? OTHERWISE;
  const { sentence, details } = problemWords(problem);
  const folder = problem.folder === '' ? undefined : problem.folder;
  const again = (takeOver: boolean): void => {
    if (folder !== undefined) inBackground(openFolder(folder, takeOver));
  };
  return (
    <div className={styles['column']} role="alert">
      <h1 className={styles['title']}>{title}</h1>
      <p className={styles['message']}>{sentence}</p>
      <p className={styles['kept']}>{kept}</p>
      <div className={styles['actions']}>
        {folder === undefined ? null : (
          <Button look="primary" disabled={busy} onClick={() => again(false)}>
            Try again
          </Button>
        )}
        <Button disabled={busy} onClick={() => inBackground(openFolder())}>
          Choose another
        </Button>
        {problem.kind === 'held-elsewhere' && folder !== undefined ? (
          <Button disabled={busy} onClick={() => again(true)}>
            Open it here anyway
          </Button>
        ) : null}
        <Button look="quiet" onClick={leaveProblem}>
          First page
        </Button>
        <Button
          look="quiet"
          onClick={() =>
            inBackground(copyText(JSON.stringify(problem, null, 1), 'Details copied.'))
          }
        >
          Copy details
        </Button>
      </div>
      {details.length === 0 ? null : (
        <ul aria-label="Details" className={styles['details']}>
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
      {problem.kind === 'held-elsewhere' ? (
        <p className={styles['warning']}>
          Open it here only when the other window is closed for good; two that write at once would
          part your work. For half a minute Verbale watches whether the other one still writes.
        </p>
      ) : null}
    </div>
  );
}
