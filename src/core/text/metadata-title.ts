import type { Furniture } from '../model/article.ts';

const LONGEST_HEADLINE = 220;
const LONGEST_OPENING = 90;
const ENDS_AS_SENTENCE = /[.。।]["'”’»)]*$/u;
const FIRST_SENTENCE = /^.*?[.!?。！？؟।]["'”’»)]*(?=\s|$)/u;

/**
 * A title for a text that names none: its first line that is not furniture, when that looks like a
 * headline, else the beginning of its first sentence. Empty only when there is no text.
 */
export function titleOf(text: string, furniture: readonly Furniture[]): string {
  const line = clean(firstLine(text, furniture));
  if (line === '') {
    return '';
  }
  return line.length <= LONGEST_HEADLINE && !ENDS_AS_SENTENCE.test(line) ? line : opening(line);
}

function firstLine(text: string, furniture: readonly Furniture[]): string {
  let at = 0;
  for (const part of [...furniture, { start: text.length, end: text.length }]) {
    const found = /\S[^\n\r]*/u.exec(text.slice(at, part.start));
    if (found !== null && /[\p{L}\p{N}]/u.test(found[0])) {
      return found[0];
    }
    at = part.end;
  }
  return '';
}

/** Without marks of Markdown, and with single blanks. */
function clean(line: string): string {
  return line
    .replaceAll(/\s+/gu, ' ')
    .replace(/^#{1,6} /u, '')
    .replaceAll(/^(?:\*\*|__)(.+)(?:\*\*|__)$/gu, '$1')
    .trim();
}

function opening(line: string): string {
  const sentence = FIRST_SENTENCE.exec(line)?.[0] ?? line;
  if (sentence.length <= LONGEST_OPENING) {
    return sentence.replace(/[.。।]$/u, '');
  }
  const cut = sentence.slice(0, LONGEST_OPENING);
  const blank = cut.lastIndexOf(' ');
  const end = blank > LONGEST_OPENING / 2 ? blank : wholeCharacters(cut);
  return `${cut.slice(0, end).replace(/[\s,;:–—-]+$/u, '')}…`;
}

/** Does not cut a surrogate pair. */
function wholeCharacters(cut: string): number {
  return /[\ud800-\udbff]$/.test(cut) ? cut.length - 1 : cut.length;
}
