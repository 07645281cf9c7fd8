/** What import took out of a text: a byte order mark, and the CR of each CRLF. Nothing else goes. */
export interface OffsetMap {
  /** True when the source began with a byte order mark. */
  readonly bom: boolean;
  /**
   * Where a CR was taken out: before every LF, nowhere, or before the LFs at these offsets
   * (UTF-16 code units of the stored text, ascending).
   */
  readonly returns: 'none' | 'every' | readonly number[];
}

/** How the lines of a source ended. A text without line ends counts as `lf`. */
export type LineEndings = 'lf' | 'crlf' | 'cr' | 'mixed';

/** A text whose CRLF became LF, and what is needed to go back. */
export interface Unreturned {
  readonly text: string;
  readonly lineEndings: LineEndings;
  readonly returns: OffsetMap['returns'];
  /** How many CRs were taken out. */
  readonly removed: number;
}

interface Breaks {
  readonly positions: readonly number[];
  readonly lineFeeds: number;
  readonly loneReturns: number;
}

/** Turns CRLF into LF and remembers where. A CR that no LF follows stays: it is text. */
export function removeReturns(source: string): Unreturned {
  const breaks = countBreaks(source);
  const removed = breaks.positions.length;
  const every = removed === breaks.lineFeeds;
  return {
    text: removed === 0 ? source : source.replaceAll('\r\n', '\n'),
    lineEndings: nameLineEndings(breaks),
    returns: removed === 0 ? 'none' : every ? 'every' : breaks.positions,
    removed,
  };
}

function countBreaks(source: string): Breaks {
  const positions: number[] = [];
  let lineFeeds = 0;
  let loneReturns = 0;
  for (const match of source.matchAll(/\r\n?|\n/g)) {
    if (match[0] === '\r\n') {
      positions.push(match.index - positions.length);
    }
    if (match[0] === '\r') {
      loneReturns += 1;
    } else {
      lineFeeds += 1;
    }
  }
  return { positions, lineFeeds, loneReturns };
}

function nameLineEndings(breaks: Breaks): LineEndings {
  const crlf = breaks.positions.length;
  const lf = breaks.lineFeeds - crlf;
  const kinds = [crlf, lf, breaks.loneReturns].filter((count) => count > 0).length;
  if (kinds > 1) {
    return 'mixed';
  }
  if (crlf > 0) {
    return 'crlf';
  }
  return breaks.loneReturns > 0 ? 'cr' : 'lf';
}

/**
 * The offset in the decoded source, before anything was taken out, of an offset in the stored text
 * (both UTF-16 code units). An offset at a line's end maps to before the CR.
 */
export function toSourceOffset(stored: string, map: OffsetMap, offset: number): number {
  const before = map.bom ? 1 : 0;
  return offset + before + returnsBefore(stored, map.returns, offset);
}

function returnsBefore(stored: string, returns: OffsetMap['returns'], offset: number): number {
  if (returns === 'none') {
    return 0;
  }
  let count = 0;
  if (returns === 'every') {
    let at = stored.indexOf('\n');
    while (at !== -1 && at < offset) {
      count += 1;
      at = stored.indexOf('\n', at + 1);
    }
    return count;
  }
  for (const position of returns) {
    if (position >= offset) {
      break;
    }
    count += 1;
  }
  return count;
}
