import type { ReactNode } from 'react';
import { inBackground } from '../state/background.ts';
import { leaveProblem, type OpenProblem, openFolder, useSession } from '../state/session.ts';
import { copyText } from '../state/window.ts';
import { Button } from '../ui/button.tsx';
import type { PlainKey } from '../words/catalogue.ts';
import { said } from '../words/said.ts';
import { t } from '../words/words.ts';
import { FirstRunBar } from './first-run-bar.tsx';
import styles from './problem-page.module.css';
import { problemWords } from './problem-words.ts';

interface Words {
  readonly title: PlainKey;
  readonly kept: PlainKey;
}

const WORDS: Readonly<Record<string, Words>> = {
  locked: {
    title: 'start.problemLocked',
    kept: 'start.keptOneWriter',
  },
  'held-elsewhere': {
    title: 'start.problemHeld',
    kept: 'start.keptOneWriter',
  },
  newer: {
    title: 'start.problemNewer',
    kept: 'start.keptNewer',
  },
  corrupt: {
    title: 'start.problemCorrupt',
    kept: 'start.keptCorrupt',
  },
  'not-found': {
    title: 'start.problemNotFound',
    kept: 'start.keptNotFound',
  },
  'read-only': {
    title: 'start.problemReadOnly',
    kept: 'start.keptNothing',
  },
};

const OTHERWISE: Words = {
  title: 'start.problemOther',
  kept: 'start.keptNothing',
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
      <h1 className={styles['title']}>{t(title)}</h1>
      <p className={styles['message']}>{said(sentence)}</p>
      <p className={styles['kept']}>{t(kept)}</p>
      <div className={styles['actions']}>
        {folder === undefined ? null : (
          <Button look="primary" disabled={busy} onClick={() => again(false)}>
            {t('start.tryAgain')}
          </Button>
        )}
        <Button disabled={busy} onClick={() => inBackground(openFolder())}>
          {t('start.chooseAnother')}
        </Button>
        {problem.kind === 'held-elsewhere' && folder !== undefined ? (
          <Button disabled={busy} onClick={() => again(true)}>
            {t('start.openAnyway')}
          </Button>
        ) : null}
        <Button look="quiet" onClick={leaveProblem}>
          {t('start.firstPage')}
        </Button>
        <Button
          look="quiet"
          onClick={() =>
            inBackground(copyText(JSON.stringify(problem, null, 1), () => t('start.detailsCopied')))
          }
        >
          {t('start.copyDetails')}
        </Button>
      </div>
      {details.length === 0 ? null : (
        <ul aria-label={t('start.details')} className={styles['details']}>
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
      {problem.kind === 'held-elsewhere' ? (
        <p className={styles['warning']}>{t('start.takeOver')}</p>
      ) : null}
    </div>
  );
}
