/** One part of a MIME message. The first part of a list is the message itself. */
export interface MimePart {
  /** Names in lower case; folded lines are joined. */
  readonly headers: ReadonlyMap<string, string>;
  /** The part's bytes, with the transfer encoding taken off. */
  readonly body: () => Uint8Array;
}

const DEEPEST = 6;
const MOST_PARTS = 5000;

/**
 * Takes a MIME message apart, keeping the bytes of each part as they are: a page's charset is often
 * named only inside the page, so nobody may decode it earlier.
 */
export function parseMime(bytes: Uint8Array): MimePart[] {
  const parts: MimePart[] = [];
  collect(Buffer.from(bytes).toString('latin1'), 0, parts);
  return parts;
}

/** A parameter of a header, such as `charset` or `boundary`, without its quotes. */
export function parameterOf(header: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]{0,200})"|([^\\s;]{1,200}))`, 'i').exec(
    header,
  );
  return match?.[1] ?? match?.[2];
}

function collect(source: string, depth: number, parts: MimePart[]): void {
  const split = /\r?\n\r?\n/.exec(source);
  const end = split === null ? source.length : split.index;
  const headers = readHeaders(source.slice(0, end));
  const content = split === null ? '' : source.slice(end + split[0].length);
  parts.push({ headers, body: () => decodeBody(content, headers) });
  const type = headers.get('content-type') ?? '';
  const boundary = /^\s*multipart\//i.test(type) ? parameterOf(type, 'boundary') : undefined;
  if (boundary === undefined || boundary === '' || depth >= DEEPEST) {
    return;
  }
  for (const inner of splitAt(content, boundary)) {
    if (parts.length < MOST_PARTS) {
      collect(inner, depth + 1, parts);
    }
  }
}

function readHeaders(block: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of block.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== '' && !headers.has(name)) {
      headers.set(name, line.slice(colon + 1).trim());
    }
  }
  return headers;
}

/** The texts between the lines that are the boundary. A missing last boundary ends at the end. */
function splitAt(content: string, boundary: string): string[] {
  const parts: string[] = [];
  const mark = `--${boundary}`;
  let start = -1;
  let at = content.indexOf(mark);
  while (at !== -1) {
    const atLine = at === 0 || content[at - 1] === '\n';
    if (atLine && start !== -1) {
      parts.push(content.slice(start, at).replace(/\r?\n$/, ''));
    }
    if (atLine) {
      const lineEnd = content.indexOf('\n', at);
      start = lineEnd === -1 || content.startsWith('--', at + mark.length) ? -1 : lineEnd + 1;
    }
    at = content.indexOf(mark, at + mark.length);
  }
  if (start !== -1) {
    parts.push(content.slice(start));
  }
  return parts;
}

function decodeBody(content: string, headers: ReadonlyMap<string, string>): Uint8Array {
  switch ((headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(content.replaceAll(/[^A-Za-z0-9+/=]/g, ''), 'base64');
    case 'quoted-printable':
      return Buffer.from(unquotePrintable(content), 'latin1');
    default:
      return Buffer.from(content, 'latin1');
  }
}

function unquotePrintable(content: string): string {
  return content
    .replaceAll(/[ \t]+(?=\r?\n)/g, '')
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
}
