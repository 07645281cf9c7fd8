import { charsetName } from '../../ui/source-names.ts';

/** Charsets that news text is met in (names as in the WHATWG Encoding standard). */
const COMMON = [
  'UTF-8',
  'UTF-16LE',
  'UTF-16BE',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'ISO-8859-1',
  'ISO-8859-2',
  'ISO-8859-5',
  'ISO-8859-15',
  'KOI8-R',
  'KOI8-U',
  'GB18030',
  'Big5',
  'Shift_JIS',
  'EUC-JP',
  'ISO-2022-JP',
  'EUC-KR',
] as const;

/** What a person may choose; the one in force is always among it, as it was named. */
export function charsetOptions(current: string): readonly { value: string; name: string }[] {
  const isCurrent = (name: string): boolean => name.toLowerCase() === current.toLowerCase();
  const others = COMMON.map((name) => ({ value: isCurrent(name) ? current : name, name }));
  return COMMON.some(isCurrent)
    ? others
    : [{ value: current, name: charsetName(current) }, ...others];
}
