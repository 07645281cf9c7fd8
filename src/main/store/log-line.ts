import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Channel, Op } from '../../core/log/op.ts';
import { isOp } from '../../core/log/schema.ts';

/** A log line is `{"c":"<CRC-32 of the text of o, 8 hex digits>","o":<op or header>}` and `\n`. */
const BEFORE_SUM = '{"c":"';
const AFTER_SUM = '","o":';
const SUM_DIGITS = 8;
const TEXT_START = BEFORE_SUM.length + SUM_DIGITS + AFTER_SUM.length;
const HASH_LENGTH = 22;

/** The version of the log's own form. */
export const LOG_VERSION = 1;

/** The first line of a log file. */
export interface LogHeader {
  readonly format: 'verbale-log';
  readonly version: number;
  /** Project id. */
  readonly project: string;
  readonly replica: string;
  readonly channel: Channel;
  /** What the file goes on from: the last op before it and its hash; 0 and empty for a whole log. */
  readonly base: { readonly s: number; readonly h: string };
}

/** What a line holds. */
export type LineContent =
  | { readonly type: 'op'; readonly op: Op; readonly hash: string }
  | { readonly type: 'header'; readonly header: LogHeader; readonly hash: string }
  | { readonly type: 'bad' };

function sumOf(text: Uint8Array): string {
  return crc32(text).toString(16).padStart(SUM_DIGITS, '0');
}

/** The first 22 characters of the base64url SHA-256 of a line's op (or header) text. */
export function hashOf(text: Uint8Array | string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, HASH_LENGTH);
}

/** A line for an op or header. @param text its exact JSON text */
export function encodeLine(text: string): Uint8Array {
  const bytes = Buffer.from(text);
  return Buffer.concat([
    Buffer.from(`${BEFORE_SUM}${sumOf(bytes)}${AFTER_SUM}`),
    bytes,
    Buffer.from('}\n'),
  ]);
}

/** The text of a header. */
export function headerText(header: Omit<LogHeader, 'format' | 'version'>): string {
  const { project, replica, channel, base } = header;
  return JSON.stringify({
    format: 'verbale-log',
    version: LOG_VERSION,
    project,
    replica,
    channel,
    base,
  });
}

function isHeader(value: unknown): value is LogHeader {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === 'verbale-log' &&
    'version' in value &&
    typeof value.version === 'number'
  );
}

/** The op text within a line, or `undefined` where the form or the sum is wrong. */
function checkedText(line: Buffer): Buffer | undefined {
  const last = line.length - 1;
  if (last < TEXT_START || line[last] !== 0x7d) return undefined;
  const text = line.subarray(TEXT_START, last);
  const start = `${BEFORE_SUM}${sumOf(text)}${AFTER_SUM}`;
  return line.toString('latin1', 0, TEXT_START) === start ? text : undefined;
}

/** Reads a line. @param line without its newline */
export function decodeLine(line: Buffer): LineContent {
  const text = checkedText(line);
  if (text === undefined) return { type: 'bad' };
  let value: unknown;
  try {
    value = JSON.parse(text.toString('utf8'));
  } catch {
    return { type: 'bad' };
  }
  if (isHeader(value)) return { type: 'header', header: value, hash: hashOf(text) };
  return isOp(value) ? { type: 'op', op: value, hash: hashOf(text) } : { type: 'bad' };
}
