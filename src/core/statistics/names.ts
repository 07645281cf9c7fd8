import type { Attribute } from '../model/attribute.ts';

/** What attributes and their values are called. */
export interface AttributeNames {
  readonly attribute: (id: string) => string;
  readonly value: (attribute: string, value: string) => string;
}

/** A plain id as words, for what the codebook does not name: `source_stance` → `Source stance`. */
function spelled(id: string): string {
  if (!/^[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*$/u.test(id)) return id;
  const words = id.replaceAll(/[_-]/gu, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The names that a codebook gives; its attributes' ids and values spelled out where it has none. */
export function attributeNames(attributes: readonly Attribute[]): AttributeNames {
  const byId = new Map(attributes.map((one) => [one.id, one]));
  return {
    attribute: (id) => byId.get(id)?.name ?? spelled(id),
    value(id, value) {
      const attribute = byId.get(id);
      if (attribute?.type === 'boolean') return value === 'true' ? 'Yes' : 'No';
      const choice = attribute?.values.find((one) => one.id === value);
      if (choice !== undefined) return choice.name;
      return attribute === undefined ? spelled(value) : value;
    },
  };
}
