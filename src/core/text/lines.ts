import type { Span } from '../model/span.ts';

/**
 * The line (paragraph) around an offset, `[start, end)` in UTF-16 code units without its `\n`.
 * Only `\n` ends a line: a lone `\r` does not, and a `\r` before `\n` belongs to the line's end.
 * An offset on a `\n` belongs to the line that it ends. Offsets outside the text are taken as its
 * nearest end.
 */
export function lineAt(text: string, offset: number): Span {
  const at = Math.min(Math.max(offset, 0), text.length);
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  const newline = text.indexOf('\n', at);
  return [start, newline === -1 ? text.length : newline];
}

/**
 * As {@link lineAt}, but looks no further than `reach` code units to either side, so that its cost
 * does not grow with the line; a longer line is cut there.
 */
export function lineNear(text: string, offset: number, reach: number): Span {
  const at = Math.min(Math.max(offset, 0), text.length);
  const low = Math.max(0, at - reach);
  const newline = text.slice(at, at + reach).indexOf('\n');
  return [
    low + text.slice(low, at).lastIndexOf('\n') + 1,
    newline === -1 ? Math.min(text.length, at + reach) : at + newline,
  ];
}

/** All lines of `[from, to)` in order, as {@link lineAt} gives them, cut to the range. */
export function* linesIn(text: string, from: number, to: number): Generator<Span, void> {
  let start = from;
  while (start <= to) {
    const newline = text.indexOf('\n', start);
    if (newline === -1 || newline >= to) {
      yield [start, to];
      return;
    }
    yield [start, newline];
    start = newline + 1;
  }
}

/** True when the offset stands between the two halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}
