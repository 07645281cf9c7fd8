import { LABEL_HUES, type LabelHue } from '../../model/codebook.ts';

/** The colour of a code for each hue. */
export const COLOURS: Readonly<Record<LabelHue, string>> = {
  blue: '#3b6fb6',
  red: '#b6453b',
  ochre: '#b68a2a',
  grey: '#7a7a7a',
  violet: '#7a55b0',
  green: '#3f8f4f',
  brown: '#8a5f3c',
  pink: '#b8558c',
};

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** The hue nearest to a colour `#RRGGBB`, by the sum of squares of its channels. */
export function nearestHue(colour: string): LabelHue {
  const wanted = channels(colour);
  const distance = (hue: LabelHue): number =>
    channels(COLOURS[hue]).reduce(
      (sum, channel, index) => sum + (channel - (wanted[index] ?? 0)) ** 2,
      0,
    );
  return LABEL_HUES.toSorted((a, b) => distance(a) - distance(b))[0] ?? 'grey';
}
