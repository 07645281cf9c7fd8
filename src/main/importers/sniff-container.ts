import { extname } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';

/** Files that are more than one text, and what reads them. */
export type ContainerKind = 'eml' | 'mbox' | 'warc' | 'docx' | 'pdf';

const HEAD_BYTES = 16_384;
const MBOX = /^From \S.*\r?\n(?:>?[!-9;-~]{1,60}:|\r?\n)/u;
const WARC = /^WARC\/\d\.\d+\r?\n/u;
/** Fields of a head that only mail has, of whatever program. */
const OF_MAIL = ['received', 'message-id', 'return-path', 'delivered-to', 'mime-version'];
const OF_LETTERS = ['to', 'subject', 'date'];
const PLAIN = new Set(['.txt', '.text', '.md', '.markdown', '.mdown']);

/** Tells by its beginning, and only then by its name, whether a file is a container. */
export function sniffContainer(path: string, bytes: Uint8Array): ContainerKind | null {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/u, '')
    .replace(/^(?:[ \t]*\r?\n)+/u, '');
  if (head.startsWith('%PDF-')) return 'pdf';
  if (isDocx(head, bytes, extname(path).toLowerCase())) return 'docx';
  if (WARC.test(head) || isPackedWarc(bytes)) return 'warc';
  if (MBOX.test(head) && /\d{4}/u.test(head.slice(0, head.indexOf('\n')))) return 'mbox';
  return isMail(head, extname(path).toLowerCase()) ? 'eml' : null;
}

/** The names in a zip stand at its end, the first of them at its beginning too. */
const ZIP_TAIL_BYTES = 131_072;
const OLD_OFFICE = '\u00d0\u00cf\u0011\u00e0';

function isDocx(head: string, bytes: Uint8Array, extension: string): boolean {
  const isNamed = ['.docx', '.docm', '.dotx'].includes(extension);
  if (head.startsWith(OLD_OFFICE)) return isNamed;
  if (!head.startsWith('PK\u0003\u0004')) return false;
  return isNamed || Buffer.from(bytes.subarray(-ZIP_TAIL_BYTES)).includes('word/document.xml');
}

/** A gzip file is told by the first bytes in it; the rest of it is not unpacked for that. */
function isPackedWarc(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return false;
  try {
    const start = gunzipSync(bytes.subarray(0, HEAD_BYTES), {
      finishFlush: constants.Z_SYNC_FLUSH,
    });
    return WARC.test(start.toString('latin1', 0, 20));
  } catch {
    // Whoever reads it says what it is.
    return false;
  }
}

/** Names in lower case → values, of the lines before the first blank one; null where it is no head. */
function fieldsOf(head: string): Map<string, string> | null {
  const block = /^[\s\S]*?(?=\r?\n\r?\n|$(?![\s\S]))/u.exec(head)?.[0] ?? '';
  const fields = new Map<string, string>();
  const lines = block.replaceAll(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u);
  for (const line of lines.slice(0, 200)) {
    const [, name, value = ''] = /^([!-9;-~]{1,76})[ \t]*:(.*)$/u.exec(line) ?? [];
    // The last line may have been cut.
    if (name === undefined)
      return line === lines.at(-1) && block.length === head.length ? fields : null;
    fields.set(name.toLowerCase(), value.trim());
  }
  return fields;
}

function isMail(head: string, extension: string): boolean {
  const fields = fieldsOf(head);
  if (fields === null || isSavedPage(fields, extension)) return false;
  const has = (name: string): boolean => fields.has(name);
  if (extension === '.eml') return has('from') || has('subject') || OF_MAIL.some(has);
  if (!has('from')) return false;
  return OF_MAIL.some(has) || (!PLAIN.has(extension) && OF_LETTERS.every(has));
}

/** A page that a browser saved (MHTML) is a MIME message too. */
function isSavedPage(fields: ReadonlyMap<string, string>, extension: string): boolean {
  const isRelated = /^multipart\/related/iu.test(fields.get('content-type') ?? '');
  return (
    fields.has('snapshot-content-location') ||
    /^"?<?saved by/iu.test(fields.get('from') ?? '') ||
    (isRelated && (extension === '.mht' || extension === '.mhtml' || !fields.has('to')))
  );
}
