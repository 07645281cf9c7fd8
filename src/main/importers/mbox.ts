/** The line before each message (RFC 4155): `From `, whose it is, and when it came. */
const SEPARATOR = /^From \S.*\d{1,2}:\d{2}/u;
const LONGEST_LINE = 1000;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

function lineAt(bytes: Buffer, at: number): string {
  const end = bytes.indexOf(LINE_FEED, at);
  return bytes.toString('latin1', at, Math.min(end === -1 ? bytes.length : end, at + LONGEST_LINE));
}

/** True where a line begins a message: also without a time, when a head follows. */
function isSeparator(bytes: Buffer, at: number): boolean {
  const line = lineAt(bytes, at);
  if (SEPARATOR.test(line)) return true;
  return line.startsWith('From ') && /^[!-9;-~]{1,60}:/u.test(lineAt(bytes, nextLine(bytes, at)));
}

function nextLine(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(LINE_FEED, at);
  return end === -1 ? bytes.length : end + 1;
}

function isBlankBefore(bytes: Buffer, at: number): boolean {
  const before = bytes[at - 2] === RETURN ? at - 3 : at - 2;
  return before < 0 || bytes[before] === LINE_FEED;
}

function* startsOf(bytes: Buffer): Generator<number> {
  const first = bytes.indexOf('From ');
  if (first === -1) return;
  yield first;
  for (let at = bytes.indexOf('\nFrom ', first); at !== -1; at = bytes.indexOf('\nFrom ', at + 1)) {
    if (isBlankBefore(bytes, at + 1) && isSeparator(bytes, at + 1)) yield at + 1;
  }
}

/** `>From` was `From`, and `>>From` was `>From`: one sign was put before each (mboxrd). */
function unquoted(message: Buffer): Uint8Array {
  if (!message.includes('>From ')) return message;
  return Buffer.from(message.toString('latin1').replaceAll(/^>(>*From )/gmu, '$1'), 'latin1');
}

/** The messages of a mailbox, without the lines that divide them; what was quoted for it is not. */
export function* messagesOf(bytes: Uint8Array): Generator<Uint8Array> {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let from = -1;
  for (const start of startsOf(all)) {
    if (from !== -1) yield unquoted(all.subarray(nextLine(all, from), start));
    from = start;
  }
  if (from !== -1) yield unquoted(all.subarray(nextLine(all, from)));
}
