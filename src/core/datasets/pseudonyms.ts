import type { Analyst } from '../model/analyst.ts';

/** People among whom the first numbers are drawn; doubled when there are more. */
const FIRST_DRAW = 8;

/**
 * A pseudonym for each analyst: `A` and a number. The number is drawn by SHA-256 of `key` and the
 * analyst's id, among those still free of 1–8, of 1–16 from the ninth analyst on, and so forth: it says
 * nothing about who it is or when they came, and who joins later changes nobody else's.
 * @param ids analyst ids in the order in which they joined
 * @param key the seed, and something that is not in the dataset
 * @param sha256 of a text in UTF-8, lower-case hex
 */
export function pseudonyms(
  ids: readonly string[],
  key: string,
  sha256: (text: string) => string,
): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  const free: number[] = [];
  let drawn = 0;
  for (const id of new Set(ids)) {
    if (free.length === 0) {
      const most = Math.max(FIRST_DRAW, drawn * 2);
      for (let number = drawn + 1; number <= most; number += 1) free.push(number);
      drawn = most;
    }
    const draw = Number.parseInt(sha256(`analyst\n${key}\n${id}`).slice(0, 12), 16) % free.length;
    given.set(id, `A${free.splice(draw, 1)[0]}`);
  }
  return given;
}

function asPattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

/**
 * Puts pseudonyms in the place of names and ids of analysts in what a program or a setting says, such
 * as the name of a project or of a file; upper and lower case are one. Not meant for texts that people
 * wrote: there, a name may be somebody else's.
 */
export function nameScrubber(
  analysts: readonly Analyst[],
  given: ReadonlyMap<string, string>,
): (text: string) => string {
  const called = new Map<string, string>();
  for (const { id, name } of analysts) {
    const pseudonym = given.get(id) ?? '';
    for (const one of [id, name, name.normalize('NFC'), name.normalize('NFD')]) {
      if (one.trim() !== '') called.set(one.trim().toLowerCase(), pseudonym);
    }
  }
  if (called.size === 0) return (text) => text;
  const names = [...called.keys()].toSorted((a, b) => b.length - a.length).map(asPattern);
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${names.join('|')})(?![\p{L}\p{N}\p{M}])`,
    'giu',
  );
  return (text) => text.replaceAll(pattern, (found) => called.get(found.toLowerCase()) ?? 'A');
}
