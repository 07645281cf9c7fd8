import type { FilePiece } from '../../core/formats/format.ts';

/** UTF-16 code units of an example, and of each long text in it. */
const MOST = 1200;
const MOST_TEXT = 60;

/** A JSON line with its long texts and lists cut, so that its shape can be seen. */
function shortened(line: string): string {
  const cut = (_key: string, value: unknown): unknown => {
    if (typeof value === 'string' && value.length > MOST_TEXT) {
      return `${Array.from(value.slice(0, 2 * MOST_TEXT))
        .slice(0, MOST_TEXT)
        .join('')}…`;
    }
    return Array.isArray(value) ? value.slice(0, 1) : value;
  };
  try {
    return JSON.stringify(JSON.parse(line) as unknown, cut);
  } catch {
    // No line of JSON: it is shown as it is.
    return line;
  }
}

/** Takes the beginning of the first text file out of the pieces of a dataset. */
export function exampleKeeper(): {
  readonly add: (piece: FilePiece) => void;
  readonly example: () => string;
} {
  let path: string | undefined;
  let text = '';
  return {
    add(piece) {
      if (typeof piece.data !== 'string' || text.length > 100_000) return;
      path ??= piece.path;
      if (piece.path === path) text += piece.data;
    },
    example() {
      const [first = ''] = text.split('\n', 1);
      const shown = /^[[{]/.test(first) ? shortened(first) : text;
      return shown.length > MOST ? `${shown.slice(0, MOST)}…` : shown.trimEnd();
    },
  };
}
