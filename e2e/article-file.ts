import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A short text whose sentences and words tests know. */
export const TEXT = `Ministers meet in Geneva

Moscow would answer any strike at once. Berlin kept silent on the matter. Kyiv asked for sanctions before an attack.

If troops cross the border, Washington will cut state banks off from the dollar within days. Paris called the plan a threat, and Rome shared that view.

The ministers will talk again on Friday, a diplomat said, once the paper has been read.
`;

/** Writes the text to a file; answers its path. */
export async function articleFile(folder: string, name = 'ministers.txt'): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, TEXT);
  return file;
}

/** Start and end of words in the text. */
export function spanOf(quote: string): [number, number] {
  const start = TEXT.indexOf(quote);
  return [start, start + quote.length];
}

/** Words that stand once each in the text below. */
export const UNIQUE_WORDS: readonly string[] = Array.from(
  { length: 60 },
  (_, index) =>
    `${['Amber', 'Birch', 'Cedar', 'Delta', 'Ember', 'Fjord'][index % 6] ?? ''}${String.fromCharCode(97 + Math.floor(index / 6)).repeat(3)}`,
);

/** Writes an article that consists of such words; answers its path. */
export async function wordsFile(folder: string): Promise<string> {
  const file = path.join(folder, 'words.txt');
  const lines = UNIQUE_WORDS.map(
    (word, index) => `${word} was said, in sentence ${String(index)} of it.`,
  );
  await writeFile(file, `Ministers say many words\n\n${lines.join(' ')}\n`);
  return file;
}
