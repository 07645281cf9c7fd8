import { ok } from '../../core/result.ts';
import { declaredCharset } from './declared-charset.ts';
import type { Decoded } from './decode.ts';
import { decodeBytes } from './decode.ts';
import type { ImportResult } from './failure.ts';
import { refuse } from './failure.ts';
import type { MimePart } from './mime.ts';
import { parameterOf, parseMime } from './mime.ts';

/** The page inside a web archive. */
export interface MhtmlPage {
  readonly decoded: Decoded;
  readonly declared: string | undefined;
}

/**
 * Takes the page out of a web archive (MHTML): the part that `start` names, else the first HTML
 * part. Pictures and styles are left alone.
 *
 * @param charset a person's choice, which wins over what the archive says
 */
export function readMhtmlPage(
  path: string,
  bytes: Uint8Array,
  charset: string | undefined,
): ImportResult<MhtmlPage> {
  const parts = parseMime(bytes);
  const part = rootPage(parts);
  if (part === null) {
    return refuse(path, 'unsupported', 'It is a web archive or a mail without an HTML page in it.');
  }
  const body = part.body();
  const declared =
    parameterOf(part.headers.get('content-type') ?? '', 'charset') ?? declaredCharset(body);
  return ok({ decoded: decodeBytes(body, { override: charset, declared }), declared });
}

function rootPage(parts: readonly MimePart[]): MimePart | null {
  const start = parameterOf(parts[0]?.headers.get('content-type') ?? '', 'start');
  const pages = parts.filter((part) =>
    /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(part.headers.get('content-type') ?? ''),
  );
  const named = pages.find(
    (part) => start !== undefined && part.headers.get('content-id')?.trim() === start,
  );
  return named ?? pages[0] ?? null;
}
