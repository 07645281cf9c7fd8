import type { HitAction, HitPlan } from '../../state/hit-changes.ts';
import type { Key, PlainKey } from '../../words/catalogue.ts';
import { t } from '../../words/words.ts';

type Skipped = HitPlan['skipped'][number]['reason'];

const SKIPPED = {
  identical: 'search.skipIdentical',
  already: 'search.skipAlready',
  'no-annotation': 'search.skipNoAnnotation',
  'no-words': 'search.skipNoWords',
  'whole-article': 'search.skipWholeArticle',
  moved: 'search.skipMoved',
  repeated: 'search.skipRepeated',
  submitted: 'search.skipSubmitted',
} as const satisfies Record<Skipped, Key>;

const WHY = {
  identical: 'search.whyIdentical',
  already: 'search.whyAlready',
  'no-annotation': 'search.whyNoAnnotation',
  'no-words': 'search.whyNoWords',
  'whole-article': 'search.whyWholeArticle',
  moved: 'search.whyMoved',
  repeated: 'search.whyRepeated',
  submitted: 'search.whySubmitted',
} as const satisfies Record<Skipped, PlainKey>;

/** Why hits are left as they are. */
export function skippedWords({ reason, count }: HitPlan['skipped'][number]): string {
  return t(SKIPPED[reason], { count });
}

/** Why one hit is left as it is. */
export function reasonWords(reason: string): string {
  return Object.hasOwn(WHY, reason)
    ? t('search.skippedWhy', { why: t(WHY[reason as Skipped]) })
    : t('search.skipped');
}

/** What the preview is called. */
export function titleOf(action: HitAction, labelName: (id: string) => string): string {
  switch (action.kind) {
    case 'add':
      return t('search.labelAs', { label: labelName(action.label) });
    case 'relabel':
      return t('search.relabelAs', { label: labelName(action.label) });
    case 'remove':
      return t('search.removeAnnotations');
    case 'attribute':
      return t('search.setAnAttribute');
  }
}

const VERBS = {
  add: ['search.doLabel', 'search.doLabelNumber'],
  relabel: ['search.doRelabel', 'search.doRelabelNumber'],
  remove: ['search.doRemove', 'search.doRemoveNumber'],
  attribute: ['search.doSet', 'search.doSetNumber'],
} as const;

/** The main button: what it does, with the number. */
export function buttonWords(action: HitAction, plan: HitPlan | undefined): string {
  const count = plan === undefined ? 0 : plan.add + plan.change + plan.remove;
  const [verb, withNumber] = VERBS[action.kind];
  return count === 0 ? t(verb) : t(withNumber, { number: count });
}
