import { describe, expect, it } from 'vitest';
import { type ImportItem, noImport } from '../state/import-batch.ts';
import { underWayWords } from './under-way.ts';

const READY = { key: '0', state: 'ready' } as ImportItem;

describe('what is said to be under way', () => {
  it.each([
    [{}, undefined],
    [{ phase: 'open', finished: false, total: 0 }, 'Looking for files'],
    [{ phase: 'open', finished: false, done: 38, total: 1430 }, 'Reading files, 38 of 1,430'],
    [{ phase: 'open', finished: true, done: 2, total: 2 }, undefined],
    [{ phase: 'applying', items: [READY] }, 'Adding 1 file'],
  ] as const)('%j: %s', (patch, words) => {
    expect(underWayWords({ ...noImport(), ...patch })).toBe(words);
  });
});
