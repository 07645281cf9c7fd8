import { ok, type Result } from '../../core/result.ts';
import { bodyOf, readAnswer } from './http-answer.ts';
import type { ImportLimits } from './limits.ts';
import { parameterOf } from './mime.ts';
import type { WarcRecord } from './warc-records.ts';

/** What a record brings, when it may be an article. */
export interface Page {
  readonly kind: 'html' | 'text';
  readonly body: Buffer;
  /** As its server named it. */
  readonly charset: string | undefined;
}

const PAGES = new Map<string, Page['kind']>([
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['text/plain', 'text'],
]);
/** Kinds of records that bring something themselves (WARC 1.1 §6). */
const BRINGING = new Set(['response', 'resource', 'conversion']);

/**
 * The page of a record, or in words why it cannot be read; for one without a page, the kind of
 * record it is, to be counted.
 */
export function pageOf(record: WarcRecord, limits: ImportLimits): Result<Page, string> | string {
  const type = record.headers.get('warc-type') ?? 'unknown';
  if (!BRINGING.has(type)) return type.slice(0, 40);
  const url = record.headers.get('warc-target-uri') ?? '';
  if (/^<?https?:\/\/[^/]+\/robots\.txt>?$/iu.test(url)) return 'robots.txt';
  const answer = type === 'response' ? readAnswer(record.block) : undefined;
  if (answer === undefined) {
    return asPage(record.headers.get('content-type') ?? '', ok(record.block));
  }
  return answer.status < 200 || answer.status > 299
    ? `status ${answer.status}`
    : asPage(answer.headers.get('content-type') ?? '', bodyOf(answer, limits.fileBytes));
}

function asPage(said: string, body: Result<Buffer, string>): Result<Page, string> | string {
  const kind = said.trim() === '' ? looksLike(body) : PAGES.get(mediaType(said));
  if (kind === undefined) return mediaType(said);
  return body.ok ? ok({ kind, body: body.value, charset: parameterOf(said, 'charset') }) : body;
}

function mediaType(said: string): string {
  const type = said.replace(/;.*$/su, '').trim().toLowerCase();
  return type === '' ? 'unknown' : type.slice(0, 60);
}

function looksLike(body: Result<Buffer, string>): Page['kind'] | undefined {
  const start = body.ok ? body.value.toString('latin1', 0, 200) : '';
  return /^\s*<(?:!doctype html|html)\b/iu.test(start) ? 'html' : undefined;
}
