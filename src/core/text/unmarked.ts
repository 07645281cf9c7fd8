import type { Span } from '../model/span.ts';
import { lineAt } from './lines.ts';
import { sentencesIn } from './sentences.ts';

/** The stretches sorted and joined, so that one pass can follow them. */
function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) {
      result[result.length - 1] = [last[0], Math.max(last[1], end)];
    } else result.push([start, end]);
  }
  return result;
}

function firstFree(
  text: string,
  from: number,
  to: number,
  taken: readonly Span[],
): Span | undefined {
  let next = 0;
  for (const sentence of sentencesIn(text, lineAt(text, from)[0], to)) {
    if (sentence[0] < from) continue;
    while ((taken[next]?.[1] ?? text.length) <= sentence[0] && next < taken.length) next += 1;
    const other = taken[next];
    if (other === undefined || other[0] >= sentence[1]) return sentence;
  }
  return undefined;
}

/**
 * The next sentence that begins at or after an offset and shares no character with what is taken;
 * around the end of the text to its start. `undefined` where there is none.
 * @param taken annotations and furniture, `[start, end)` in UTF-16 code units, in any order
 */
export function nextUnmarked(text: string, taken: readonly Span[], from: number): Span | undefined {
  const over = merged(taken);
  return firstFree(text, from, text.length, over) ?? firstFree(text, 0, text.length, over);
}
