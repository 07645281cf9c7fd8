import type { Furniture, FurnitureKind } from '../model/article.ts';
import { closingByline, openingByline } from './furniture-byline.ts';
import { captionIn } from './furniture-caption.ts';
import { copyrightTail, isCopyrightLine } from './furniture-copyright.ts';
import { markEdges } from './furniture-edges.ts';
import type { TextLine } from './furniture-line.ts';
import { splitLines } from './furniture-line.ts';
import { markupIn } from './furniture-markup.ts';
import { isMenuLine, menuKind } from './furniture-menu.ts';
import { matchAnywhere } from './furniture-patterns.ts';

/**
 * Of a longer text only the beginning and the end are read, half of this each, in UTF-16 units: no
 * clipping is that long, and a preview must not wait.
 */
const LONGEST_READ = 8_000_000;
/** The same in lines, for each of them is looked at by dozens of rules. */
const MOST_LINES = 20_000;

/** Where the beginning ends that is read, and where the end begins; both are beginnings of lines. */
function readParts(text: string): readonly [headEnd: number, tailStart: number] {
  let headEnd = 0;
  for (let line = 0; line < MOST_LINES / 2; line += 1) {
    const next = text.indexOf('\n', headEnd) + 1;
    if (next === 0 || next > LONGEST_READ / 2) break;
    headEnd = next;
  }
  let tailStart = text.length;
  for (let line = 0; line < MOST_LINES / 2 && tailStart > 0; line += 1) {
    const before = tailStart < 2 ? 0 : text.lastIndexOf('\n', tailStart - 2) + 1;
    if (before < text.length - LONGEST_READ / 2) break;
    tailStart = before;
  }
  return [headEnd, tailStart];
}

/**
 * Finds what is on the page but not of the article, line by line: menus, markup, captions, bylines,
 * copyright, comment forms, lists of other stories. Careful rather than complete: a sentence of the
 * article is never marked, and the headline is not furniture.
 *
 * @param known furniture found by other means (a page's structure); it is kept, and its lines count
 *   as debris for the rules that look at what stands around a line
 * @returns ascending, not overlapping, `[start, end)` in UTF-16 code units; neighbours of one kind
 *   with only blanks between them are one range
 */
export function findFurniture(text: string, known: readonly Furniture[] = []): Furniture[] {
  const [headEnd, tailStart] = readParts(text);
  if (headEnd >= tailStart) return findIn(text, known);
  const inHead = known.filter(({ end }) => end <= headEnd);
  const inTail = known.filter(({ start }) => start >= tailStart);
  const tail = findIn(text.slice(tailStart), moved(inTail, -tailStart));
  const head = findIn(text.slice(0, headEnd), inHead);
  return mergeFurniture(text, [...head, ...known, ...moved(tail, tailStart)]);
}

function moved(furniture: readonly Furniture[], by: number): Furniture[] {
  return furniture.map(({ start, end, kind }) => ({ start: start + by, end: end + by, kind }));
}

function findIn(text: string, known: readonly Furniture[]): Furniture[] {
  const lines = splitLines(text);
  const marks = lines.map((line) => markLine(line));
  adoptKnown(lines, marks, known);
  markEdges(lines, marks);
  const parts: Furniture[] = [...known];
  lines.forEach((line, index) => {
    const kind = marks[index] ?? null;
    if (kind === null) {
      parts.push(...partsOf(line));
    } else {
      parts.push({ start: line.start, end: line.end, kind });
    }
  });
  return mergeFurniture(text, parts);
}

/** What a line is by itself, wherever it stands. */
function markLine(line: TextLine): FurnitureKind | null {
  if (isCopyrightLine(line.text)) {
    return 'copyright';
  }
  const markup = markupIn(line.text, 0)[0];
  if (markup?.start === 0 && markup.end === line.text.length) {
    return markup.kind;
  }
  const kind = matchAnywhere(line.key) ?? (isMenuLine(line) ? menuKind(line) : null);
  if (kind !== null) {
    return kind;
  }
  const caption = captionIn(line.text);
  return caption?.[0] === 0 ? 'caption' : null;
}

/** Furniture inside a line of text: brackets, tags, credits and claims at its ends. */
function partsOf(line: TextLine): Furniture[] {
  const parts = markupIn(line.text, line.start);
  const opening = openingByline(line.text);
  if (opening > 0) {
    parts.push({ start: line.start, end: line.start + opening, kind: 'byline' });
  }
  const tails: [number, FurnitureKind][] = [
    [captionIn(line.text)?.[0] ?? -1, 'caption'],
    [copyrightTail(line.text), 'copyright'],
    [closingByline(line.text), 'byline'],
  ];
  for (const [at, kind] of tails) {
    if (at > 0) {
      parts.push({ start: line.start + at, end: line.end, kind });
    }
  }
  return parts;
}

function adoptKnown(
  lines: readonly TextLine[],
  marks: (FurnitureKind | null)[],
  known: readonly Furniture[],
): void {
  let at = 0;
  lines.forEach((line, index) => {
    while ((known[at]?.end ?? Number.POSITIVE_INFINITY) <= line.start) {
      at += 1;
    }
    const part = known[at];
    if (part !== undefined && part.start <= line.start && part.end >= line.end) {
      marks[index] = part.kind;
    }
  });
}

/**
 * Sorts furniture, cuts what overlaps (the earlier, longer part wins), drops what is empty, and
 * joins neighbours of one kind that only blanks divide.
 */
function mergeFurniture(text: string, parts: readonly Furniture[]): Furniture[] {
  const sorted = parts.toSorted((a, b) =>
    a.start === b.start ? b.end - a.end : a.start - b.start,
  );
  const merged: Furniture[] = [];
  for (const part of sorted) {
    const last = merged.at(-1);
    const start = Math.max(part.start, last?.end ?? 0);
    if (start >= part.end) {
      continue;
    }
    const joins =
      last !== undefined && last.kind === part.kind && text.slice(last.end, start).trim() === '';
    if (joins) {
      merged[merged.length - 1] = { start: last.start, end: part.end, kind: last.kind };
    } else {
      merged.push({ start, end: part.end, kind: part.kind });
    }
  }
  return merged;
}
