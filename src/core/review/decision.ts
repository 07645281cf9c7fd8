import { booleanField, listField, textField, textsField } from '../log/fields.ts';
import { DELETED, type OpDraft, splitRecordId } from '../log/op.ts';
import { isDeleted, type RecordState } from '../log/record.ts';
import type { Json } from '../model/json.ts';
import { err, ok, type Result } from '../result.ts';
import { canonical } from './compare-values.ts';
import { isUnanimous } from './items.ts';
import type { Candidate, Item, ReadingValue } from './reading.ts';

/** The channel of what a team settled on. */
export const GOLD_CHANNEL = 'gold';

/** The kind of the record that says what somebody decided. */
export const DECISION = 'decision';

/** What can be decided on an item. */
export const RESULTS = [
  /** One reading stands as it is. */
  'accept',
  /** A reading stands changed, or put together from several. */
  'merge',
  /** None of the readings stands; what stands was written anew. */
  'new',
  /** The readings break the rules: nothing of them stands. */
  'reject',
  /** Several readings stand, beside each other. */
  'keep-both',
  /** There is nothing to be marked here, and that is settled. */
  'nothing',
  /** Not to be settled now. */
  'defer',
] as const;

/** What was decided on an item. */
export type DecisionResult = (typeof RESULTS)[number];

/** Why it was decided so. */
export const REASONS = [
  'rule-applies',
  'rule-silent',
  'slip',
  'text-unclear',
  'we-differ',
] as const;

/** Why something was decided. */
export type Reason = (typeof REASONS)[number];

/** What a person decided on an item. */
export interface Decision {
  readonly id: string;
  readonly articleId: string;
  /** Item id. */
  readonly item: string;
  readonly result: DecisionResult;
  /** The readings as they were then: if they are others now, the decision is stale. */
  readonly candidates: readonly Candidate[];
  /** Analyst ids: those who read the article and had marked nothing. */
  readonly absent: readonly string[];
  /** What stands: one value, several where they are kept beside each other, none where nothing stands. */
  readonly value: readonly ReadingValue[];
  /** Absent where all said the same. */
  readonly reason?: Reason;
  readonly note: string;
  /** Letters of the readings that were given up, where their dissent is kept. */
  readonly dissent: readonly string[];
  /** Rule id, where a ruling was made on a rule of the codebook; empty otherwise. */
  readonly rule: string;
  /** Analyst id: who decided. */
  readonly by: string;
  /** ISO-8601 UTC. */
  readonly at: string;
  /** Ids of the decisions that this one takes the place of. */
  readonly supersedes: readonly string[];
  readonly unanimous: boolean;
}

/** The draft that writes a decision down. Nothing ever changes it. */
export function addDecision(decision: Decision): OpDraft {
  const { id, articleId, ...fields } = decision;
  return {
    c: GOLD_CHANNEL,
    k: DECISION,
    r: `${articleId}/${id}`,
    p: { ...(fields as unknown as { readonly [field: string]: Json }), [DELETED]: false },
  };
}

function oneOf<T extends string>(values: readonly T[], text: string): T | undefined {
  return values.find((value) => value === text);
}

/** A decision as its record says; `undefined` where it was taken back or says nothing we know. */
export function decisionFrom(recordId: string, record: RecordState): Decision | undefined {
  const ids = splitRecordId(recordId);
  const result = oneOf(RESULTS, textField(record, 'result'));
  if (ids === undefined || result === undefined || isDeleted(record)) return undefined;
  const reason = oneOf(REASONS, textField(record, 'reason'));
  return {
    ...ids,
    item: textField(record, 'item'),
    result,
    candidates: listField(record, 'candidates') as unknown as readonly Candidate[],
    absent: textsField(record, 'absent'),
    value: listField(record, 'value') as unknown as readonly ReadingValue[],
    ...(reason === undefined ? {} : { reason }),
    note: textField(record, 'note'),
    dissent: textsField(record, 'dissent'),
    rule: textField(record, 'rule'),
    by: textField(record, 'by'),
    at: textField(record, 'at'),
    supersedes: textsField(record, 'supersedes'),
    unanimous: booleanField(record, 'unanimous'),
  };
}

/** The decisions in force: those that no other one supersedes, the latest for each item. */
export function decisionsInForce(decisions: readonly Decision[]): readonly Decision[] {
  const superseded = new Set(decisions.flatMap(({ supersedes }) => supersedes));
  const latest = new Map<string, Decision>();
  for (const one of decisions) {
    if (superseded.has(one.id)) continue;
    const known = latest.get(one.item);
    if (known === undefined || isLater(one, known)) latest.set(one.item, one);
  }
  return [...latest.values()];
}

/** Two people may decide at once on two computers: the later one holds, by id where times are equal. */
function isLater(a: Decision, b: Decision): boolean {
  return a.at === b.at ? a.id > b.id : a.at > b.at;
}

function readingsKey({ candidates, absent }: Pick<Item, 'candidates' | 'absent'>): string {
  const readings = candidates.map(({ label, spans, attributes, from }) =>
    canonical([label, spans as unknown as Json, attributes, from as unknown as Json]),
  );
  return canonical([readings.toSorted(), absent.toSorted()]);
}

/** True where the layers say something else now than when the decision was made. */
export function isStale(decision: Decision, item: Item): boolean {
  return readingsKey(decision) !== readingsKey(item);
}

/** True where a decision and an item speak of the same annotation. */
export function shareSource(decision: Decision, item: Item): boolean {
  const sources = new Set(
    decision.candidates.flatMap(({ from }) => from.map(([analyst, id]) => `${analyst}/${id}`)),
  );
  return item.candidates.some(({ from }) =>
    from.some(([analyst, id]) => sources.has(`${analyst}/${id}`)),
  );
}

/** What somebody wants to decide. */
export interface Proposal {
  readonly result: DecisionResult;
  readonly value: readonly ReadingValue[];
  readonly reason?: Reason | undefined;
}

const VALUES: Readonly<Record<DecisionResult, (count: number) => boolean>> = {
  accept: (count) => count === 1,
  merge: (count) => count === 1,
  new: (count) => count >= 1,
  'keep-both': (count) => count >= 2,
  reject: (count) => count === 0,
  nothing: (count) => count === 0,
  defer: (count) => count === 0,
};

/** True where a decision needs a reason: not all said the same, or what all said does not stand. */
export function needsReason(item: Item, result: DecisionResult): boolean {
  if (result === 'defer') return false;
  return !isUnanimous(item) || result !== 'accept';
}

/** Why a decision is refused, in words for a person. */
export function checkProposal(
  item: Item,
  { result, value, reason }: Proposal,
): Result<void, string> {
  if (!VALUES[result](value.length)) {
    return err('This decision does not say what stands. Choose a reading. Nothing was decided.');
  }
  if (reason === undefined && needsReason(item, result)) {
    return err('Not all say the same here: choose a reason first. Nothing was decided.');
  }
  return ok(undefined);
}

/**
 * What a decision for this value is: `accept` where a reading says just that, `merge` where its
 * label and at least one of its spans' ends come from readings, otherwise `new`.
 */
export function resultFor(
  value: ReadingValue,
  candidates: readonly ReadingValue[],
): 'accept' | 'merge' | 'new' {
  const key = (one: ReadingValue): string => canonical([one.label, one.spans, one.attributes]);
  if (candidates.some((one) => key(one) === key(value))) return 'accept';
  const ends = new Set(
    candidates.flatMap(({ spans }) => spans.flatMap(([start, end]) => [`s${start}`, `e${end}`])),
  );
  const label = candidates.some((one) => one.label === value.label);
  const place = value.spans.some(([start, end]) => ends.has(`s${start}`) || ends.has(`e${end}`));
  return label && place ? 'merge' : 'new';
}

/** Letters of the readings that do not stand as they are, where a decision was made on them. */
export function givenUp(item: Item, value: readonly ReadingValue[]): readonly string[] {
  const kept = new Set(
    value.map((one) => canonical([one.label, one.spans as unknown as Json, one.attributes])),
  );
  return item.candidates
    .filter(
      (one) => !kept.has(canonical([one.label, one.spans as unknown as Json, one.attributes])),
    )
    .map(({ key }) => key);
}
