import type { LabelPattern } from '../../../core/model/codebook.ts';

/** A tile that fills an area; the same patterns as the lines under words, made to cover. */
export interface Texture {
  readonly width: number;
  readonly height: number;
  readonly thickness: number;
  /** `[x1, x2, y]` of each level stroke. */
  readonly strokes: readonly (readonly [number, number, number])[];
  /** Round dots by their middles. */
  readonly dots: readonly (readonly [number, number])[];
}

/** Textures by pattern of the label. */
export const TEXTURES: Readonly<Record<LabelPattern, Texture>> = {
  single: { width: 8, height: 6, thickness: 1.5, strokes: [[0, 8, 3]], dots: [] },
  double: {
    width: 8,
    height: 9,
    thickness: 1.2,
    strokes: [
      [0, 8, 3],
      [0, 8, 6],
    ],
    dots: [],
  },
  dashed: {
    width: 9,
    height: 8,
    thickness: 2,
    strokes: [
      [0, 5.5, 2],
      [4.5, 9, 6],
      [0, 1, 6],
    ],
    dots: [],
  },
  dotted: { width: 5, height: 5, thickness: 0, strokes: [], dots: [[2.5, 2.5]] },
};

/** Radius of a texture's dots. */
export const DOT = 1;
