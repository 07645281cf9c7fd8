import { type Attribute, type AttributeChoice, PLAIN_ATTRIBUTE } from '../model/attribute.ts';

/** A value as the default codebook lists it: id, name, and what it means where the name does not say. */
export type Value = readonly [id: string, name: string, definition?: string];

const KEYS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** The letters of a name that could be its key, the likeliest first: initials, then the rest. */
function likelyKeys(name: string): readonly string[] {
  const words = name.toLowerCase().match(/[a-z]+/gu) ?? [];
  return [...words.map((word) => word.charAt(0)), ...`${words.join('')}${KEYS}`.split('')];
}

/** Values as an attribute offers them, each with a key that no other has. */
export function choices(values: readonly Value[]): readonly AttributeChoice[] {
  const taken = new Set<string>();
  return values.map(([id, name, definition = '']) => {
    const key = likelyKeys(name).find((letter) => !taken.has(letter)) ?? '';
    taken.add(key);
    return { id, name, key, definition };
  });
}

/** An attribute without its position, which is where it stands in the list. */
export type Draft = Omit<Attribute, 'order'>;

/** An attribute of the default codebook; what is not said is as it is for most. */
export function attribute(
  id: string,
  name: string,
  type: Attribute['type'],
  said: Partial<Omit<Draft, 'id' | 'name' | 'type'>> = {},
): Draft {
  return {
    id,
    name,
    type,
    ...PLAIN_ATTRIBUTE,
    ...said,
  };
}
