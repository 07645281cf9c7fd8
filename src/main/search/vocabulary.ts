import { type Statements, textOf } from './rows.ts';

const BREAK = '\n';

/** All words of the index, in memory: which of them hold some letters, and how many begin so. */
export interface Vocabulary {
  /** Enters words; new ones go to the database as well. */
  readonly add: (words: Iterable<string>) => void;
  /** Words that hold these letters, or `undefined` where more than `most` do. */
  readonly holding: (letters: string, most: number) => string[] | undefined;
  /** True where more than `most` words begin so. */
  readonly beginsMoreThan: (letters: string, most: number) => boolean;
  /** Forgets everything. */
  readonly clear: () => void;
}

/** The vocabulary of an index. Words that no article has any more stay: they only cost a look. */
export function openVocabulary(sql: Statements): Vocabulary {
  let known: Set<string> | undefined;
  let joined = '';
  let joinedSize = -1;

  const words = (): Set<string> => {
    known ??= new Set(sql.all('SELECT word FROM vocabulary').map((row) => textOf(row, 'word')));
    return known;
  };
  const text = (): string => {
    const all = words();
    if (joinedSize !== all.size) {
      joined = `${BREAK}${[...all].join(BREAK)}${BREAK}`;
      joinedSize = all.size;
    }
    return joined;
  };

  return {
    add(more) {
      const all = words();
      const added = [...more].filter((word) => !all.has(word));
      if (added.length === 0) return;
      for (const word of added) all.add(word);
      sql.run('INSERT OR IGNORE INTO vocabulary (word) SELECT value FROM json_each(?)', [
        JSON.stringify(added),
      ]);
    },
    holding(letters, most) {
      const all = text();
      const found: string[] = [];
      for (let at = all.indexOf(letters); at !== -1; ) {
        const end = all.indexOf(BREAK, at);
        if (found.length === most) return undefined;
        found.push(all.slice(all.lastIndexOf(BREAK, at) + 1, end));
        at = all.indexOf(letters, end);
      }
      return found;
    },
    beginsMoreThan(letters, most) {
      const all = text();
      const wanted = `${BREAK}${letters}`;
      let count = 0;
      for (let at = all.indexOf(wanted); at !== -1; at = all.indexOf(wanted, at + 1)) {
        count += 1;
        if (count > most) return true;
      }
      return false;
    },
    clear() {
      known = new Set();
      joinedSize = -1;
    },
  };
}
