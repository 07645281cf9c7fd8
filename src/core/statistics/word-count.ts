import type { Furniture } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import { linesIn } from '../text/lines.ts';
import { wordsIn } from '../text/words.ts';
import { bodyRanges, type Steps } from './body.ts';

const WORDS_A_STEP = 1024;

/**
 * Lines whose words can be told without the segmenter, which takes some twenty times as long:
 * Latin letters, digits, and signs that Unicode UAX #29 §4.1 gives no part in words, or the part
 * that {@link PLAIN_WORD} gives them. Colon, semicolon and low line depend on version and language.
 */
const PLAIN_LINE = /^[\t\r -9<-^`-~\u2018\u2019\u201c\u201d\u2013\u2014\u2026]*$/u;
/** Rules WB5 to WB12: quotes and full stops join letters, those and commas join digits. */
const PLAIN_WORD =
  /[A-Za-z0-9]+(?:(?<=[A-Za-z])['.\u2018\u2019](?=[A-Za-z])[A-Za-z0-9]+|(?<=[0-9])['.,\u2018\u2019](?=[0-9])[A-Za-z0-9]+)*/gu;

/** The words of a line; only their number matters. */
function wordsOfLine(text: string, [start, end]: Span): Iterable<unknown> {
  const line = text.slice(start, end);
  return PLAIN_LINE.test(line) ? line.matchAll(PLAIN_WORD) : wordsIn(text, start, end);
}

function* wordsOfBody(text: string, furniture: readonly Furniture[]): Generator<unknown, void> {
  for (const range of bodyRanges(text.length, furniture)) {
    for (const line of linesIn(text, ...range)) yield* wordsOfLine(text, line);
  }
}

/**
 * How many words an article has: word-like segments of `Intl.Segmenter` (Unicode UAX #29 §4) in
 * its text without furniture.
 */
export function* countWords(text: string, furniture: readonly Furniture[]): Steps<number> {
  let words = 0;
  for (const _word of wordsOfBody(text, furniture)) {
    words += 1;
    if (words % WORDS_A_STEP === 0) yield;
  }
  return words;
}
