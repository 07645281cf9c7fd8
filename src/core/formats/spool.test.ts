import { describe, expect, it } from 'vitest';
import { spool } from './spool.ts';

describe('a spool', () => {
  it('gives back what was added, in order, whatever the sizes', () => {
    const parts = [0, 1, 7, 1 << 18, 3, (1 << 18) - 1, 1 << 20, 5].map((size, index) =>
      Uint8Array.from({ length: size }, (_, at) => (at * (index + 1)) % 251),
    );
    const kept = spool();
    for (const part of parts) kept.add(part);
    expect(kept.count()).toBe(parts.length);
    expect(kept.size()).toBe(parts.reduce((sum, part) => sum + part.length, 0));
    const all = Buffer.concat([...kept.blocks()]);
    expect(all.equals(Buffer.concat(parts))).toBe(true);
    // What is read once can be read again.
    expect(Buffer.concat([...kept.blocks()]).equals(all)).toBe(true);
  });

  it('has nothing in it at first', () => {
    expect(Buffer.concat([...spool().blocks()]).length).toBe(0);
    expect(spool().count()).toBe(0);
  });
});
