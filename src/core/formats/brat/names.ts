/** brat takes nothing else as the name of a type. */
const NOT_A_NAME = /[^A-Za-z0-9_-]+/g;

/** Gives every name of a dataset one that brat takes, always the same and never one twice. */
export interface BratNames {
  /** @param kind names of different kinds may be equal and still get different types */
  readonly of: (kind: BratKind, name: string) => string;
  /** All that were given, in order. */
  readonly given: () => readonly GivenName[];
}

export type BratKind = 'label' | 'relation' | 'attribute';

/** A name and what it is called in brat's files. */
export interface GivenName {
  readonly kind: BratKind;
  readonly name: string;
  readonly type: string;
}

/** No name given yet. */
export function bratNames(): BratNames {
  const given = new Map<string, GivenName>();
  const taken = new Set<string>(['AnnotatorNotes', 'Reference']);
  return {
    of: (kind, name) => {
      const key = `${kind} ${name}`;
      const before = given.get(key);
      if (before !== undefined) return before.type;
      const plain = name.replaceAll(NOT_A_NAME, '_').replaceAll(/^_+|_+$/g, '');
      const wished = plain === '' ? kind : plain;
      let type = wished;
      for (let number = 2; taken.has(type); number += 1) type = `${wished}_${number}`;
      taken.add(type);
      given.set(key, { kind, name, type });
      return type;
    },
    given: () => [...given.values()],
  };
}

const MAP_LINE = '# called ';

/** Lines for `annotation.conf` that say which name a type stands for; comments to brat. */
export function nameComments(given: readonly GivenName[]): string {
  return given
    .filter(({ name, type }) => name !== type)
    .map(({ name, type }) => `${MAP_LINE}${type} ${JSON.stringify(name)}\n`)
    .join('');
}

/** What {@link nameComments} says in an `annotation.conf`. */
export function namesIn(conf: Iterable<string>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const line of conf) {
    const [, type, quoted] = /^# called ([A-Za-z0-9_-]+) (".*")$/.exec(line) ?? [];
    if (type === undefined || quoted === undefined) continue;
    try {
      names.set(type, String(JSON.parse(quoted)));
    } catch {
      // A comment of somebody else: their types keep their names.
    }
  }
  return names;
}
