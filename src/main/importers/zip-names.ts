import { type Entry, getFileNameLowLevel } from 'yauzl';
import { guessCharset } from './charset.ts';
import { decodeStrictly, decodeWith } from './text-decoder.ts';

/** The bit by which an archive says that a name is in UTF-8 (APPNOTE 6.3.10, appendix D). */
const UTF8_NAME = 0x800;

/** Charsets of systems that write names without saying so. All others are read as the format has it. */
const OF_SYSTEMS: ReadonlySet<string> = new Set([
  'ibm866',
  'windows-1251',
  'euc-kr',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
]);

/** Letters of another script in the midst of Latin ones: accents of the old Western charset. */
const IN_LATIN = /[a-z][^\p{ASCII}]|[^\p{ASCII}][a-z]/giu;

/** True where words of another script stand by themselves, as they do in names. */
function standAlone(names: string): boolean {
  const foreign = names.match(/[^\p{ASCII}]+/gu)?.length ?? 0;
  const mixed = names.match(IN_LATIN)?.length ?? 0;
  return foreign > 0 && mixed * 3 <= foreign;
}

/**
 * Syllables of Korean take a part of the codes in which Chinese has its signs: where five or more
 * all lie there, Chinese is the less likely (0.6 to the power of their number).
 */
const KOREAN = /^[\p{ASCII}\p{Script=Hangul}]+$/u;
const MANY_SYLLABLES = /(?:\p{Script=Hangul}\p{ASCII}*){5}/u;

function isKorean(names: Buffer): boolean {
  const text = decodeStrictly('euc-kr', names);
  return text !== null && KOREAN.test(text) && MANY_SYLLABLES.test(text);
}

/** The charset of names that do not say theirs; undefined for that of the format (code page 437). */
function charsetOf(names: readonly Buffer[]): string | undefined {
  const foreign = names.filter((name) => name.some((byte) => byte > 0x7f));
  if (foreign.length === 0) return undefined;
  if (foreign.every((name) => decodeStrictly('utf-8', name) !== null)) return 'utf-8';
  const all = Buffer.concat(foreign.flatMap((name) => [name, Buffer.from('\n')]));
  if (isKorean(all)) return 'euc-kr';
  const { charset } = guessCharset(all);
  return OF_SYSTEMS.has(charset) && standAlone(decodeWith(charset, all)) ? charset : undefined;
}

function saysCharset({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): boolean {
  if ((generalPurposeBitFlag & UTF8_NAME) !== 0) return true;
  // A name in Unicode beside the old one, which holds where it is of that one (Info-ZIP, 0x7075).
  const plain = getFileNameLowLevel(0, fileNameRaw, [], true);
  return getFileNameLowLevel(0, fileNameRaw, extraFields, true) !== plain;
}

/**
 * The names of an archive's entries, in their order. Those that do not say their charset are taken
 * together to find it: UTF-8, what Russian, Korean, Japanese and Chinese systems write, else code
 * page 437, as the format has it (APPNOTE 6.3.10, appendix D).
 */
export function namesOfEntries(entries: readonly Entry[]): readonly string[] {
  const unsaid = entries.filter((entry) => !saysCharset(entry));
  const charset = charsetOf(unsaid.map(({ fileNameRaw }) => fileNameRaw));
  const guessed = new Set(charset === undefined ? [] : unsaid);
  return entries.map((entry) => {
    const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
    return charset !== undefined && guessed.has(entry)
      ? decodeWith(charset, fileNameRaw)
      : getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
  });
}
