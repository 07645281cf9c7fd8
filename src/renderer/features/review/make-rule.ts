import type { CodebookContent, Rule } from '../../../core/model/codebook.ts';
import { editDraft, showEntry } from '../../state/codebook.ts';
import { announce } from '../../state/project.ts';
import { useReview } from '../../state/review.ts';
import { goTo } from '../../state/view.ts';
import { t } from '../../words/words.ts';
import { chosenReading } from './actions.ts';

const TITLE_LENGTH = 60;

/** A rule that says what was ruled, with the words it was ruled on as its example. */
export function ruleFrom(
  rules: CodebookContent['rules'],
  quote: string,
  label: string,
  note: string,
): Rule {
  const number = Math.max(0, ...rules.map((rule) => rule.number)) + 1;
  const taken = new Set(rules.map(({ id }) => id));
  let id = `rule-${String(number)}`;
  for (let again = 2; taken.has(id); again += 1) id = `rule-${String(number)}-${String(again)}`;
  const short = quote.length > TITLE_LENGTH ? `${quote.slice(0, TITLE_LENGTH)}…` : quote;
  return {
    id,
    number,
    title: t('review.ruleTitle', { quote: short }),
    text: note,
    example: quote,
    counterExample: '',
    labels: [label],
    order: Math.max(0, ...rules.map(({ order }) => order)) + 1,
  };
}

/**
 * Drafts a rule out of the open item and goes to it. Publishing the draft lists the annotations made
 * under the rules before, as for every change of the codebook.
 */
export function makeRule(): void {
  const { item, note } = useReview.getState();
  const reading = chosenReading();
  if (item === undefined || reading === undefined) return;
  const words = note === '' ? (item.decision?.note ?? '') : note;
  let made = '';
  editDraft('', (content) => {
    const rule = ruleFrom(content.rules, reading.quote.join(' … '), reading.label, words);
    made = rule.id;
    return { ...content, rules: [...content.rules, rule] };
  });
  if (made === '') return;
  goTo('codebook');
  showEntry('rules', made);
  announce(() => t('review.ruleMade'));
}
