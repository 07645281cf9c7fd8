import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Texts kept in memory: at most this many UTF-16 code units in all. */
const KEPT_CHARACTERS = 24_000_000;

/** Reads stored texts. The index is never trusted: what is shown comes from here. */
export interface Texts {
  /** The text, or `undefined` where it cannot be read or is not what was imported. */
  readonly read: (articleId: string, sha256: string) => string | undefined;
}

/** An article id that can only name a file in its own folder. */
const PLAIN_ID = /^[A-Za-z0-9][A-Za-z0-9._-]*$/u;

function readChecked(folder: string, articleId: string, sha256: string): string | undefined {
  if (!PLAIN_ID.test(articleId)) return undefined;
  try {
    const bytes = readFileSync(path.join(folder, `${articleId}.txt`));
    const same = createHash('sha256').update(bytes).digest('hex') === sha256;
    return same ? bytes.toString('utf8') : undefined;
  } catch {
    // Gone or unreadable: counted and told with the result, like a text that was changed.
    return undefined;
  }
}

/** Reads texts from a folder of `<article id>.txt`, each checked against its hash. */
export function openTexts(folder: string): Texts {
  const kept = new Map<string, string>();
  let characters = 0;
  return {
    read(articleId, sha256) {
      const known = kept.get(sha256);
      if (known !== undefined) return known;
      const text = readChecked(folder, articleId, sha256);
      if (text === undefined) return undefined;
      characters += text.length;
      kept.set(sha256, text);
      for (const [oldest, old] of kept) {
        if (characters <= KEPT_CHARACTERS || oldest === sha256) break;
        kept.delete(oldest);
        characters -= old.length;
      }
      return text;
    },
  };
}
