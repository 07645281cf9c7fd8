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
