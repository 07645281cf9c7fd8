import type { FurnitureKind } from '../model/article.ts';
import type { Body, Marks } from './furniture-body.ts';
import { titleLine } from './furniture-body.ts';
import type { TextLine } from './furniture-line.ts';
import { LIST_HEADS } from './furniture-words.ts';
import { readDateLine } from './metadata-date.ts';

const LONGEST_LISTED = 160;
const MOST_LISTED = 15;
const LONGEST_CREDIT = 80;
const LABEL = /^(?:image|media) caption,?$/u;
const TAG_HEADS =
  /^(?:tags?|topics?|теги|метки|schlagwörter|themen|etiquetas|태그|키워드|タグ|الوسوم)$/u;
const THREAD =
  /^(?:reply|답글|antworten|répondre|responder|ответить)$|\bsays:?$|\bago$|분 전$|시간 전$/u;

/** In blocks of two lines: the caption above its credit, or below the words `Image caption`. */
export function markCaptionBlocks(lines: readonly TextLine[], marks: Marks, body: Body): void {
  const title = titleLine(lines, marks, body.first);
  for (const line of lines) {
    const above = lines[line.index - 1];
    if (above === undefined || line.gapBefore) {
      continue;
    }
    const caption = captionOfPair(above, line, marks);
    const alone = above.gapBefore || marks[above.index - 1] === 'caption';
    const closed = lines[line.index + 1]?.gapBefore ?? true;
    if (caption !== null && caption !== title && alone && closed && isCaptionText(caption)) {
      marks[caption.index] = 'caption';
    }
  }
}

/** The line of a pair that the other, a credit or a label and no more, says is a caption. */
function captionOfPair(above: TextLine, line: TextLine, marks: Marks): TextLine | null {
  const over = marks[above.index] ?? null;
  const under = marks[line.index] ?? null;
  if (over === null && under === 'caption') {
    return line.text.length <= LONGEST_CREDIT ? above : null;
  }
  return over === 'caption' && under === null && LABEL.test(above.key) ? line : null;
}

/** A few words at least, and nobody's speech. */
function isCaptionText(line: TextLine): boolean {
  return !line.prose && line.text.split(/\s+/u).length >= 3 && !/[“”"«»„]/u.test(line.text);
}

/**
 * What readers wrote: everything after a heading such as `3 Comments` when the lines below it look
 * like a thread. Only when most of the text stands above, so that no article is taken for one.
 */
export function markCommentThread(lines: readonly TextLine[], marks: Marks): void {
  const heading = lines.findIndex(
    (line) => marks[line.index] === 'comments' && isThread(lines.slice(line.index + 1)),
  );
  const length = (part: readonly TextLine[]): number =>
    part.reduce((sum, line) => sum + (line.prose ? line.text.length : 0), 0);
  if (heading === -1 || length(lines.slice(0, heading)) * 2 <= length(lines)) {
    return;
  }
  for (const line of lines.slice(heading + 1)) {
    marks[line.index] ??= 'comments';
  }
}

/** Two signs of a thread or more: a name that `says:`, how long `ago`, a time, a `Reply`. */
function isThread(below: readonly TextLine[]): boolean {
  const signs = below
    .slice(0, 6)
    .filter((line) => line.text.length <= 50 && (THREAD.test(line.key) || isTime(line.text)));
  return signs.length >= 2;
}

function isTime(text: string): boolean {
  const dated = readDateLine(text);
  return dated.only && dated.labelled;
}

/**
 * What follows `Related stories`: headlines, that is lines that do not end as sentences end. What
 * follows `Tags:` below the article is tags.
 */
export function markLists(lines: readonly TextLine[], marks: Marks, body: Body): void {
  const spaced = lines.filter((line) => line.gapBefore).length * 2 > lines.length;
  let kind: FurnitureKind | null = null;
  let left = 0;
  for (const line of lines) {
    const below = line.index > body.last;
    const listed = listKind(line, marks[line.index] ?? null, below);
    if (listed !== null && (below || spaced)) {
      kind = listed;
      left = MOST_LISTED;
    } else if (left > 0 && isListed(line, marks, below)) {
      marks[line.index] = kind;
      left -= 1;
    } else if (kind === null || marks[line.index] !== kind) {
      left = 0;
    }
  }
}

/** What the lines below a heading are, or null when it heads no list. */
function listKind(
  line: TextLine,
  mark: FurnitureKind | null,
  below: boolean,
): FurnitureKind | null {
  if (mark === 'related' && (LIST_HEADS.has(line.key) || /^more (?:from|on|in) /u.test(line.key))) {
    return 'related';
  }
  return below && mark === 'navigation' && TAG_HEADS.test(line.key) ? 'navigation' : null;
}

function isListed(line: TextLine, marks: Marks, below: boolean): boolean {
  return (
    marks[line.index] === null &&
    (below || !line.gapBefore) &&
    line.text.length <= LONGEST_LISTED &&
    !/[.!。।]["'”’»)]*$/u.test(line.text)
  );
}

/** The headline once more, in the block of debris at the end. */
export function markRepeatedTitle(lines: readonly TextLine[], marks: Marks, body: Body): void {
  const title = titleLine(lines, marks, body.first);
  if (title === undefined) {
    return;
  }
  for (const line of lines.slice(body.last + 1)) {
    const beside = (marks[line.index - 1] ?? marks[line.index + 1] ?? null) !== null;
    if (line !== title && marks[line.index] === null && line.key === title.key && beside) {
      marks[line.index] = 'other';
    }
  }
}
