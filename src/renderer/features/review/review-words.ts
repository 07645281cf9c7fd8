import type { Attribute } from '../../../core/model/attribute.ts';
import type { Json } from '../../../core/model/json.ts';
import type { Reason, Result, ReviewRow } from '../../state/review.ts';
import type { PlainKey } from '../../words/catalogue.ts';
import { t } from '../../words/words.ts';

/** The reasons, in the order of their keys. */
export const REASONS: readonly { readonly value: Reason; readonly name: PlainKey }[] = [
  { value: 'rule-applies', name: 'review.reasonRuleApplies' },
  { value: 'rule-silent', name: 'review.reasonRuleSilent' },
  { value: 'slip', name: 'review.reasonSlip' },
  { value: 'text-unclear', name: 'review.reasonTextUnclear' },
  { value: 'we-differ', name: 'review.reasonWeDiffer' },
];

/** The name of a reason; empty where none was given. */
export function reasonWords(reason: Reason | undefined): string {
  const found = REASONS.find(({ value }) => value === reason);
  return found === undefined ? '' : t(found.name);
}

const RESULTS: Readonly<Record<Result, PlainKey>> = {
  accept: 'review.resultAccept',
  merge: 'review.resultMerge',
  new: 'review.resultNew',
  reject: 'review.resultReject',
  'keep-both': 'review.resultKeepBoth',
  nothing: 'review.resultNothing',
  defer: 'review.resultDefer',
};

/** What was decided, in words. */
export function resultWords(result: Result): string {
  return t(RESULTS[result]);
}

const DIFFERENCES: Readonly<Record<'label' | 'boundary' | 'attribute', PlainKey>> = {
  label: 'review.kindLabel',
  boundary: 'review.kindBoundary',
  attribute: 'review.kindAttribute',
};

/** What the readings of an item differ in, such as `Label, boundary`. */
export function kindWords({ kind, differs, found, readers }: ReviewRow): string {
  if (kind === 'extra') return t('review.kindExtra', { readers });
  const names = differs.map((one) =>
    one === 'missed' ? t('review.kindMissed', { found, readers }) : t(DIFFERENCES[one]),
  );
  if (names.length === 0) return t('review.kindAgree');
  const [first = '', ...rest] = names;
  return [first, ...rest.map((one) => one.toLocaleLowerCase())].join(', ');
}

/** A score from 0 to 1 as `.91`. */
export function scoreWords(score: number): string {
  return score >= 0.995 ? '1.0' : score.toFixed(2).replace(/^0/u, '');
}

function plain(value: Json): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return t(value ? 'review.yes' : 'review.no');
  if (typeof value === 'number') return String(value);
  if (value === null) return t('review.noValue');
  if (Array.isArray(value)) return (value as readonly Json[]).map(plain).join(', ');
  const { text, quote } = value as { readonly text?: Json; readonly quote?: Json };
  return plain(text ?? quote ?? JSON.stringify(value));
}

/** The value of an attribute as people read it; a dash where nothing was said. */
export function valueWords(attribute: Attribute | undefined, value: Json | undefined): string {
  if (value === undefined || value === null) return t('review.noValue');
  const names = new Map(attribute?.values.map(({ id, name }) => [id, name] as const));
  const named = (one: Json): string =>
    typeof one === 'string' ? (names.get(one) ?? one) : plain(one);
  const words = Array.isArray(value)
    ? (value as readonly Json[]).map(named).join(', ')
    : named(value);
  return words === '' ? t('review.noValue') : words;
}
