import { actorsIn } from '../../../core/log/attribute-value.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { ActorReference, Attribute } from '../../../core/model/attribute.ts';
import type { Json } from '../../../core/model/json.ts';
import { byLetters } from '../../../core/text/by-letters.ts';
import type { PlainKey } from '../../words/catalogue.ts';
import { quoteOf } from './words.ts';

/** An actor that a field offers. */
export interface OfferedActor {
  readonly name: string;
  /** Where it comes from, for the eye. */
  readonly hint: PlainKey;
  readonly actor: ActorReference;
}

/** Label id of annotations that mark actors. */
const ACTOR = 'actor';
/** Most lines that are offered at once. */
const MOST = 12;

function folded(words: string): string {
  return words.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();
}

/** True where the words, or one word in them, begin with what is typed. */
function fits(name: string, typed: string): boolean {
  const [words, wanted] = [folded(name), folded(typed.trim())];
  return words.startsWith(wanted) || words.includes(` ${wanted}`);
}

/**
 * The actors of the article: what is marked as one, and the names that attributes hold already.
 * @param attributes of the codebook; only `actor` ones are looked into
 */
export function knownActors(
  annotations: readonly Annotation[],
  attributes: readonly Attribute[],
): OfferedActor[] {
  const marked = annotations
    .filter(({ label }) => label === ACTOR)
    .map((one) => ({
      name: quoteOf(one),
      hint: 'marking.actorMarked' as const,
      actor: { annotation: one.id },
    }));
  const names = new Set(marked.map(({ name }) => name));
  const ids = attributes.filter(({ type }) => type === 'actor').map(({ id }) => id);
  const used: OfferedActor[] = [];
  for (const one of annotations.flatMap((annotation) =>
    ids.flatMap((id) => actorsIn(annotation.attributes[id])),
  )) {
    if (!('text' in one) || names.has(one.text)) continue;
    names.add(one.text);
    used.push({ name: one.text, hint: 'marking.actorNamed', actor: one });
  }
  return [...marked, ...used];
}

/** A name: words with capitals, one after another on a line. */
const NAME = /\p{Lu}[\p{L}\p{M}\p{Nd}’'-]*(?: \p{Lu}[\p{L}\p{M}\p{Nd}’'-]*)*/gu;
/** What a name takes with it where it is not one's own: “Orvana’s”. */
const POSSESSIVE = /[’']s?$/u;

/** The names in a stretch of text, to be offered as actors. */
export function namesIn(words: string): OfferedActor[] {
  const found = (words.match(NAME) ?? []).map((name) => name.replace(POSSESSIVE, ''));
  return [...new Set(found)]
    .filter((name) => name.length > 1)
    .map((name) => ({ name, hint: 'marking.actorHere', actor: { text: name } }));
}

/** Those that are known, and after them names that none of them is called. */
export function withNames(
  known: readonly OfferedActor[],
  names: readonly OfferedActor[],
): OfferedActor[] {
  const taken = new Set(known.map(({ name }) => folded(name)));
  return [...known, ...names.filter(({ name }) => !taken.has(folded(name)))];
}

/** No name that is found by letters is longer, in UTF-16 code units. */
const LONGEST = 60;

/**
 * The words of a stretch of text whose first and last word begin as is typed, `fa le` for “farmers’
 * league”; none for a single beginning, which is more likely a new name.
 */
export function wordsByLetters(words: string, typed: string): OfferedActor[] {
  if (!/\S\s+\S/u.test(typed)) return [];
  const [start, end] = byLetters(words, typed, 0) ?? [0, 0];
  const name = words.slice(start, end);
  if (name === '' || name.length > LONGEST) return [];
  return [{ name, hint: 'marking.actorHere', actor: { text: name } }];
}

/** What of the known actors is offered for typed letters, those not chosen yet. */
export function offeredActors(
  known: readonly OfferedActor[],
  typed: string,
  chosen: readonly ActorReference[],
): OfferedActor[] {
  const isChosen = ({ actor }: OfferedActor): boolean =>
    chosen.some((one) => JSON.stringify(one) === JSON.stringify(actor));
  return known.filter((one) => fits(one.name, typed) && !isChosen(one)).slice(0, MOST);
}

/** A value with one more actor; where it takes one only, that one. */
export function withActor(attribute: Attribute, value: Json, actor: ActorReference): Json {
  return [...(attribute.multiple ? actorsIn(value) : []), actor];
}

/** A value without one of its actors. */
export function withoutActor(value: Json, index: number): Json {
  return actorsIn(value).toSpliced(index, 1);
}
