import type { Furniture, FurnitureKind } from '../../../core/model/article.ts';

/** A piece of a line that is of one sort. */
export interface LinePiece {
  readonly text: string;
  readonly furniture: boolean;
  /** Offset in the whole text, UTF-16 code units; names the piece. */
  readonly start: number;
}

/** One line of a text as the preview shows it. */
export interface PreviewLine {
  /** From 1. */
  readonly number: number;
  /** Offset of its first character, UTF-16 code units. */
  readonly start: number;
  /** Offset behind its last character, before the line break. */
  readonly end: number;
  /** The kind where the whole line is furniture, otherwise `undefined`. */
  readonly kind: FurnitureKind | undefined;
  readonly pieces: readonly LinePiece[];
  /** Set on the first line of a block of furniture: how many lines it has. */
  readonly blockLines: number;
  /** True where text follows furniture or the other way round. */
  readonly edge: boolean;
}

function pieces(
  text: string,
  start: number,
  end: number,
  inside: readonly Furniture[],
): LinePiece[] {
  const list: LinePiece[] = [];
  let at = start;
  const add = (until: number, furniture: boolean): void => {
    if (until > at) list.push({ text: text.slice(at, until), furniture, start: at });
    at = Math.max(at, until);
  };
  for (const one of inside) {
    add(Math.max(at, Math.min(one.start, end)), false);
    add(Math.min(one.end, end), true);
  }
  add(end, false);
  return list;
}

function isWhole(list: readonly LinePiece[]): boolean {
  return (
    list.some((piece) => piece.furniture && piece.text.trim() !== '') &&
    list.every((piece) => piece.furniture || piece.text.trim() === '')
  );
}

/** The lines of a text and which of them are furniture. */
export function linesOf(text: string, furniture: readonly Furniture[]): readonly PreviewLine[] {
  const sorted = furniture.toSorted((a, b) => a.start - b.start);
  const lines: PreviewLine[] = [];
  let start = 0;
  let first = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    while ((sorted[first]?.end ?? Number.POSITIVE_INFINITY) <= start) first += 1;
    const inside: Furniture[] = [];
    for (let i = first; i < sorted.length; i += 1) {
      const one = sorted[i];
      if (one === undefined || one.start >= end) break;
      inside.push(one);
    }
    const list = pieces(text, start, end, inside);
    const kind = isWhole(list) ? inside[0]?.kind : undefined;
    const edge = lines.length > 0 && lines.at(-1)?.kind !== kind;
    lines.push({ number: lines.length + 1, start, end, kind, pieces: list, blockLines: 0, edge });
    start = end + 1;
  }
  return withBlocks(lines);
}

/** True where a line goes on with the furniture above it; empty lines do not part a block. */
function withBlocks(lines: readonly PreviewLine[]): readonly PreviewLine[] {
  const counted = [...lines];
  let head = -1;
  for (const [index, line] of lines.entries()) {
    const before = head === -1 ? undefined : counted[head];
    if (line.kind === undefined) {
      if (line.end > line.start) head = -1;
    } else if (before !== undefined && before.kind === line.kind) {
      counted[head] = { ...before, blockLines: before.blockLines + 1 };
    } else {
      head = index;
      counted[index] = { ...line, blockLines: 1 };
    }
  }
  return counted;
}

/** The lines that belong together with this one: its block of furniture, or the line alone. */
export function blockAt(
  lines: readonly PreviewLine[],
  index: number,
): readonly [from: number, to: number] {
  const kind = lines[index]?.kind;
  if (kind === undefined) return [index, index];
  const belongs = (line: PreviewLine | undefined): boolean =>
    line !== undefined && (line.kind === kind || line.end === line.start);
  let from = index;
  let to = index;
  while (belongs(lines[from - 1])) from -= 1;
  while (belongs(lines[to + 1])) to += 1;
  while (lines[from]?.kind !== kind) from += 1;
  while (lines[to]?.kind !== kind) to -= 1;
  return [from, to];
}

/** Furniture without what lies between two offsets. */
export function withoutFurniture(
  furniture: readonly Furniture[],
  start: number,
  end: number,
): readonly Furniture[] {
  return furniture.flatMap((one) => {
    if (one.end <= start || one.start >= end) return [one];
    const before = one.start < start ? [{ ...one, end: start }] : [];
    const after = one.end > end ? [{ ...one, start: end }] : [];
    return [...before, ...after];
  });
}

/** Furniture with the stretch between two offsets marked by hand. */
export function withFurniture(
  furniture: readonly Furniture[],
  start: number,
  end: number,
): readonly Furniture[] {
  if (end <= start) return furniture;
  const rest = withoutFurniture(furniture, start, end);
  return [...rest, { start, end, kind: 'manual' as const }].toSorted((a, b) => a.start - b.start);
}
