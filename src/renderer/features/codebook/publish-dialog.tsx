import { useId, useMemo, useState } from 'react';
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
import styles from './publish-dialog.module.css';
import { TouchRow } from './touch-row.tsx';
import { analystWords, countWords, labelUse } from './words.ts';

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
      title={`Publish version ${String(version + 1)}`}
      width="wide"
      onMain={publish}
      footer={
        <>
          <p className={styles['sum']} role="status">
            {plan === undefined ? 'Looking at what it touches…' : sumWords(plan)}
          </p>
          <Button onClick={() => showPublishing(false)}>Keep as draft</Button>
          <Button look="primary" disabled={plan?.ready !== true || busy} onClick={publish}>
            {`Publish version ${String(version + 1)}`}
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        <label htmlFor={id} className={styles['name']}>
          Summary
        </label>
        <TextArea
          id={id}
          value={summary}
          maxLength={10_000}
          placeholder="What changes, and why"
          dir="auto"
          onChange={(event) => setSummary(event.target.value)}
        />
        {error === undefined ? null : (
          <ErrorState title="Nothing was published.">{error.message} The draft is kept.</ErrorState>
        )}
        {plan === undefined ? null : <Plan plan={plan} />}
      </div>
    </Dialog>
  );
}

function sumWords(plan: CodebookPlan): string {
  if (plan.problems.length > 0)
    return `${countWords(plan.problems.length, 'problem')} to mend first.`;
  const open = plan.touches.filter(({ choice }) => choice === undefined).length;
  if (open > 0) return `${countWords(open, 'choice')} to make first.`;
  const parts = [
    [plan.annotationsRemoved, 'annotation', 'removed'],
    [plan.annotationsChanged, 'annotation', 'changed'],
    [plan.relationsRemoved, 'relation', 'removed'],
    [plan.relationsChanged, 'relation', 'changed'],
  ] as const;
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, one, done]) => `${countWords(count, one)} ${done}`);
  if (said.length === 0) return 'No annotation is changed.';
  const submitted =
    plan.submittedLayers === 0
      ? ''
      : ` Also in ${countWords(plan.submittedLayers, 'submitted layer')}, which ${plan.submittedLayers === 1 ? 'stays' : 'stay'} submitted.`;
  return `${said.join(', ')}.${submitted}`;
}

function Plan({ plan }: { readonly plan: CodebookPlan }) {
  const problems = plan.problems.map(({ path, message }) => `${path.join(' › ')}: ${message}`);
  return (
    <>
      {problems.length === 0 ? null : <Lines title="To mend first" lines={problems} flaw />}
      {plan.touches.length === 0 ? null : (
        <section aria-label="In use">
          <h3 className={styles['title']}>In use, and gone in this version</h3>
          <ul>
            {plan.touches.map((touch) => (
              <TouchRow key={`${touch.what} ${touch.attribute ?? ''} ${touch.id}`} touch={touch} />
            ))}
          </ul>
        </section>
      )}
      <Renamed plan={plan} />
      <Lines title="What changes" lines={plan.changes.map(({ words }) => words)} />
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
  const lines = useMemo(
    () =>
      plan.changes
        .filter(({ what, kind }) => what === 'label' && kind === 'renamed')
        .flatMap(({ id, before, after }) => {
          const use = labelUse(id, project, rows);
          if (use.count === 0) return [];
          const who = analystWords(use.byAnalyst, project?.analysts ?? []);
          const verb = use.count === 1 ? 'carries' : 'carry';
          return `${countWords(use.count, 'annotation')} in ${countWords(use.articles, 'article')} ${verb} “${nameOf(before)}” and will read “${nameOf(after)}” (${who}). No work is lost.`;
        }),
    [plan, project, rows],
  );
  return lines.length === 0 ? null : <Lines title="What this touches" lines={lines} />;
}
