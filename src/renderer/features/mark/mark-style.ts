import type { Label, LabelPattern } from '../../../core/model/codebook.ts';

/** An annotation as it is painted on a run of text. */
export interface PaintedMark {
  readonly id: string;
  readonly label: Pick<Label, 'hue' | 'pattern' | 'letter'> | undefined;
  /** Lane of the underline, 0 nearest to the text. */
  readonly lane: number;
}

/** Lengths of TOKENS §6 “Annotation mark”, drawn there for 19 px text, per pixel of text size. */
const SCALE = 1 / 19;
const FILL_HEIGHT = 23 * SCALE;
const FILL_MIDDLE = 0.5 * SCALE;
const FIRST_LANE = 13.5 * SCALE;
const LANE_STEP = 4.5 * SCALE;

/** Thickness of a pattern in pixels: a line is a line at any text size. */
export const THICKNESS: Readonly<Record<LabelPattern, number>> = {
  single: 2,
  double: 4,
  dashed: 2.5,
  dotted: 2,
};

/** One CSS image of a line pattern in a colour. */
export function lineImage(pattern: LabelPattern, colour: string): string {
  switch (pattern) {
    case 'single':
      return `linear-gradient(${colour}, ${colour})`;
    case 'double':
      return `linear-gradient(${colour} 0 1.5px, transparent 1.5px 2.5px, ${colour} 2.5px 4px)`;
    case 'dashed':
      return `repeating-linear-gradient(90deg, ${colour} 0 6px, transparent 6px 9px)`;
    case 'dotted':
      return `repeating-linear-gradient(90deg, ${colour} 0 2px, transparent 2px 4.5px)`;
  }
}

/** How much an inline box must reach below its text for this many lanes, in text sizes. */
export function paddingFor(lanes: number): number {
  return lanes === 0 ? 0 : (5 + LANE_STEP * 19 * lanes) * SCALE;
}

/** How much the line box must grow, in text sizes: three lanes fit into the usual one. */
export function extraLeading(lanes: number): number {
  return Math.max(0, lanes - 3) * LANE_STEP;
}

/** The colour family of a mark; a label that the codebook lost is grey. */
export function hueOf(mark: Pick<PaintedMark, 'label'>): string {
  return mark.label?.hue ?? 'grey';
}

/** CSS background values of a run: an underline per mark in its lane, and the innermost mark's fill. */
export interface Background {
  readonly image: string;
  readonly size: string;
  readonly position: string;
}

function atMiddle(distance: number, padding: number): string {
  // The box reaches further down than up, so its middle is half the padding below the text's.
  return `0 calc(50% + var(--text-size) * ${(distance - padding / 2).toFixed(4)})`;
}

/**
 * The background of a run.
 * @param marks those that cover it, innermost first
 * @param strong whether the innermost is selected or pointed at
 * @param lanes lanes in use in the paragraph
 */
export function backgroundOf(
  marks: readonly PaintedMark[],
  strong: boolean,
  lanes: number,
): Background {
  const padding = paddingFor(lanes);
  const images: string[] = [];
  const sizes: string[] = [];
  const positions: string[] = [];
  for (const mark of marks) {
    const pattern = mark.label?.pattern ?? 'single';
    images.push(lineImage(pattern, `var(--label-${hueOf(mark)}-mark)`));
    sizes.push(`100% ${THICKNESS[pattern]}px`);
    positions.push(atMiddle(FIRST_LANE + LANE_STEP * mark.lane, padding));
  }
  const [inner] = marks;
  if (inner !== undefined) {
    const fill = `var(--label-${hueOf(inner)}-fill${strong ? '-strong' : ''})`;
    images.push(`linear-gradient(${fill}, ${fill})`);
    sizes.push(`100% calc(var(--text-size) * ${FILL_HEIGHT.toFixed(4)})`);
    positions.push(atMiddle(FILL_MIDDLE, padding));
  }
  return { image: images.join(', '), size: sizes.join(', '), position: positions.join(', ') };
}
