import type { FurnitureKind } from '../model/article.ts';
import {
  markCaptionBlocks,
  markCommentThread,
  markLists,
  markRepeatedTitle,
} from './furniture-blocks.ts';
import type { Body, Marks } from './furniture-body.ts';
import { findBody, titleLine } from './furniture-body.ts';
import { isBylineLine, isCredits, stripMarks } from './furniture-byline.ts';
import type { TextLine } from './furniture-line.ts';
import { endsSentence } from './furniture-line.ts';
import { isEdgeMenu } from './furniture-menu.ts';
import { isOutletName } from './furniture-outlet.ts';
import { matchEdge } from './furniture-patterns.ts';
import { readDateLine } from './metadata-date.ts';

/** How far below the first sentence a byline may still stand (a standfirst comes before it). */
const HEADER_REACH = 3;

/**
 * Marks what is debris only above the first or below the last sentence of the article, and the lists
 * of other stories. Changes `marks` in place; a line that has a mark keeps it.
 */
export function markEdges(lines: readonly TextLine[], marks: Marks): void {
  const body = findBody(lines, marks);
  markHeader(lines, marks, body);
  markMenuWords(lines, marks, body);
  for (let index = body.last + 1; index < lines.length; index += 1) {
    marks[index] ??= footerKind(lines[index]);
  }
  markHeaderNames(lines, marks, body);
  markLists(lines, marks, body);
  markCaptionBlocks(lines, marks, body);
  markCommentThread(lines, marks);
  markRepeatedTitle(lines, marks, body);
}

/** Bylines and times near the top; other top debris strictly above the first sentence. */
function markHeader(lines: readonly TextLine[], marks: Marks, body: Body): void {
  const end = Math.min(lines.length, body.first + HEADER_REACH + 1);
  const chronicle = isChronicle(lines, body);
  for (const line of lines.slice(0, end)) {
    if (marks[line.index] === null && !isProseIn(line, marks)) {
      marks[line.index] = headerKind(line, line.index < body.first, chronicle);
    }
  }
}

function isProseIn(line: TextLine, marks: Marks): boolean {
  return line.prose && marks[line.index] === null;
}

function headerKind(line: TextLine, above: boolean, chronicle: boolean): FurnitureKind | null {
  if (isBylineLine(line.text) || isTimeLine(line, above && !chronicle)) {
    return 'byline';
  }
  return above && line.index > 0 ? matchEdge(line.key) : null;
}

/** A time, or a time with outlet, place and names: `24.01.2022 — Cornelis van Raalte, Brussels`. */
function isTimeLine(line: TextLine, bareAllowed: boolean): boolean {
  if (line.text.length > 140) {
    return false;
  }
  const bare = stripMarks(line.text);
  const dated = readDateLine(bare);
  if (dated.only) {
    return bareAllowed || dated.labelled;
  }
  return dated.date !== null && bareAllowed && isCredits(bare, 1);
}

/** Three bare dates on lines of their own are the subheads of a chronicle. */
function isChronicle(lines: readonly TextLine[], body: Body): boolean {
  const dates = lines.filter((line) => {
    if (line.index < body.first - 1 || line.text.length > 40) {
      return false;
    }
    const dated = readDateLine(line.text);
    return dated.only && !dated.labelled;
  });
  return dates.length >= 3;
}

/** Words of menus above and below the article. The first line of all may be a one-word headline. */
function markMenuWords(lines: readonly TextLine[], marks: Marks, body: Body): void {
  for (const line of lines) {
    const edge = line.index < body.first || line.index > body.last;
    if (
      edge &&
      marks[line.index] === null &&
      isEdgeMenu(line) &&
      !isOnlyHeadline(lines, marks, line, body)
    ) {
      marks[line.index] = 'navigation';
    }
  }
}

function isOnlyHeadline(
  lines: readonly TextLine[],
  marks: Marks,
  line: TextLine,
  body: Body,
): boolean {
  return (
    line.index < body.first &&
    !lines.slice(0, body.first).some((other) => other !== line && marks[other.index] === null)
  );
}

function footerKind(line: TextLine | undefined): FurnitureKind | null {
  if (line === undefined) {
    return null;
  }
  if (isBylineLine(line.text)) {
    return 'byline';
  }
  const dated = line.text.length <= 140 ? readDateLine(line.text) : null;
  return dated !== null && dated.only && dated.labelled ? 'byline' : matchEdge(line.key);
}

/** Outlets and names in a block of the head that holds a byline, a time or a menu. */
function markHeaderNames(lines: readonly TextLine[], marks: Marks, body: Body): void {
  const end = Math.min(lines.length, body.first + HEADER_REACH + 1);
  const title = titleLine(lines, marks, body.first);
  for (const line of lines.slice(0, end)) {
    if (marks[line.index] !== null || line.prose) {
      continue;
    }
    const neighbour = blockKind(lines, marks, line);
    if (neighbour === 'byline' && line !== title && isHeaderName(line)) {
      marks[line.index] = 'byline';
    } else if (neighbour !== null && isMasthead(lines, marks, line, body)) {
      marks[line.index] = neighbour === 'byline' ? 'byline' : 'navigation';
    }
  }
}

/** The kind of the marked lines that stand in one block (no blank line between) with a line. */
function blockKind(lines: readonly TextLine[], marks: Marks, line: TextLine): FurnitureKind | null {
  const after = lines[line.index + 1];
  const below = after !== undefined && !after.gapBefore ? marks[after.index] : null;
  const above = line.gapBefore ? null : marks[line.index - 1];
  const kind = below === 'byline' || below === 'navigation' ? below : above;
  return kind === 'byline' || kind === 'navigation' ? kind : null;
}

function isHeaderName(line: TextLine): boolean {
  const bare = stripMarks(line.text);
  return (
    isOutletName(bare) || (bare.length <= 60 && !endsSentence(bare) && isNamesWithOutlet(bare))
  );
}

function isNamesWithOutlet(text: string): boolean {
  const parts = text.split(/\s*[–—|·,-]\s+/u).filter((part) => part !== '');
  return isCredits(text, 2) || (parts.length > 1 && isOutletName(parts[0] ?? ''));
}

/** The paper's name above its menu, when the headline is still to come. */
function isMasthead(lines: readonly TextLine[], marks: Marks, line: TextLine, body: Body): boolean {
  const later = lines.slice(line.index + 1, body.first);
  return isOutletName(line.text) && later.some((other) => marks[other.index] === null);
}
