/** What Python's `str.split` splits at, and what `word|tag` is cut at. */
const NOT_A_WORD = /[\s\u0085\u001c-\u001f|]+/g;
/** Signs that would end a name in the table, or the column it stands in. */
const IN_TABLE = /[\s\u0085\u001c-\u001f|%=;]/g;
const HEAD = 'names:';

/** Names of labels as tags hold them: one word each, no two labels the same. */
export interface ConllTags {
  /** The word for a label; always the same. */
  readonly of: (name: string) => string;
  /**
   * For the line before a document, whose columns readers pass over: which words stand for which
   * other names; `-X-` where each word is its label's name.
   * @param names those in the document
   */
  readonly table: (names: Iterable<string>) => string;
}

function packed(name: string): string {
  return name.replaceAll(
    IN_TABLE,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function unpacked(name: string): string {
  return name.replaceAll(/%([0-9a-f]{4})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** No name given yet. */
export function conllTags(): ConllTags {
  const words = new Map<string, string>();
  const taken = new Set<string>();
  const of = (name: string): string => {
    const known = words.get(name);
    if (known !== undefined) return known;
    const plain = name.trim().replaceAll(NOT_A_WORD, '_');
    const wished = plain === '' ? '_' : plain;
    let word = wished;
    for (let number = 2; taken.has(word); number += 1) word = `${wished}_${number}`;
    taken.add(word);
    words.set(name, word);
    return word;
  };
  return {
    of,
    table: (names) => {
      const others = [...new Set(names)].sort().flatMap((name) => {
        const word = of(name);
        return word === name ? [] : [`${packed(word)}=${packed(name)}`];
      });
      return others.length === 0 ? '-X-' : `${HEAD}${others.join(';')}`;
    },
  };
}

/** What {@link ConllTags.table} wrote into a line; empty for a line of other tools. */
export function namesInTable(line: string): ReadonlyMap<string, string> {
  const column = line.split(/[ \t]+/).find((one) => one.startsWith(HEAD)) ?? HEAD;
  const pairs = column
    .slice(HEAD.length)
    .split(';')
    .map((pair) => pair.split('='));
  return new Map(
    pairs.flatMap(([word = '', name]): [string, string][] =>
      name === undefined ? [] : [[unpacked(word), unpacked(name)]],
    ),
  );
}
