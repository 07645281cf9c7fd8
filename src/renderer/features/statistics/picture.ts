import type { LabelHue, LabelPattern } from '../../../core/model/codebook.ts';
import type { Ask } from '../../state/statistics.ts';

/** A colour by what it is for; the palette knows what it is in a theme. */
export type Ink = 'ink' | 'ink2' | 'ink3' | 'line' | 'line3' | 'chrome' | 'accent';

/** How a label looks, wherever it is drawn. */
export interface LabelLook {
  readonly id: string;
  readonly name: string;
  readonly letter: string;
  readonly hue: LabelHue;
  readonly pattern: LabelPattern;
}

/** What an area is filled with: a colour, or a label's colour and pattern together. */
export type Fill = Ink | LabelLook;

/** One stroke of a picture. Lengths in CSS pixels, from the top left corner. */
export type Mark =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: Fill;
    }
  | {
      readonly kind: 'line';
      readonly points: readonly (readonly [x: number, y: number])[];
      readonly ink: Ink;
      readonly width: number;
      readonly dashed?: boolean;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Of the base line. */
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly ink: Ink;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly strong?: boolean;
      /** Words out of an article, in the reading face. */
      readonly serif?: boolean;
    }
  | {
      /** A label's letter in its square. */
      readonly kind: 'chip';
      readonly x: number;
      readonly y: number;
      readonly look: LabelLook;
    };

/** A place of a picture that can be pressed: a number and what is behind it. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The number in words, for the ear and for a pointer that rests on it. */
  readonly name: string;
  readonly ask: Ask;
}

/** A chart as values, for the page, a file, and a canvas. */
export interface Picture {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  readonly spots: readonly Spot[];
}

/** Edge of a chip. */
export const CHIP = 14;

/** Text of a picture. */
export function words(
  text: string,
  x: number,
  y: number,
  over: Partial<Extract<Mark, { kind: 'text' }>> = {},
): Mark {
  return { kind: 'text', x, y, text, size: 12, ink: 'ink2', anchor: 'start', ...over };
}

/** A straight line. */
export function stroke(
  from: readonly [number, number],
  to: readonly [number, number],
  ink: Ink,
): Mark {
  return { kind: 'line', points: [from, to], ink, width: 1 };
}
