import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { declaredCharset } from './declared-charset.ts';
import { decodeBytes } from './decode.ts';
import { rootTagOf } from './xml-root.ts';

/** Files whose articles stand in fields, one or many. */
export type SeveralKind =
  | 'feed'
  | 'nitf'
  | 'newsml-g2'
  | 'json'
  | 'json-lines'
  | 'table'
  | 'parquet';

/** Names of fields that hold an article's text, most likely first. */
export const TEXT_NAMES: readonly string[] = [
  'text',
  'body',
  'content',
  'article',
  'fulltext',
  'full_text',
  'maintext',
  'body_text',
  'article_text',
  'articlebody',
  'story',
];

const TEXT_FIELD = new RegExp(`(?<!\\\\)"(?:${TEXT_NAMES.join('|')})"\\s*:\\s*"`, 'iu');

/** Fields that say that somebody annotated the text: then it is a dataset, and not read as a table. */
const ANNOTATED = /(?<!\\)"(?:annotations|spans|entities|completions|predictions)"\s*:\s*\[/u;

/**
 * True for JSON lines of articles without annotations.
 * @param sample the file's beginning; may be cut anywhere
 */
export function looksLikeArticleLines(sample: string): boolean {
  const head = sample.replace(/^\ufeff/u, '').trimStart();
  const native = /"format"\s*:\s*"verbale-jsonl"/u.test(head.slice(0, 400));
  return head.startsWith('{') && !native && TEXT_FIELD.test(head) && !ANNOTATED.test(head);
}

/** Extensions of such files, with their dot; JSON and XML are looked into before they are taken. */
export const SEVERAL_EXTENSIONS: readonly string[] = [
  '.xml',
  '.rss',
  '.atom',
  '.nitf',
  '.json',
  '.ndjson',
  '.csv',
  '.tsv',
  '.tab',
  '.psv',
  '.parquet',
];

const HEAD_BYTES = 65_536;
const TABLES = new Set(['.csv', '.tsv', '.tab', '.psv']);
const LINES = new Set(['.jsonl', '.ndjson']);

function xmlKind(head: string): SeveralKind | null {
  const root = rootTagOf(head);
  if (root === null) return null;
  if (root.local === 'nitf') return 'nitf';
  if (root.uri === 'http://iptc.org/std/nar/2006-10-01/') return 'newsml-g2';
  if (root.local === 'rss' || (root.local === 'feed' && root.uri.includes('Atom'))) return 'feed';
  return root.local === 'RDF' && /http:\/\/purl\.org\/rss\/1\.0\/|channel\/0\.9/u.test(head)
    ? 'feed'
    : null;
}

/** True for one object on a line, and another one on the next. */
function areLines(head: string): boolean {
  const [first = '', second] = head.trimStart().split('\n', 2);
  return /^\{.*\}\s*$/u.test(first) && second !== undefined && second.trimStart().startsWith('{');
}

/** What a file is, by its content; of tables and JSON, which have no sign of their own, by its name. */
export function sniffSeveral(path: string, bytes: Uint8Array): SeveralKind | null {
  if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PAR1') return 'parquet';
  const extension = extname(path).toLowerCase();
  const start = bytes.subarray(0, HEAD_BYTES);
  const head = decodeBytes(start, { declared: declaredCharset(start) }).text;
  if (head.trimStart().startsWith('<')) return xmlKind(head);
  if (TABLES.has(extension)) return 'table';
  if (LINES.has(extension)) return 'json-lines';
  return extension === '.json' ? (areLines(head) ? 'json-lines' : 'json') : null;
}

const OF_NEWS = /"(?:headlines?|body_\w{1,20}|bodies)"\s*:/iu;

/** True for a file in a folder that its beginning says to hold articles in fields. */
export async function holdsSeveral(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      const head = buffer.subarray(0, bytesRead);
      const kind = bytesRead === 0 ? null : sniffSeveral(file, head);
      if (kind !== 'json') return kind !== null;
      const text = head.toString('utf8');
      return OF_NEWS.test(text) || TEXT_FIELD.test(text);
    } finally {
      await handle.close();
    }
  } catch {
    // Whoever reads the whole file will say why it cannot be read.
    return false;
  }
}
