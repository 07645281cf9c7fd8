import type { Anchor } from '../model/annotation.ts';
import type { Span } from '../model/span.ts';
import { err, ok, type Result } from '../result.ts';
import { describeAnchor } from './anchor.ts';

/** Where an anchor's words stand now. `moved` when that is not where it said. */
export interface Reanchored {
  readonly anchor: Anchor;
  readonly moved: boolean;
}

/** Why no place was chosen. `places` is how many fitted: 0 is lost, 2 and more are ambiguous. */
export interface ReanchorProblem {
  readonly kind: 'lost' | 'ambiguous';
  readonly places: number;
}

/** Words that occur more often than this are not told apart: the place is refused as ambiguous. */
const MOST_PLACES = 10_000;

function occurrences(text: string, words: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    found.push(at);
    if (found.length > MOST_PLACES) break;
  }
  return found;
}

/** True when every quote stands in the text at its span, moved by `shift` code units. */
function fits(text: string, anchor: Anchor, shift: number): boolean {
  return anchor.spans.every(([start], index) => {
    const words = anchor.quote[index] ?? '';
    return start + shift >= 0 && text.startsWith(words, start + shift);
  });
}

/** Length of what two strings have in common at their ends. */
function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) {
    length += 1;
  }
  return length;
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(length) === b.at(length)) length += 1;
  return length;
}

/** How much of the context stands around the spans, in code units. */
function contextScore(text: string, anchor: Anchor, spans: readonly Span[]): number {
  const start = spans[0]?.[0] ?? 0;
  const end = spans.at(-1)?.[1] ?? 0;
  return (
    commonEnd(text.slice(Math.max(0, start - anchor.prefix.length), start), anchor.prefix) +
    commonStart(text.slice(end, end + anchor.suffix.length), anchor.suffix)
  );
}

/** The spans at `shift`, as long as the quotes are. */
function spansAt(anchor: Anchor, shift: number): readonly Span[] {
  return anchor.spans.map(([start], index): Span => {
    const from = start + shift;
    return [from, from + (anchor.quote[index] ?? '').length];
  });
}

/** Every place where all quotes stand at the distances they had; `undefined` for far too many. */
function movedTogether(text: string, anchor: Anchor): readonly (readonly Span[])[] | undefined {
  const longest = anchor.quote.reduce(
    (best, words, index) => (words.length > (anchor.quote[best] ?? '').length ? index : best),
    0,
  );
  const words = anchor.quote[longest] ?? '';
  const from = anchor.spans[longest]?.[0] ?? 0;
  // A point has no words: it is found by what stood around it.
  const [wanted, offset] =
    words === '' ? [anchor.prefix + anchor.suffix, anchor.prefix.length] : [words, 0];
  if (wanted === '') return [];
  const found = occurrences(text, wanted);
  if (found.length > MOST_PLACES) return undefined;
  return found
    .map((at) => at + offset - from)
    .filter((shift) => fits(text, anchor, shift))
    .map((shift) => spansAt(anchor, shift));
}

/** The one place where each quote stands once and all in order, if that is so. */
function movedApart(text: string, anchor: Anchor): readonly (readonly Span[])[] {
  const spans: Span[] = [];
  for (const words of anchor.quote) {
    const [at, another] = words === '' ? [] : occurrences(text, words);
    if (at === undefined || another !== undefined) return [];
    if (at < (spans.at(-1)?.[1] ?? 0)) return [];
    spans.push([at, at + words.length]);
  }
  return [spans];
}

function chooseByContext(
  text: string,
  anchor: Anchor,
  places: readonly (readonly Span[])[],
): Result<readonly Span[], ReanchorProblem> {
  const [only] = places;
  if (only === undefined) return err({ kind: 'lost', places: 0 });
  if (places.length === 1) return ok(only);
  const scored = places
    .map((spans) => ({ spans, score: contextScore(text, anchor, spans) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  const enough = (anchor.prefix.length + anchor.suffix.length) / 2;
  const isClear = best !== undefined && best.score > (second?.score ?? 0) && best.score >= enough;
  return isClear ? ok(best.spans) : err({ kind: 'ambiguous', places: places.length });
}

/** True when the anchor is right as it stands. A point has no words, so its context must agree. */
function standsStill(anchor: Anchor, here: Anchor): boolean {
  if (!here.quote.every((words, index) => words === anchor.quote[index])) return false;
  const isPoint = here.quote.every((words) => words === '');
  if (!isPoint || anchor.prefix + anchor.suffix === '') return true;
  return here.prefix === anchor.prefix && here.suffix === anchor.suffix;
}

/**
 * Finds an anchor's words in a text: where it says they are; else the only place where they
 * stand; else the one place among several whose surroundings agree better than all others and at
 * least by half. Several quotes keep their distances, or, where no place allows that, must each
 * occur once and in order. Anything less clear is refused. A point without context stays put.
 */
export function reanchor(text: string, anchor: Anchor): Result<Reanchored, ReanchorProblem> {
  if (anchor.quote.length !== anchor.spans.length) return err({ kind: 'lost', places: 0 });
  const here = describeAnchor(text, anchor.spans);
  if (here.ok && standsStill(anchor, here.value)) {
    return ok({ anchor: here.value, moved: false });
  }
  const together = movedTogether(text, anchor);
  if (together === undefined) return err({ kind: 'ambiguous', places: MOST_PLACES });
  const places = together.length > 0 ? together : movedApart(text, anchor);
  const chosen = chooseByContext(text, anchor, places);
  if (!chosen.ok) return chosen;
  const anew = describeAnchor(text, chosen.value);
  return anew.ok ? ok({ anchor: anew.value, moved: true }) : err({ kind: 'lost', places: 0 });
}
