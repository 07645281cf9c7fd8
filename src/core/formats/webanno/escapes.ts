/** Escapes of WebAnno TSV 3.3 (INCEpTION user guide, "WebAnno TSV 3.3 File format"). */
const LETTERS: Readonly<Record<string, string>> = {
  '\t': 't',
  '\n': 'n',
  '\r': 'r',
  '\f': 'f',
  '\b': 'b',
};
const SIGNS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(LETTERS).map(([sign, letter]) => [letter, sign]),
);

function lettered(sign: string): string {
  return `\\${LETTERS[sign] ?? sign}`;
}

/** Text of a sentence or token. */
export function escapeTsvText(text: string): string {
  return text.replaceAll(/[\\\t\n\r\f\u0008]/g, lettered);
}

/** Value of a feature. */
export function escapeTsvValue(text: string): string {
  return text.replaceAll(/[\\[\]|_;*\t\n\r\f\u0008]/g, lettered).replaceAll('->', '\\->');
}

/** What {@link escapeTsvText} or {@link escapeTsvValue} wrote. */
export function unescapeTsv(text: string): string {
  return text.replaceAll(/\\([^])/g, (_, sign: string) => SIGNS[sign] ?? sign);
}

/** Cuts a cell at a sign that no backslash stands before. */
export function splitTsv(cell: string, at: '|' | ';'): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let index = 0; index < cell.length; index += 1) {
    if (cell.charAt(index) === '\\') index += 1;
    else if (cell.charAt(index) === at) {
      parts.push(cell.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(cell.slice(start));
  return parts;
}
