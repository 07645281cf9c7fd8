import type { Span } from '../model/span.ts';
import { trimBlank } from './blanks.ts';

/** What parts clauses: a comma, semicolon, colon, dash or bracket that a blank or quotation mark follows or precedes. */
const BREAK = /(?:[,;:،؛]["”’»)]?(?=\s))|(?:\s[–—-](?=\s))|[—(){}[\]]|[、，；：。]/gu;
/** Signs that belong to no clause when they stand at its edge. */
const EDGE = /^[\s"“”„«»‘(]+|[\s"“”„«»,;:،؛、，；：–—)]+$/u;

function withoutEdges(text: string, [start, end]: Span): Span | undefined {
  let piece = text.slice(start, end);
  let [from, to] = [start, end];
  for (let found = EDGE.exec(piece); found !== null; found = EDGE.exec(piece)) {
    if (found.index === 0) from += found[0].length;
    else to -= found[0].length;
    piece = text.slice(from, to);
  }
  return trimBlank(text, [from, to]);
}

/**
 * The clauses of a sentence in order, as far as signs tell them: without the signs that part them and
 * without quotation marks at their edges, `[start, end)` in UTF-16 code units. A comma inside a number
 * parts nothing.
 */
export function clausesIn(text: string, [start, end]: Span): readonly Span[] {
  const cuts = [...text.slice(start, end).matchAll(BREAK)].map(({ index, 0: sign }): Span => {
    return [start + index, start + index + sign.length];
  });
  const edges: readonly Span[] = [[start, start], ...cuts, [end, end]];
  return edges.slice(1).flatMap(([to], index) => {
    const clause = withoutEdges(text, [edges[index]?.[1] ?? start, to]);
    return clause === undefined ? [] : [clause];
  });
}
