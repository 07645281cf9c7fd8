import { extname } from 'node:path';
import { rootTagOf } from './xml-root.ts';

/** What a file is, by its content first and its name second. */
export type FileKind =
  | { readonly kind: 'text' | 'markdown' | 'html' | 'mhtml' | 'jsonl' }
  | {
      readonly kind: 'binary' | 'unsupported';
      /** For people: `a PNG picture`. */
      readonly what: string;
    };

type Refused = 'binary' | 'unsupported';

interface Magic {
  readonly kind: Refused;
  readonly what: string;
  /** Bytes as Latin-1 characters. */
  readonly signature: string;
  readonly at?: number;
}

const MAGIC: readonly Magic[] = [
  { kind: 'unsupported', what: 'a PDF document', signature: '%PDF-' },
  { kind: 'unsupported', what: 'a Rich Text document', signature: '{\\rtf' },
  {
    kind: 'unsupported',
    what: 'an old Microsoft Office document',
    signature: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  },
  { kind: 'unsupported', what: 'text in UTF-32', signature: '\xff\xfe\0\0' },
  { kind: 'unsupported', what: 'text in UTF-32', signature: '\0\0\xfe\xff' },
  { kind: 'binary', what: 'a PNG picture', signature: '\x89PNG\r\n\x1a\n' },
  { kind: 'binary', what: 'a JPEG picture', signature: '\xff\xd8\xff' },
  { kind: 'binary', what: 'a GIF picture', signature: 'GIF87a' },
  { kind: 'binary', what: 'a GIF picture', signature: 'GIF89a' },
  { kind: 'binary', what: 'a WebP picture', signature: 'WEBP', at: 8 },
  { kind: 'binary', what: 'a sound file', signature: 'WAVE', at: 8 },
  { kind: 'binary', what: 'a TIFF picture', signature: 'II*\0' },
  { kind: 'binary', what: 'a TIFF picture', signature: 'MM\0*' },
  { kind: 'binary', what: 'an icon', signature: '\0\0\x01\0' },
  { kind: 'binary', what: 'a video', signature: 'ftyp', at: 4 },
  { kind: 'binary', what: 'a video', signature: '\x1aE\xdf\xa3' },
  { kind: 'binary', what: 'a sound file', signature: 'ID3' },
  { kind: 'binary', what: 'a sound file', signature: 'OggS' },
  { kind: 'binary', what: 'a sound file', signature: 'fLaC' },
  { kind: 'binary', what: 'a program', signature: '\x7fELF' },
  { kind: 'binary', what: 'a program', signature: '\xcf\xfa\xed\xfe' },
  { kind: 'binary', what: 'a WebAssembly program', signature: '\0asm' },
  { kind: 'binary', what: 'a compressed file (gzip)', signature: '\x1f\x8b' },
  { kind: 'binary', what: 'a compressed file (xz)', signature: '\xfd7zXZ\0' },
  { kind: 'binary', what: 'a compressed file (zstd)', signature: '\x28\xb5\x2f\xfd' },
  { kind: 'binary', what: 'a compressed file (bzip2)', signature: 'BZh' },
  { kind: 'binary', what: 'a 7-Zip archive', signature: "7z\xbc\xaf'\x1c" },
  { kind: 'binary', what: 'a RAR archive', signature: 'Rar!\x1a' },
  { kind: 'binary', what: 'a tar archive', signature: 'ustar', at: 257 },
  { kind: 'binary', what: 'an SQLite database', signature: 'SQLite format 3\0' },
  { kind: 'binary', what: 'a font', signature: 'wOF' },
  { kind: 'binary', what: 'a Parquet table', signature: 'PAR1' },
];

/** Refuses what is not text, by its first bytes. Null when it may be text. */
export function sniffBinary(bytes: Uint8Array): FileKind | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) {
    return sniffZip(head);
  }
  if (isProgram(head)) {
    return { kind: 'binary', what: 'a Windows program' };
  }
  const magic = MAGIC.find((known) => head.startsWith(known.signature, known.at ?? 0));
  return magic === undefined ? null : { kind: magic.kind, what: magic.what };
}

function isProgram(head: string): boolean {
  return head.startsWith('MZ') && head.includes('\0');
}

function sniffZip(head: string): FileKind {
  if (head.includes('word/') || head.includes('[Content_Types].xml')) {
    return { kind: 'unsupported', what: 'a Microsoft Office document' };
  }
  if (head.includes('mimetypeapplication/vnd.oasis')) {
    return { kind: 'unsupported', what: 'an OpenDocument file' };
  }
  if (head.includes('mimetypeapplication/epub')) {
    return { kind: 'unsupported', what: 'an EPUB book' };
  }
  return { kind: 'binary', what: 'a ZIP archive' };
}

/** True when decoded text holds what no text holds: NULs, or many control characters. */
export function looksBinary(text: string): boolean {
  const sample = text.slice(0, 262_144);
  if (sample.includes('\0')) {
    return true;
  }
  const odd = sample.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/gu)?.length ?? 0;
  return odd > sample.length / 10;
}

/** Tells the kinds of text apart: by what the text begins with, else by the file's extension. */
export function sniffText(name: string, text: string): FileKind {
  const head = text.slice(0, 4096).trimStart();
  if (isNativeLine(head)) {
    return { kind: 'jsonl' };
  }
  if (isMime(head)) {
    return { kind: 'mhtml' };
  }
  if (isPage(head)) {
    return { kind: 'html' };
  }
  const other = otherKind(name, head);
  if (other !== undefined) {
    return { kind: 'unsupported', what: other };
  }
  return { kind: kindOfExtension(name) };
}

/** What is text, but not an article: read as one it would come in with its machinery. */
function otherKind(name: string, head: string): string | undefined {
  if (/^From \S+ .*\d{4}\n[A-Za-z-]+:/.test(head)) {
    return 'a mailbox';
  }
  const extension = extname(name).toLowerCase();
  if (head.startsWith('<?xml') || (extension === '.xml' && head.startsWith('<'))) {
    const doctype = head.search(/<!DOCTYPE[^>]*\[/);
    if (doctype !== -1) {
      const lines = head.slice(0, doctype).split('\n');
      const place = `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
      return `XML whose DOCTYPE declares entities (${place}), which is not read from files of others`;
    }
    const root = rootTagOf(head);
    return root === null
      ? 'an XML file'
      : `an XML file of a kind without articles (“${root.name}”)`;
  }
  return isDatasetCard(head) ? 'the card of a dataset' : OF_MACHINES.get(extension);
}

const CONFIGURATION = 'a configuration file';
const PROGRAM = 'the source of a program';

/** What is text for machines, by the extension of its name. */
const OF_MACHINES: ReadonlyMap<string, string> = new Map([
  ...['.conf', '.cfg', '.ini', '.yaml', '.yml', '.toml', '.env', '.properties', '.lock'].map(
    (extension) => [extension, CONFIGURATION] as const,
  ),
  ...[
    '.js',
    '.mjs',
    '.ts',
    '.py',
    '.sh',
    '.r',
    '.java',
    '.c',
    '.h',
    '.cpp',
    '.go',
    '.rs',
    '.php',
    '.rb',
    '.sql',
    '.css',
  ].map((extension) => [extension, PROGRAM] as const),
  ['.xsd', 'a schema'],
  ['.dtd', 'a schema'],
  ['.svg', 'a picture'],
  ['.jsonld', 'JSON-LD without a text'],
]);

/** The front matter of a dataset's README on Hugging Face. */
function isDatasetCard(head: string): boolean {
  const matter = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/u.exec(head)?.[1] ?? '';
  return /^(?:dataset_info|task_categories|size_categories|annotations_creators|configs|pretty_name)\s*:/mu.test(
    matter,
  );
}

function isNativeLine(head: string): boolean {
  return head.startsWith('{') && /"format"\s*:\s*"verbale-jsonl"/.test(head.slice(0, 400));
}

function isMime(head: string): boolean {
  return (
    /^(?:[A-Za-z-]{2,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){1,60}/.test(head) &&
    /^MIME-Version:/im.test(head) &&
    /^Content-Type:\s*(?:multipart\/|text\/html)/im.test(head)
  );
}

function isPage(head: string): boolean {
  const start = head.replace(/^(?:<!--[\s\S]*?-->\s*|<\?xml[^>]*\?>\s*)+/, '');
  return /^<(?:!doctype\s+html|html|head|body)[\s>]/i.test(start);
}

function kindOfExtension(name: string): 'text' | 'markdown' | 'html' | 'mhtml' {
  switch (extname(name).toLowerCase()) {
    case '.html':
    case '.htm':
    case '.xhtml':
    case '.shtml':
      return 'html';
    case '.mhtml':
    case '.mht':
      return 'mhtml';
    case '.md':
    case '.markdown':
    case '.mdown':
      return 'markdown';
    default:
      return 'text';
  }
}
