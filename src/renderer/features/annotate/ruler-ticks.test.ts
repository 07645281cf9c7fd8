import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../core/model/annotation.ts';
import { DEFAULT_LABELS } from '../../../core/model/codebook.ts';
import { anAnnotation } from '../../../core/testing/builders.ts';
import { ticksOf } from './ruler-ticks.ts';

const TEXT = 'x'.repeat(100);

function at(start: number, label: string): Annotation {
  return anAnnotation(TEXT, [[start, start + 1]], { label });
}

const ticks = (annotations: readonly Annotation[]) =>
  ticksOf(annotations, DEFAULT_LABELS, 10, (offset) => offset / 100);

describe('ticksOf', () => {
  it('draws one path a hue, each label in its column', () => {
    expect(ticks([at(0, 'claim'), at(25, 'threat'), at(50, 'claim')])).toEqual([
      { hue: 'blue', path: 'M2 0h5v3h-5zM2 15h5v3h-5z' },
      { hue: 'red', path: 'M7 6h5v3h-5z' },
    ]);
  });

  it('draws one tick for all of a label that fall on the same row', () => {
    expect(ticks([at(40, 'claim'), at(45, 'claim'), at(49, 'claim')])).toEqual([
      { hue: 'blue', path: 'M2 12h5v3h-5z' },
    ]);
  });

  it('leaves out helper labels and labels that the codebook does not have', () => {
    expect(ticks([at(0, 'actor'), at(1, 'gone')])).toEqual([]);
  });

  it('keeps what ends at the very bottom in the last row', () => {
    const [blue] = ticksOf([at(0, 'claim')], DEFAULT_LABELS, 10, () => 1);
    expect(blue?.path).toBe('M2 27h5v3h-5z');
  });
});
