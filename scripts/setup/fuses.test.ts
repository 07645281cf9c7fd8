import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { put, scratchFolder } from '../testing/scratch.ts';
import { restoreStockFuses } from './fuses.mjs';

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

describe('restoreStockFuses', () => {
  test('writes the eight fuses and nothing else', async () => {
    const binary = put(scratchFolder(), 'electron', `before${SENTINEL}\x01\x0810100011after`);
    await restoreStockFuses(binary);
    expect(readFileSync(binary, 'latin1')).toBe(`before${SENTINEL}\x01\x0810110001after`);
  });

  test.each([
    ['none', 'no fuses here'],
    ['two sets', `${SENTINEL}\x01\x0810100011 ${SENTINEL}\x01\x0810100011`],
    ['another version', `${SENTINEL}\x02\x0810100011`],
    ['more fuses', `${SENTINEL}\x01\x09101000110`],
  ])('leaves a binary with %s untouched and fails', async (_what, content) => {
    const binary = put(scratchFolder(), 'electron', content);
    await expect(restoreStockFuses(binary)).rejects.toThrow('fuses');
    expect(readFileSync(binary, 'latin1')).toBe(content);
  });
});
