import { X } from 'lucide-react';
import type { Annotation } from '../../../core/model/annotation.ts';
import { runCommand } from '../../state/commands.ts';
import { useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { numberWords } from '../../words/amounts.ts';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import { useFrozen } from './frozen-line.tsx';
import styles from './submit.module.css';
import { goToProblem, problemsNow, useSubmitting } from './submit.ts';
import { labelOf, shortQuote } from './words.ts';

/** Submits the open article, or shows what it lacks. */
export function SubmitBar() {
  const open = useSubmitting((state) => state.open);
  const submitted = useFrozen();
  const readOnly = useProject((state) => state.project?.readOnly === true);
  // What is submitted says so above the text, and is taken back there.
  if (submitted) return null;
  return (
    <section aria-label={t('annotate.submitting')} className={styles['submit']}>
      {open ? <Problems /> : null}
      <div className={styles['bar']}>
        <Button
          look="outline"
          keys="$mod+Shift+Enter"
          disabled={readOnly}
          onClick={() => runCommand('article.submit')}
        >
          {t('annotate.submit')}
        </Button>
      </div>
    </section>
  );
}

function Problems() {
  const article = useProject((state) => state.article);
  const labels = useProject((state) => state.labels);
  const problems = problemsNow();
  const codebook = useProject((state) => state.project?.codebook);
  const whereOf = (at: Annotation): string => `${labelOf(labels, at).name} ${shortQuote(at, 40)}`;
  const nameOf = (id: string | undefined): string =>
    codebook?.labels.find((label) => label.id === id)?.name ?? '';
  return (
    <>
      <div className={styles['head']}>
        <h2 className={styles['title']}>
          {problems.length === 0 ? t('annotate.nothingMissing') : t('annotate.beforeSubmitting')}
        </h2>
        <span className={styles['count']}>
          {problems.length === 0 ? '' : numberWords(problems.length)}
        </span>
        <IconButton
          icon={X}
          label={t('annotate.closeList')}
          onClick={() => useSubmitting.setState({ open: false })}
        />
      </div>
      <ul aria-label={t('annotate.whatIsMissing')} className={styles['problems']}>
        {problems.map((problem) => {
          const { annotationId, attribute, relationId, kind, message, documentLabel } = problem;
          const at = article?.annotations.find(({ id }) => id === annotationId);
          return (
            <li key={[annotationId, documentLabel, kind, attribute, relationId].join(' ')}>
              <button
                type="button"
                className={styles['problem']}
                onClick={() => goToProblem(problem)}
              >
                <span>{said(message)}</span>
                <span className={styles['where']} dir="auto">
                  {at === undefined ? nameOf(documentLabel) : whereOf(at)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
