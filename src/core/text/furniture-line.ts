/** A line of a text that is not blank, with what the rules ask of it. Offsets are UTF-16 units. */
export interface TextLine {
  /** Counts lines that are not blank. */
  readonly index: number;
  /** Offset of the first character that is not blank. */
  readonly start: number;
  /** Offset after the last character that is not blank. */
  readonly end: number;
  /** The line without blanks around it, verbatim. */
  readonly text: string;
  /** The line as rules compare it: marks at its ends dropped, blanks collapsed, lower case. */
  readonly key: string;
  /** Blank lines (at least one) stand before it, or it is the first. */
  readonly gapBefore: boolean;
  /** Reads as running text: a sentence or more. */
  readonly prose: boolean;
}

const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;
const SENTENCE_END = /[.!?。！？…؟।][\])}"'”’»」』）］\s]*$/u;
const SENTENCE_INSIDE = /[.!?。！？؟।]["'”’»」』）)]*\s+\S/u;
const LEADING_MARKS = /^[\s\p{Extended_Pictographic}\ufe0f#>*_•▶►▲△■◆●★☆→»›|–—-]+/u;
const TRAILING_MARKS = /[\s_→»›>|:：]+$/u;

/** Splits at LF and lone CR; drops blank lines. */
export function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let gapBefore = true;
  for (const match of text.matchAll(/[^\n\r]+|\r?\n|\r/g)) {
    const raw = match[0];
    const trimmed = raw.trim();
    if (trimmed === '') {
      gapBefore ||= isBlankLine(text, match.index, raw);
      continue;
    }
    const start = match.index + (raw.length - raw.trimStart().length);
    lines.push({
      index: lines.length,
      start,
      end: start + trimmed.length,
      text: trimmed,
      key: keyOf(trimmed),
      gapBefore,
      prose: isProse(trimmed),
    });
    gapBefore = false;
  }
  return lines;
}

/** True for a line end that follows another line end, with nothing but blanks between. */
function isBlankLine(text: string, at: number, raw: string): boolean {
  if (!/[\n\r]/.test(raw)) {
    return false;
  }
  let before = at - 1;
  while (before >= 0 && /[^\S\n\r]/u.test(text.charAt(before))) {
    before -= 1;
  }
  return before < 0 || /[\n\r]/.test(text.charAt(before));
}

/** What is compared with word lists. */
export function keyOf(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .replace(LEADING_MARKS, '')
    .replace(TRAILING_MARKS, '')
    .replaceAll('’', "'")
    .toLowerCase();
}

/** True when a line ends as a sentence ends. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}

/** True when more than one sentence stands in a line. */
export function hasInnerSentence(text: string): boolean {
  return SENTENCE_INSIDE.test(text);
}

/** Lengths are worth more in scripts that write a word in one or two characters. */
export function weightedLength(text: string): number {
  return CJK.test(text) ? text.length * 2.2 : text.length;
}

function isProse(text: string): boolean {
  const length = weightedLength(text);
  return length >= 170 || (length >= 60 && (endsSentence(text) || hasInnerSentence(text)));
}
