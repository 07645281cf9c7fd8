import { decodeEucKr } from './euc-kr.ts';

/**
 * What windows-1252 means by the bytes 80–9F. Some versions of Node decode it as ISO-8859-1 (their
 * `TextDecoder` gives U+0092 for a curly apostrophe), so it is decoded here.
 */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Decodes bytes; what cannot be decoded becomes U+FFFD. A byte order mark is kept.
 *
 * @param charset as `TextDecoder` names it
 */
export function decodeWith(charset: string, bytes: Uint8Array): string {
  if (charset === 'euc-kr') {
    return decodeEucKr(bytes);
  }
  return charset === 'windows-1252'
    ? decodeWindows1252(bytes)
    : new TextDecoder(charset, { ignoreBOM: true }).decode(bytes);
}

/** Decodes bytes, or gives null when a byte cannot be decoded. */
export function decodeStrictly(charset: string, bytes: Uint8Array): string | null {
  if (charset === 'windows-1252') {
    return decodeWindows1252(bytes);
  }
  if (charset === 'euc-kr') {
    // The charset has no sign for what cannot be read.
    const text = decodeEucKr(bytes);
    return text.includes('\ufffd') ? null : text;
  }
  try {
    return new TextDecoder(charset, { ignoreBOM: true, fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));
}
