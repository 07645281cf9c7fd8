import { actorsIn } from '../../../core/log/attribute-value.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { ActorReference, Attribute } from '../../../core/model/attribute.ts';
import type { Json } from '../../../core/model/json.ts';
import { quoteOf } from './words.ts';

/** An actor that a field offers. */
export interface OfferedActor {
  readonly name: string;
  /** Where it comes from, for the eye. */
  readonly hint: string;
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
    .map((one) => ({ name: quoteOf(one), hint: 'Marked', actor: { annotation: one.id } }));
  const names = new Set(marked.map(({ name }) => name));
  const ids = attributes.filter(({ type }) => type === 'actor').map(({ id }) => id);
  const used: OfferedActor[] = [];
  for (const one of annotations.flatMap((annotation) =>
    ids.flatMap((id) => actorsIn(annotation.attributes[id])),
  )) {
    if (!('text' in one) || names.has(one.text)) continue;
    names.add(one.text);
    used.push({ name: one.text, hint: 'Named before', actor: one });
  }
  return [...marked, ...used];
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
