import type { HitAction, HitPlan } from '../../state/hit-changes.ts';

type Skipped = HitPlan['skipped'][number]['reason'];

const REASONS: Readonly<Record<Skipped, string>> = {
  identical: 'have this label on exactly these words already',
  already: 'are so already',
  'no-annotation': 'touch no annotation of yours',
  'no-words': 'are blanks, without words to label',
  'whole-article': 'are whole articles: their labels are changed in the article',
  moved: 'are not what stands in the text any more',
  repeated: 'belong to an annotation that is listed already',
  submitted: 'are in articles that you have submitted',
};

const REASON: Readonly<Record<Skipped, string>> = {
  identical: 'has this label on exactly these words already',
  already: 'is so already',
  'no-annotation': 'touches no annotation of yours',
  'no-words': 'is blanks, without words to label',
  'whole-article': 'is a whole article: its labels are changed in the article',
  moved: 'is not what stands in the text any more',
  repeated: 'belongs to an annotation that is listed already',
  submitted: 'is in an article that you have submitted',
};

/** A number of hits in words. */
export function hitsWords(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'hit' : 'hits'}`;
}

/** Why hits are left as they are. */
export function skippedWords({ reason, count }: HitPlan['skipped'][number]): string {
  return `${hitsWords(count)} ${count === 1 ? REASON[reason] : REASONS[reason]}.`;
}

/** Why one hit is left as it is. */
export function reasonWords(reason: string): string {
  return Object.hasOwn(REASON, reason) ? `Skipped: ${REASON[reason as Skipped]}` : 'Skipped';
}

/** What the preview is called. */
export function titleOf(action: HitAction, labelName: (id: string) => string): string {
  switch (action.kind) {
    case 'add':
      return `Label as ${labelName(action.label)}`;
    case 'relabel':
      return `Relabel as ${labelName(action.label)}`;
    case 'remove':
      return 'Remove annotations';
    case 'attribute':
      return 'Set an attribute';
  }
}

/** The main button: what it does, with the number. */
export function buttonWords(action: HitAction, plan: HitPlan | undefined): string {
  const count = plan === undefined ? 0 : plan.add + plan.change + plan.remove;
  const number = count === 0 ? '' : ` ${count.toLocaleString('en')}`;
  const verbs = { add: 'Label', relabel: 'Relabel', remove: 'Remove', attribute: 'Set' } as const;
  return `${verbs[action.kind]}${number}`;
}
