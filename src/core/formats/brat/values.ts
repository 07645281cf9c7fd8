import type { Attribute } from '../../model/attribute.ts';
import type { Json } from '../../model/json.ts';

/** True for a value that may stand in an attribute line. */
function isBratValue(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]+$/.test(value);
}

/** What attribute lines may say: brat wants each attribute declared, as a flag or with its values. */
export interface BratValues {
  /** True where a line may say it, which it then may in all files; else a note has to. */
  readonly take: (attribute: string, value: Json) => boolean;
  /** Attributes in the order in which they came; without values where one is a flag. */
  readonly taken: () => Iterable<readonly [attribute: string, values: ReadonlySet<string>]>;
}

/** The flags and choices of a codebook, and those that come to them. */
export function bratValues(attributes: readonly Attribute[]): BratValues {
  const taken = new Map<string, Set<string>>();
  for (const { id, type, values } of attributes) {
    const offered = values.map((one) => one.id).filter(isBratValue);
    if (type === 'boolean') taken.set(id, new Set());
    if (type === 'choice' && offered.length > 0) taken.set(id, new Set(offered));
  }
  return {
    taken: () => taken,
    take: (attribute, value) => {
      const isFlag = value === true;
      if (!isFlag && !isBratValue(value)) return false;
      const values = taken.get(attribute);
      if (values === undefined) taken.set(attribute, new Set(isFlag ? [] : [value]));
      else if (isFlag !== (values.size === 0)) return false;
      else if (!isFlag) values.add(value);
      return true;
    },
  };
}
