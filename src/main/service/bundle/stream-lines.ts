import type { Op } from '../../../core/log/op.ts';
import { decodeLine, encodeLine, headerText, type LogHeader } from '../../store/log-line.ts';

/** An op of a log file with the exact text that its hash is of. */
export interface StreamOp {
  readonly op: Op;
  readonly text: string;
  readonly hash: string;
}

/** The lines of a log file, or of a stretch of one. */
export interface StreamLines {
  readonly header: LogHeader;
  /** Hash of the header's own text. */
  readonly headerHash: string;
  readonly ops: readonly StreamOp[];
}

const NEWLINE = 0x0a;
/** Bytes of a line around the text of its op: `{"c":"12345678","o":` and `}`. */
const BEFORE = 20;

function* linesOf(bytes: Buffer): Generator<Buffer> {
  let from = 0;
  while (from < bytes.length) {
    const end = bytes.indexOf(NEWLINE, from);
    yield end < 0 ? Buffer.alloc(0) : bytes.subarray(from, end);
    from = end < 0 ? bytes.length : end + 1;
  }
}

/** Reads a log file. @returns `undefined` where a line is damaged, or the first is no header */
export function readLines(file: Uint8Array): StreamLines | undefined {
  let header: LogHeader | undefined;
  let headerHash = '';
  const ops: StreamOp[] = [];
  for (const line of linesOf(Buffer.from(file.buffer, file.byteOffset, file.byteLength))) {
    const content = decodeLine(line);
    if (content.type === 'header' && header === undefined) {
      header = content.header;
      headerHash = content.hash;
    } else if (content.type === 'op' && header !== undefined) {
      const text = line.toString('utf8', BEFORE, line.length - 1);
      ops.push({ op: content.op, text, hash: content.hash });
    } else {
      return undefined;
    }
  }
  return header === undefined ? undefined : { header, headerHash, ops };
}

/** The log file of a stretch of a stream. @param base the op before it, and its hash */
export function writeLines(
  of: Pick<LogHeader, 'project' | 'replica' | 'channel' | 'base'>,
  ops: readonly StreamOp[],
): Uint8Array {
  return Buffer.concat([encodeLine(headerText(of)), ...ops.map(({ text }) => encodeLine(text))]);
}
