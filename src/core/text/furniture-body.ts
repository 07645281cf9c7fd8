import type { FurnitureKind } from '../model/article.ts';
import type { TextLine } from './furniture-line.ts';

/** What each line is, by index; null is text. Rules fill it in, one after the other. */
export type Marks = (FurnitureKind | null)[];

/** Where the article's sentences begin and end, as indexes of lines. */
export interface Body {
  readonly first: number;
  readonly last: number;
}

/** Finds the first and the last line of running text that has no mark. */
export function findBody(lines: readonly TextLine[], marks: Marks): Body {
  const isBody = (line: TextLine): boolean => line.prose && marks[line.index] === null;
  const first = lines.findIndex(isBody);
  return first === -1
    ? { first: lines.length, last: -1 }
    : { first, last: lines.findLastIndex(isBody) };
}

/** The first line that is not debris, if it comes before the first sentence. */
export function titleLine(
  lines: readonly TextLine[],
  marks: Marks,
  first: number,
): TextLine | undefined {
  return lines.slice(0, first).find((line) => marks[line.index] === null);
}
