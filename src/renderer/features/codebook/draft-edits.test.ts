import { describe, expect, test } from 'vitest';
import { DEFAULT_CODEBOOK } from '../../../core/codebook/default-codebook.ts';
import { addEntry, idFrom, moveEntry, removeEntry } from './draft-edits.ts';

describe('draft edits', () => {
  test('moving swaps positions and leaves the others alone', () => {
    const next = moveEntry(DEFAULT_CODEBOOK, 'labels', 'threat', -1);
    expect(next.labels.map(({ id, order }) => [id, order])).toEqual([
      ['threat', 1],
      ['claim', 2],
      ['sanctions-proposal', 3],
      ['actor', 4],
    ]);
    expect(moveEntry(next, 'labels', 'threat', -1)).toBe(next);
  });

  test('removing a label never makes what was its alone everybody’s', () => {
    const own = DEFAULT_CODEBOOK.attributes.filter(
      ({ labels }) => labels.length === 1 && labels[0] === 'threat',
    );
    expect(own.length).toBeGreaterThan(0);
    const next = removeEntry(DEFAULT_CODEBOOK, 'labels', 'threat');
    for (const { id } of own)
      expect(next.attributes.find((one) => one.id === id)?.enabled).toBe(false);
    expect(JSON.stringify([next.rules, next.relationTypes])).not.toContain('"threat"');
    const rulesOfAll = (rules: typeof next.rules): number =>
      rules.filter(({ labels }) => labels.length === 0).length;
    expect(rulesOfAll(next.rules)).toBe(rulesOfAll(DEFAULT_CODEBOOK.rules));
  });

  test('a new label looks like no other, and ids are plain and free', () => {
    const { content, id } = addEntry(DEFAULT_CODEBOOK, 'labels', 'Contrat élu');
    const added = content.labels.find((one) => one.id === id);
    expect(id).toBe('contrat-elu');
    expect(added).toMatchObject({ letter: 'O', shortcut: '5', order: 5 });
    expect(['blue', 'red', 'ochre', 'grey']).not.toContain(added?.hue);
    expect(idFrom('Claim', ['claim', 'CLAIM-2'])).toBe('claim-3');
    expect(idFrom('제네바', [])).toBe('entry');
  });
});
