import { ArrowRight, Minus, Plus, SkipForward } from 'lucide-react';
import { createElement } from 'react';
import { inBackground } from '../../state/background.ts';
import {
  applyChange,
  type HitAction,
  type HitPlan,
  leaveChange,
  useHitChanges,
} from '../../state/hit-changes.ts';
import { useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LabelSquare } from '../../ui/label-square.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Spoken } from '../../ui/spoken.tsx';
import { listWords } from '../../words/amounts.ts';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import { buttonWords, reasonWords, skippedWords, titleOf } from './action-words.ts';
import { AttributeChoice } from './attribute-choice.tsx';
import styles from './change-preview.module.css';

/** What is about to be done to the chosen hits, before it is done. */
export function ChangePreview() {
  const action = useHitChanges((state) => state.action);
  return action === undefined ? null : <Preview action={action} />;
}

function Preview({ action }: { readonly action: HitAction }) {
  const { plan, busy, error, renewed } = useHitChanges();
  const labels = useProject((state) => state.labels);
  const count = plan === undefined ? 0 : plan.add + plan.change + plan.remove;
  const ready = count > 0 && !busy;
  const go = (): void => {
    if (ready) inBackground(applyChange());
  };
  return (
    <Dialog
      open
      width="wide"
      title={titleOf(action, (id) => labels.find((one) => one.id === id)?.name ?? id)}
      onClose={leaveChange}
      onMain={go}
      footer={
        <>
          <Button onClick={leaveChange}>{t('search.cancel')}</Button>
          <Button look="primary" keys="$mod+Enter" disabled={!ready} onClick={go}>
            {buttonWords(action, plan)}
          </Button>
        </>
      }
    >
      {action.kind === 'attribute' ? <AttributeChoice action={action} /> : null}
      {error === undefined ? null : (
        <div className={styles['part']}>
          <ErrorState title={t('search.nothingChanged')}>{said(error.message)}</ErrorState>
        </div>
      )}
      {plan === undefined && busy ? (
        <div className={styles['part']}>
          <ProgressBar label={t('search.lookingAtHits')} value={undefined} />
        </div>
      ) : null}
      {plan === undefined ? null : <Summary plan={plan} renewed={renewed} />}
      {plan === undefined ? null : <Steps plan={plan} action={action} />}
    </Dialog>
  );
}

function Summary({ plan, renewed }: { readonly plan: HitPlan; readonly renewed: boolean }) {
  const { add, change, remove, articles, snapped, skipped } = plan;
  const counts = [
    [add, 'search.addedCount'],
    [change, 'search.changedCount'],
    [remove, 'search.removedCount'],
  ] as const;
  const parts = counts.filter(([count]) => count > 0).map(([count, words]) => t(words, { count }));
  return (
    <div className={styles['part']} aria-live="polite">
      {renewed ? <p className={styles['renewed']}>{t('search.renewed')}</p> : null}
      <p className={styles['sum']}>
        {parts.length === 0
          ? t('search.wouldNot')
          : t('search.sumIn', {
              changes: listWords(parts),
              articles: t('search.articles', { count: articles }),
            })}
      </p>
      {snapped === 0 ? null : (
        <p className={styles['words']}>{t('search.snapped', { count: snapped })}</p>
      )}
      {skipped.map((one) => (
        <p key={one.reason} className={styles['words']}>
          {skippedWords(one)}
        </p>
      ))}
    </div>
  );
}

const ICONS = { add: Plus, change: ArrowRight, remove: Minus, skip: SkipForward } as const;
const OUTCOMES = {
  add: 'search.added',
  change: 'search.changed',
  remove: 'search.removed',
} as const;

function Steps({ plan, action }: { readonly plan: HitPlan; readonly action: HitAction }) {
  const { steps, add, change, remove, skipped } = plan;
  const all = skipped.reduce((sum, { count }) => sum + count, add + change + remove);
  return (
    <>
      <ul aria-label={t('search.whatWill')} className={styles['steps']}>
        {steps.map((step, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a list that never changes
          <Step key={index} step={step} action={action} />
        ))}
      </ul>
      {steps.length < all ? (
        <p className={styles['more']}>{t('search.andMore', { number: all - steps.length })}</p>
      ) : null}
    </>
  );
}

function Step(props: { readonly step: HitPlan['steps'][number]; readonly action: HitAction }) {
  const { step, action } = props;
  const to = action.kind === 'add' || action.kind === 'relabel' ? action.label : '';
  const words = step.outcome === 'skip' ? reasonWords(step.reason) : t(OUTCOMES[step.outcome]);
  return (
    <li className={styles['step']} data-outcome={step.outcome}>
      {createElement(ICONS[step.outcome], { size: 14, strokeWidth: 1.8, 'aria-hidden': true })}
      <Spoken>{`${t('search.outcome', { outcome: words })} `}</Spoken>
      <span className={styles['labels']}>
        <Square id={step.before} />
        {step.outcome === 'skip' || to === '' ? null : <Square id={to} />}
      </span>
      <span className={styles['quote']} dir="auto">
        {step.quote === '' ? t('search.noWords') : step.quote}
      </span>
      <span className={styles['title']} dir="auto">
        {step.outcome === 'skip' ? words : step.title}
      </span>
    </li>
  );
}

function Square({ id }: { readonly id: string }) {
  const label = useProject((state) => state.labels.find((one) => one.id === id));
  if (label === undefined) return null;
  return (
    <>
      <LabelSquare letter={label.letter} hue={label.hue} />
      <Spoken>{`${label.name} `}</Spoken>
    </>
  );
}
