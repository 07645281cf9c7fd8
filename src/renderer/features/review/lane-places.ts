import type { Span } from '../../../core/model/span.ts';

/** A stretch of one line of text that a reading covers, in CSS pixels from the paragraph's corner. */
export interface LanePiece {
  readonly left: number;
  readonly width: number;
  /** Middle of the line of text. */
  readonly middle: number;
  /** Height of the words. */
  readonly height: number;
}

function textNodeOf(paragraph: HTMLElement): Text | undefined {
  const node = paragraph.querySelector('[data-words]')?.firstChild;
  return node instanceof Text ? node : undefined;
}

/** Pieces that stand side by side on one line, as one. */
function joined(pieces: readonly LanePiece[]): readonly LanePiece[] {
  const lines = new Map<number, LanePiece>();
  for (const piece of pieces) {
    const key = Math.round(piece.middle);
    const known = lines.get(key);
    if (known === undefined) {
      lines.set(key, piece);
      continue;
    }
    const left = Math.min(known.left, piece.left);
    const right = Math.max(known.left + known.width, piece.left + piece.width);
    lines.set(key, { ...known, left, width: right - left });
  }
  return [...lines.values()];
}

/**
 * Where spans of a paragraph stand on the screen, line by line.
 * @param spans `[start, end)` in UTF-16 code units of the article
 * @param offset place of the paragraph's first character in the article
 */
export function piecesOf(
  paragraph: HTMLElement,
  spans: readonly Span[],
  offset: number,
): readonly LanePiece[] {
  const node = textNodeOf(paragraph);
  if (node === undefined) return [];
  const corner = paragraph.getBoundingClientRect();
  const pieces = spans.flatMap(([start, end]) => {
    const range = document.createRange();
    range.setStart(node, Math.max(0, start - offset));
    range.setEnd(node, Math.min(node.length, Math.max(0, end - offset)));
    return [...range.getClientRects()].map((rect) => ({
      left: rect.left - corner.left,
      width: rect.width,
      middle: rect.top + rect.height / 2 - corner.top,
      height: rect.height,
    }));
  });
  return joined(pieces.filter(({ width }) => width > 0));
}
