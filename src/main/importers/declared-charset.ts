/** How far into a page its charset may be named, in bytes; browsers look at 1024. */
const HEAD_BYTES = 4096;

/** The charset that an HTML or XML source names for itself, as it is written there. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  if (!/^(?:\xef\xbb\xbf)?\s*</.test(head)) {
    return undefined;
  }
  const meta = /<meta\b[^>]{0,400}?charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head);
  const xml = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w:.-]{2,40})/i.exec(head);
  return meta?.[1] ?? xml?.[1];
}
