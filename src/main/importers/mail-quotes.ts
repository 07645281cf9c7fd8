import type { Furniture } from '../../core/model/article.ts';

/** Longest signature that a line of two dashes without its blank may begin, in lines. */
const SHORT_SIGNATURE = 12;
const LONGEST_ATTRIBUTION = 400;
/** How far above a quote its attribution may stand, in lines. */
const MOST_BLANK = 5;
/** The line that says whose words are quoted next, in the languages of common mail programs. */
const ATTRIBUTION =
  /^(?:on|am|le|el|il|em|op|den|dne|w dniu)\s.{4,200}:$|.{2,200}\b(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev|napisał|napsal):$|.{2,200}(?:написал\(?а?\)?|пишет|님이 작성|작성|写道|のメール|كتب):$/iu;
const REPLY_RULE =
  /^-{2,}\s?(?:original message|ursprüngliche nachricht|message d'origine|원본 메시지|исходное сообщение)\s?-{2,}$/iu;
const FORWARD_RULE =
  /^-{2,}\s?(?:forwarded message|weitergeleitete nachricht|message transféré|전달된 메시지)\s?-{2,}$|^begin forwarded message:$/iu;
const HEADER_LINE =
  /^[*>\s]{0,4}(?:from|sent|date|to|cc|subject|von|gesendet|an|betreff|de|envoyé|à|objet)\s?:\*?\s/iu;

interface Line {
  readonly text: string;
  readonly start: number;
  /** Without the line end. */
  readonly end: number;
}

function linesOf(text: string): Line[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    return { text: line, start, end: start + line.length };
  });
}

/**
 * What of a plain mail repeats other mails, or stands below every mail of its sender: quoted lines
 * with the line that names whom they quote, the mail that is answered, and the signature (RFC 3676
 * §4.3). A forwarded mail is what was sent, so only the head of it is furniture.
 *
 * @returns ascending, not overlapping, `[start, end)` in UTF-16 code units
 */
export function mailFurniture(text: string): Furniture[] {
  const lines = linesOf(text);
  const marked = new Set<number>();
  markQuotes(lines, marked);
  markSignature(lines, marked);
  markAnswered(lines, marked);
  const found: Furniture[] = [];
  lines.forEach(({ text: line, start, end }, index) => {
    if (marked.has(index) && line.trim() !== '') found.push({ start, end, kind: 'other' });
  });
  // A mail of nothing but quotes is about them.
  return lines.every((line, index) => marked.has(index) || line.text.trim() === '') ? [] : found;
}

function markQuotes(lines: readonly Line[], marked: Set<number>): void {
  lines.forEach(({ text }, index) => {
    if (!/^\s?>/u.test(text)) return;
    marked.add(index);
    const isFirst = !/^\s?>/u.test(lines[index - 1]?.text ?? '');
    if (isFirst) markAttribution(lines, index, marked);
  });
}

/** The line before a quote, or two where it is folded, blank lines between not counted. */
function markAttribution(lines: readonly Line[], quote: number, marked: Set<number>): void {
  const from = Math.max(0, quote - MOST_BLANK);
  const near = lines.slice(from, quote).findLastIndex(({ text }) => text.trim() !== '');
  if (near === -1) return;
  const last = from + near;
  const [before = '', own = ''] = [last - 1, last].map((index) => lines[index]?.text.trim());
  if (isAttribution(own)) marked.add(last);
  else if (own.endsWith(':') && before !== '' && isAttribution(`${before} ${own}`)) {
    marked.add(last).add(last - 1);
  }
}

function isAttribution(line: string): boolean {
  return line.length <= LONGEST_ATTRIBUTION && ATTRIBUTION.test(line);
}

function markSignature(lines: readonly Line[], marked: Set<number>): void {
  const at = lines.findIndex(
    ({ text }, index) =>
      text === '-- ' || (text === '--' && lines.length - index <= SHORT_SIGNATURE),
  );
  if (at === -1) return;
  for (let index = at; index < lines.length; index += 1) {
    if (index > at && marked.has(index)) return;
    marked.add(index);
  }
}

function markAnswered(lines: readonly Line[], marked: Set<number>): void {
  const at = lines.findIndex(
    ({ text }) => REPLY_RULE.test(text.trim()) || FORWARD_RULE.test(text.trim()),
  );
  if (at === -1) return;
  const own = lines
    .slice(0, at)
    .some((line, index) => line.text.trim() !== '' && !marked.has(index));
  const isReply = own && REPLY_RULE.test(lines[at]?.text.trim() ?? '');
  marked.add(at);
  for (let index = at + 1; index < lines.length; index += 1) {
    const line = lines[index]?.text ?? '';
    if (!isReply && line.trim() !== '' && !HEADER_LINE.test(line)) return;
    marked.add(index);
  }
}
