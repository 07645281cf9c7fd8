import { Pin } from 'lucide-react';
import { useProject } from '../../state/project.ts';
import { type ReviewItem, say, useReview } from '../../state/review.ts';
import { giveReason } from '../../state/review-decisions.ts';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { LabelSquare } from '../../ui/label-square.tsx';
import { t } from '../../words/words.ts';
import { makeRule } from './make-rule.ts';
import styles from './review-side.module.css';
import { REASONS, reasonWords, resultWords } from './review-words.ts';

type Rule = ReturnType<typeof useRules>[number];
type Decision = ReviewItem['earlier'][number];

const MOST_NEAR = 4;

/** The rules on the labels in play: those that speak of most of them, and of little else, first. */
function useRules(item: ReviewItem) {
  const rules = useProject((state) => state.project?.codebook.rules) ?? [];
  const labels = new Set(item.row.labels);
  const fit = (ids: readonly string[]): number => {
    const shared = ids.filter((id) => labels.has(id)).length;
    return shared === 0 ? 0 : shared / (labels.size + ids.length - shared);
  };
  return rules
    .map((rule) => ({ ...rule, fit: fit(rule.labels) }))
    .filter((rule) => rule.fit > 0)
    .toSorted((a, b) => (a.fit === b.fit ? b.number - a.number : b.fit - a.fit));
}

/** What helps to decide: the rule, rulings before, the reason, a note. */
export function ReviewSide({ item }: { readonly item: ReviewItem }) {
  return (
    <aside aria-label={t('review.reason')} className={styles['side']}>
      <RulePart item={item} />
      <Rulings title={t('review.ruledBefore')} decisions={item.related} />
      <Rulings
        title={t('review.earlier')}
        decisions={[...(item.decision === undefined ? [] : [item.decision]), ...item.earlier]}
      />
      <ReasonPart item={item} />
    </aside>
  );
}

function RulePart({ item }: { readonly item: ReviewItem }) {
  const rules = useRules(item);
  const pinned = useReview((state) => state.rule);
  const version = useProject((state) => state.project?.codebook.version ?? 1);
  const rule = rules.find(({ id }) => id === pinned) ?? rules[0];
  if (rule === undefined) {
    return (
      <section className={styles['part']}>
        <p className={styles['hint']}>{t('review.noRule')}</p>
      </section>
    );
  }
  const near = rules.filter(({ id }) => id !== rule.id).slice(0, MOST_NEAR);
  return (
    <section className={styles['part']}>
      <h2 className={styles['title']}>
        <Pin size={14} strokeWidth={1.6} aria-hidden />
        {t('review.rule', { number: rule.number })}
        <span className={styles['hint']}>{t('review.pinned', { version })}</span>
      </h2>
      <p className={styles['rule']} dir="auto">
        {rule.title}
      </p>
      <p className={styles['rule']} dir="auto">
        {rule.text.replaceAll(/[*_`]/gu, '')}
      </p>
      {near.length === 0 ? null : <Near rules={near} />}
    </section>
  );
}

function Near({ rules }: { readonly rules: readonly Rule[] }) {
  return (
    <p className={styles['near']}>
      {t('review.alsoNear')}{' '}
      {rules.map(({ id, number, title }) => (
        <Button key={id} look="link" title={title} onClick={() => say({ rule: id })}>
          {t('review.rule', { number })}
        </Button>
      ))}
    </p>
  );
}

function Rulings(props: { readonly title: string; readonly decisions: readonly Decision[] }) {
  const { title, decisions } = props;
  if (decisions.length === 0) return null;
  return (
    <section className={styles['part']}>
      <h2 className={styles['title']}>{title}</h2>
      <ul className={styles['rulings']}>
        {decisions.map((one) => (
          <li key={one.id}>
            <Ruling decision={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ruling({ decision }: { readonly decision: Decision }) {
  const labels = useProject((state) => state.labels);
  const [value] = decision.value;
  const label = labels.find(({ id }) => id === value?.label);
  const { result, by, reason, note } = decision;
  return (
    <div className={styles['ruling']}>
      {label === undefined ? null : <LabelSquare letter={label.letter} hue={label.hue} />}
      <div>
        {value === undefined ? null : (
          <p className={styles['quote']} dir="auto">
            “{value.quote.join(' … ')}”
          </p>
        )}
        <p className={styles['hint']}>
          {[
            t('review.decidedBy', { result: resultWords(result), name: by }),
            reasonWords(reason),
            note,
          ]
            .filter((one) => one !== '')
            .join(' · ')}
        </p>
      </div>
    </div>
  );
}

function ReasonPart({ item }: { readonly item: ReviewItem }) {
  const reason = useReview((state) => state.reason);
  const pending = useReview((state) => state.pending !== undefined);
  const note = useReview((state) => state.note);
  const dissent = useReview((state) => state.dissent);
  const alike = useReview((state) => state.alike);
  return (
    <section className={styles['part']}>
      <h2 className={styles['title']}>
        {t('review.reason')}
        <span className={styles['hint']} role={pending ? 'status' : undefined}>
          {pending ? t('review.askedNow') : t('review.askedLater')}
        </span>
      </h2>
      <div className={styles['reasons']} data-asked={pending}>
        {REASONS.map(({ value, name }) => (
          <Button
            key={value}
            look={value === reason ? 'primary' : 'outline'}
            aria-pressed={value === reason}
            command={`review.reason.${value}`}
            onClick={() => giveReason(value)}
          >
            {t(name)}
          </Button>
        ))}
      </div>
      <textarea
        aria-label={t('review.note')}
        placeholder={t('review.note')}
        className={styles['note']}
        rows={3}
        dir="auto"
        value={note}
        onChange={(event) => say({ note: event.target.value })}
      />
      <CheckBox
        label={t('review.dissent')}
        checked={dissent}
        onChange={(next) => say({ dissent: next })}
      />
      {item.alike === 0 ? null : (
        <CheckBox
          label={t('review.alike', { count: item.alike })}
          checked={alike}
          onChange={(next) => say({ alike: next })}
        />
      )}
      <div>
        <Button command="review.makeRule" onClick={makeRule}>
          {t('review.makeRule')}
        </Button>
      </div>
    </section>
  );
}
