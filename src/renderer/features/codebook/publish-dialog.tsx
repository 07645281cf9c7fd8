import { useId, useState } from 'react';
import { inBackground } from '../../state/background.ts';
import {
  type CodebookPlan,
  publishDraft,
  showPublishing,
  useCodebook,
} from '../../state/codebook.ts';
import { useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { TextArea } from '../../ui/text-input.tsx';
import { listWords } from '../../words/amounts.ts';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import styles from './publish-dialog.module.css';
import { TouchRow } from './touch-row.tsx';
import { analystWords, labelUse } from './words.ts';

/** What publishing would do, to the last annotation; what is needed to decide; and the button. */
export function PublishDialog() {
  const version = useProject((state) => state.project?.codebook.version ?? 1);
  const plan = useCodebook((state) => state.plan);
  const error = useCodebook((state) => state.planError);
  const busy = useCodebook((state) => state.publishBusy);
  const [summary, setSummary] = useState('');
  const id = useId();
  const publish = (): void => inBackground(publishDraft(summary.trim()));
  return (
    <Dialog
      open
      onClose={() => showPublishing(false)}
      title={t('publishing.publishTitle', { version: version + 1 })}
      width="wide"
      onMain={publish}
      footer={
        <>
          <p className={styles['sum']} role="status">
            {plan === undefined ? t('publishing.looking') : sumWords(plan)}
          </p>
          <Button onClick={() => showPublishing(false)}>{t('publishing.keepDraft')}</Button>
          <Button look="primary" disabled={plan?.ready !== true || busy} onClick={publish}>
            {t('publishing.publishTitle', { version: version + 1 })}
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        <label htmlFor={id} className={styles['name']}>
          {t('publishing.summary')}
        </label>
        <TextArea
          id={id}
          value={summary}
          maxLength={10_000}
          placeholder={t('publishing.summaryHint')}
          dir="auto"
          onChange={(event) => setSummary(event.target.value)}
        />
        {error === undefined ? null : (
          <ErrorState title={t('publishing.notPublished')}>
            {t('publishing.draftKept', { reason: said(error.message) })}
          </ErrorState>
        )}
        {plan === undefined ? null : <Plan plan={plan} />}
      </div>
    </Dialog>
  );
}

function sumWords(plan: CodebookPlan): string {
  if (plan.problems.length > 0)
    return t('publishing.problemsFirst', { count: plan.problems.length });
  const open = plan.touches.filter(({ choice }) => choice === undefined).length;
  if (open > 0) return t('publishing.choicesFirst', { count: open });
  const parts = [
    [plan.annotationsRemoved, 'publishing.annotationsRemoved'],
    [plan.annotationsChanged, 'publishing.annotationsChanged'],
    [plan.relationsRemoved, 'publishing.relationsRemoved'],
    [plan.relationsChanged, 'publishing.relationsChanged'],
  ] as const;
  const done = parts.filter(([count]) => count > 0).map(([count, words]) => t(words, { count }));
  if (done.length === 0) return t('publishing.noneChanged');
  const changes = listWords(done);
  if (plan.submittedLayers === 0) return t('publishing.sum', { changes });
  const submitted = t('publishing.alsoSubmitted', { count: plan.submittedLayers });
  return t('publishing.sumSubmitted', { changes, submitted });
}

function Plan({ plan }: { readonly plan: CodebookPlan }) {
  const problems = plan.problems.map(({ path, message }) =>
    t('codebook.problemAt', { place: path.join(' › '), problem: said(message) }),
  );
  return (
    <>
      {problems.length === 0 ? null : (
        <Lines title={t('publishing.mendTitle')} lines={problems} flaw />
      )}
      {plan.touches.length === 0 ? null : (
        <section aria-label={t('publishing.inUseTitle')}>
          <h3 className={styles['title']}>{t('publishing.inUseGone')}</h3>
          <ul>
            {plan.touches.map((touch) => (
              <TouchRow key={`${touch.what} ${touch.attribute ?? ''} ${touch.id}`} touch={touch} />
            ))}
          </ul>
        </section>
      )}
      <Renamed plan={plan} />
      <Lines
        title={t('publishing.whatChanges')}
        lines={plan.changes.map(({ words }) => said(words))}
      />
    </>
  );
}

function Lines(props: {
  readonly title: string;
  readonly lines: readonly string[];
  readonly flaw?: boolean;
}) {
  return (
    <section aria-label={props.title}>
      <h3 className={styles['title']}>{props.title}</h3>
      <ul className={styles['lines']} data-flaw={props.flaw === true}>
        {props.lines.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** What carries a label that gets another name: nothing is lost, but it reads differently. */
function Renamed({ plan }: { readonly plan: CodebookPlan }) {
  const project = useProject((state) => state.project);
  const rows = useProject((state) => state.rows);
  const lines = plan.changes
    .filter(({ what, kind }) => what === 'label' && kind === 'renamed')
    .flatMap(({ id, before, after }) => {
      const use = labelUse(id, project, rows);
      if (use.count === 0) return [];
      const who = analystWords(use.byAnalyst, project?.analysts ?? []);
      return t('publishing.willRead', {
        count: use.count,
        articles: t('publishing.articles', { count: use.articles }),
        before: nameOf(before),
        after: nameOf(after),
        who,
      });
    });
  return lines.length === 0 ? null : <Lines title={t('publishing.whatTouches')} lines={lines} />;
}
