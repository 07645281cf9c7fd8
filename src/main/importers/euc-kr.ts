/**
 * `euc-kr` as browsers read it (Encoding Standard, index EUC-KR): the 2350 syllables of KS X 1001 in
 * their places, and, as Windows writes them, the other 8822 of Hangul in the places that are left, in
 * the order of Unicode. `TextDecoder` of Node knows the 2350 alone and takes the first byte of the
 * others for a control character without a word; that of Electron knows all.
 */
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/** Signs that KS X 1001 got after Node's table was made. */
const LATE_SIGNS = [
  [0xa2e6, '€'],
  [0xa2e7, '®'],
] as const;
const UNREADABLE = '\ufffd';

/** The places of the added syllables, `lead << 8 | trail`, ascending. */
function* freePlaces(): Generator<number, void> {
  for (let lead = 0x81; lead <= 0xc6; lead += 1) {
    const end = lead <= 0xa0 ? 0xfe : 0xa0;
    for (let trail = 0x41; trail <= end; trail += 1) {
      const isSign = (trail > 0x5a && trail < 0x61) || (trail > 0x7a && trail < 0x81);
      if (!isSign) yield (lead << 8) | trail;
    }
  }
}

/** The syllables of KS X 1001: 25 rows of 94. */
function standardSyllables(): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let lead = 0xb0; lead <= 0xc8; lead += 1) {
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) bytes.push(lead, trail);
  }
  return new Set(new TextDecoder('euc-kr').decode(Uint8Array.from(bytes)));
}

let added: ReadonlyMap<number, string> | undefined;

/** What Node's table lacks, by place; made when it is first asked for. */
function addedCharacters(): ReadonlyMap<number, string> {
  if (added !== undefined) return added;
  const table = new Map<number, string>(LATE_SIGNS);
  const known = standardSyllables();
  const places = freePlaces();
  for (let code = FIRST_SYLLABLE; code <= LAST_SYLLABLE; code += 1) {
    const syllable = String.fromCharCode(code);
    if (known.has(syllable)) continue;
    const place = places.next();
    if (place.done !== true) table.set(place.value, syllable);
  }
  added = table;
  return table;
}

/** Bytes that any `TextDecoder` reads alike: ASCII, and pairs of the standard's rows. */
function endOfPlain(bytes: Uint8Array, start: number, table: ReadonlyMap<number, string>): number {
  let at = start;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const trail = bytes[at + 1] ?? 0;
    if (lead < 0x80) at += 1;
    else if (isStandardPair(lead, trail) && !table.has((lead << 8) | trail)) at += 2;
    else break;
  }
  return at;
}

/** Rows C9 and FE are for private use, and read as nothing. */
function isStandardPair(lead: number, trail: number): boolean {
  return lead >= 0xa1 && lead <= 0xfd && lead !== 0xc9 && trail >= 0xa1 && trail <= 0xfe;
}

/** Decodes `euc-kr`; each byte or pair that means nothing becomes U+FFFD. */
export function decodeEucKr(bytes: Uint8Array): string {
  const table = addedCharacters();
  const plain = new TextDecoder('euc-kr');
  const parts: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = endOfPlain(bytes, at, table);
    if (end > at) parts.push(plain.decode(bytes.subarray(at, end)));
    at = end;
    if (at >= bytes.length) break;
    const lead = bytes[at] ?? 0;
    const trail = bytes[at + 1] ?? 0;
    const character = table.get((lead << 8) | trail);
    parts.push(character ?? UNREADABLE);
    // An ASCII byte after a broken one stands for itself.
    const isPair = lead > 0x80 && lead < 0xff && trail >= 0x80;
    at += character !== undefined || isPair ? 2 : 1;
  }
  return parts.join('');
}
