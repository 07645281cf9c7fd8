import type { Furniture } from '../../../core/model/article.ts';
import { isBlank, trimBlank } from '../../../core/text/blanks.ts';

/** A line of the text, `[start, end)` without its line break, `[start, whole)` with it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly whole: number;
  readonly blank: boolean;
}

/** Neighbouring lines of furniture, folded and unfolded together. */
export interface FurnitureGroup {
  readonly start: number;
  readonly end: number;
  /** Lines that are not blank. */
  readonly lines: number;
  /** The stretches in it, each of its own kind. */
  readonly stretches: readonly Furniture[];
}

/** True when the stretches from index `first` on leave nothing of the line but blanks. */
function covers(text: string, line: Line, furniture: readonly Furniture[], first: number): boolean {
  const words = trimBlank(text, [line.start, line.end]);
  if (words === undefined) return false;
  let at = words[0];
  for (let i = first; at < words[1]; i += 1) {
    const stretch = furniture[i];
    if (stretch === undefined || stretch.start >= words[1]) break;
    if (stretch.start > at && !isBlank(text.slice(at, stretch.start))) return false;
    at = Math.max(at, stretch.end);
  }
  return at >= words[1] || isBlank(text.slice(at, words[1]));
}

function furnitureLines(
  text: string,
  lines: readonly Line[],
  furniture: readonly Furniture[],
): boolean[] {
  let first = 0;
  return lines.map((line) => {
    while ((furniture[first]?.end ?? Number.POSITIVE_INFINITY) <= line.start) first += 1;
    return covers(text, line, furniture, first);
  });
}

/** From one line to another, both counted. */
interface Run {
  readonly from: number;
  to: number;
}

/** Runs of furniture; blank lines between two of them belong to the run, others do not. */
function runsOf(lines: readonly Line[], isFurniture: readonly boolean[]): Run[] {
  const runs: Run[] = [];
  let open: Run | undefined;
  for (const [index, line] of lines.entries()) {
    if (isFurniture[index] === true) {
      if (open === undefined) runs.push((open = { from: index, to: index }));
      open.to = index;
    } else if (!line.blank) open = undefined;
  }
  return runs;
}

/**
 * Finds which lines are furniture as a whole. A stretch inside a line of the article is none of
 * these: it is dimmed where it stands and never folded.
 */
export function groupFurniture(
  text: string,
  lines: readonly Line[],
  furniture: readonly Furniture[],
): { groups: readonly FurnitureGroup[]; groupOf: readonly number[] } {
  const groupOf = lines.map(() => -1);
  if (furniture.length === 0) return { groups: [], groupOf };
  const isFurniture = furnitureLines(text, lines, furniture);
  const groups = runsOf(lines, isFurniture).map(({ from, to }, group): FurnitureGroup => {
    groupOf.fill(group, from, to + 1);
    const start = lines[from]?.start ?? 0;
    const end = lines[to]?.whole ?? start;
    return {
      start,
      end,
      lines: isFurniture.slice(from, to + 1).filter(Boolean).length,
      stretches: furniture.filter((one) => one.start < end && one.end > start),
    };
  });
  return { groups, groupOf };
}
