import type { Json, JsonObject } from '../../model/json.ts';
import { err, ok, type Result } from '../../result.ts';
import { each } from '../fields.ts';
import { knownFields } from '../known-fields.ts';
import type { Measuring } from '../measure.ts';
import { cohenKappaOf } from './cohen-kappa.ts';
import { readRatings } from './read-ratings.ts';

/** The tags that two analysts gave to each token. */
export type TagPairs = readonly (readonly [a: string, b: string])[];

const OUTSIDE = 'O';
/** Tags of the schemes IOB, IOB2, IOBES, BILOU and BMEWO. */
const CHUNK = /^[BIELSUMW]-(?<type>.+)$/su;

function tagAt(value: Json, name: string): Result<string, string> {
  return typeof value === 'string' ? ok(value) : err(`${name}: must be a tag, as a word`);
}

function readTags(input: JsonObject): Result<TagPairs, string> {
  const known = knownFields(input);
  if (!known.ok) return known;
  const a = each(input['A'], 'A', tagAt);
  if (!a.ok) return a;
  const b = each(input['B'], 'B', tagAt);
  if (!b.ok) return b;
  if (a.value.length !== b.value.length) return err('B: must have as many tags as A');
  return ok(a.value.map((tag, at) => [tag, b.value[at] ?? OUTSIDE] as const));
}

/** Tags without what says whether a chunk begins; as they are where they have no such sign. */
export function typesOf(pairs: TagPairs): TagPairs {
  const signed = pairs.flat().every((tag) => tag === OUTSIDE || CHUNK.test(tag));
  const type = (tag: string): string => CHUNK.exec(tag)?.groups?.['type'] ?? tag;
  return signed ? pairs.map(([a, b]) => [type(a), type(b)] as const) : pairs;
}

/** Tokens that at least one of the two marked. */
export function markedOf(pairs: TagPairs): TagPairs {
  return pairs.filter(([a, b]) => a !== OUTSIDE || b !== OUTSIDE);
}

/** Cohen’s κ over tokens, after `prepare` had a look at them. */
export function tokenKappa(
  prepare: (pairs: TagPairs) => TagPairs,
): (input: JsonObject) => Measuring {
  return (input) => {
    const tags = readTags(input);
    if (!tags.ok) return tags;
    const ratings = readRatings({ items: prepare(tags.value) });
    return ratings.ok ? cohenKappaOf(ratings.value) : ratings;
  };
}
