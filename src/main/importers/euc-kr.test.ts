import { describe, expect, it } from 'vitest';
import { decodeBytes } from './decode.ts';
import { decodeEucKr } from './euc-kr.ts';

/** The syllable and the sign beside their bytes in the Encoding Standard's index EUC-KR. */
const FROM_THE_INDEX = [
  ['갂', 0x81, 0x41],
  ['갔', 0xb0, 0xac],
  ['똠', 0x8c, 0x63],
  ['뷁', 0x94, 0xee],
  ['펲', 0xbc, 0x84],
  ['햏', 0xc1, 0x64],
  ['힣', 0xc6, 0x52],
  ['€', 0xa2, 0xe6],
  ['가', 0xb0, 0xa1],
  ['힝', 0xc8, 0xfe],
  ['國', 0xcf, 0xd0],
] as const;

describe('euc-kr', () => {
  it.each(FROM_THE_INDEX)('reads %s', (character, ...bytes) => {
    expect(decodeEucKr(Uint8Array.from(bytes))).toBe(character);
  });

  it('reads every syllable of Hangul once', () => {
    const seen = new Set<string>();
    for (let place = 0x8141; place <= 0xc8fe; place += 1) {
      const text = decodeEucKr(Uint8Array.from([place >> 8, place & 0xff]));
      if (/^[가-힣]$/u.test(text)) seen.add(text);
    }
    expect(seen.size).toBe(11_172);
  });

  it('marks what means nothing, and goes on with the next character', () => {
    const bytes = Uint8Array.from([0x80, 0x41, 0xff, 0x8c, 0x20, 0xc9, 0xa1, 0xb0, 0xa1, 0xb0]);
    expect(decodeEucKr(bytes)).toBe('\ufffdA\ufffd\ufffd \ufffd가\ufffd');
  });

  it('is what a Korean page of Windows is read as, without a word about its charset', () => {
    const page = Uint8Array.from([0x8c, 0x63, 0xb9, 0xe6, 0xb0, 0xa2, 0xc7, 0xcf, 0x2e]);
    expect(decodeBytes(page, { declared: 'ks_c_5601-1987' })).toMatchObject({
      text: '똠방각하.',
      charset: 'euc-kr',
      unreadable: 0,
    });
  });
});
