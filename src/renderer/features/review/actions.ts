import { resultFor } from '../../../core/review/decision.ts';
import { type Reading, type ReadingValue, say, useReview } from '../../state/review.ts';
import { decide, valueOf } from '../../state/review-decisions.ts';

/** The readings of the open item. */
function readings(): readonly Reading[] {
  return useReview.getState().item?.candidates ?? [];
}

/** The reading that is chosen, or the first. */
export function chosenReading(): Reading | undefined {
  const { chosen } = useReview.getState();
  return readings().find(({ key }) => key === chosen) ?? readings()[0];
}

/** True where a decision can be made now. */
export function mayDecide(): boolean {
  const { item, compared, editing, view } = useReview.getState();
  return (
    item !== undefined && compared?.mayNotDecide === '' && editing === undefined && view === 'items'
  );
}

/** True where there is a reading of this letter to accept. */
export function hasReading(letter: string): boolean {
  return mayDecide() && readings().some(({ key }) => key === letter);
}

/** Lets a reading stand as it is. */
export function acceptReading(letter: string): void {
  const reading = readings().find(({ key }) => key === letter);
  if (reading === undefined) return;
  useReview.setState({ chosen: letter });
  decide('accept', [valueOf(reading)]);
}

/** Lets several readings stand beside each other. */
export function keepAll(): void {
  decide('keep-both', readings().map(valueOf));
}

/** Opens the chosen reading for changes. */
export function editChosen(): void {
  const reading = chosenReading();
  if (reading !== undefined) say({ editing: valueOf(reading) });
}

/** All readings as one: from the first word to the last, the rest as most readers have it. */
function together(): ReadingValue | undefined {
  const { item } = useReview.getState();
  const [first] = readings();
  if (item === undefined || first === undefined) return undefined;
  const [start, end] = item.span;
  const { start: offset, words } = item.text;
  const answers = readings()
    .filter(({ label }) => label === first.label)
    .map(({ attributes }) => attributes);
  return {
    label: first.label,
    spans: [[start, end]],
    quote: [words.slice(start - offset, end - offset)],
    // What more readers say comes last, and so stands.
    attributes: Object.assign({}, ...answers.toReversed()) as ReadingValue['attributes'],
  };
}

/** Opens all readings as one, for changes. */
export function mergeAll(): void {
  const value = together();
  if (value !== undefined) say({ editing: value });
}

/** The value as it is at hand, with other ends; `undefined` where it would be empty. */
export function withSpan(
  value: ReadingValue,
  [start, end]: readonly [number, number],
): ReadingValue | undefined {
  const { item } = useReview.getState();
  if (item === undefined || start >= end) return undefined;
  const { start: offset, words } = item.text;
  if (start < offset || end > offset + words.length) return undefined;
  const quote = words.slice(start - offset, end - offset);
  return { ...value, spans: [[start, end]], quote: [quote] };
}

const WORDS = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Moves an end of a value by a word, inside the paragraph. */
export function moveEnd(value: ReadingValue, end: 'start' | 'end', by: -1 | 1): ReadingValue {
  const { item } = useReview.getState();
  const first = value.spans[0];
  const last = value.spans.at(-1);
  if (item === undefined || first === undefined || last === undefined) return value;
  const { start: offset, words } = item.text;
  const places = [...WORDS.segment(words)]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ index, segment }) => offset + index + (end === 'start' ? 0 : segment.length));
  const now = end === 'start' ? first[0] : last[1];
  const next = by === 1 ? places.find((one) => one > now) : places.findLast((one) => one < now);
  if (next === undefined) return value;
  const moved: [number, number] = end === 'start' ? [next, last[1]] : [first[0], next];
  return withSpan(value, moved) ?? value;
}

/** Settles the item as it was changed: as a reading has it, put together, or written anew. */
export function settleEdited(): void {
  const { editing } = useReview.getState();
  if (editing === undefined) return;
  const result = resultFor(editing, readings());
  say({ editing: undefined });
  decide(result, [editing]);
}
