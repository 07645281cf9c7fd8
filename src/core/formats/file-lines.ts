/**
 * The lines of a file, cut at `\n` only: U+2028, U+0085 and a lone `\r` may stand inside a line of
 * JSON. One BOM at the start and a `\r` before `\n` are left out; no line after the last `\n`.
 */
export function* fileLines(content: string): Generator<string, void> {
  let start = content.startsWith('\ufeff') ? 1 : 0;
  while (start < content.length) {
    const newline = content.indexOf('\n', start);
    const end = newline === -1 ? content.length : newline;
    yield content.slice(start, content.charAt(end - 1) === '\r' && end > start ? end - 1 : end);
    start = end + 1;
  }
}
