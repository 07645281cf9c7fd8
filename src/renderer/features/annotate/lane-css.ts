import type { Label } from '../../../core/model/codebook.ts';
import type { LaneLine, Piece } from './paint-plan.ts';

/**
 * Marks are painted as backgrounds of inline boxes whose padding is the same above and below, so
 * that 50 % is the middle of the line whatever the font's metrics are. Distances that belong to the
 * text scale with `--u` (1 px at 19 px text); lines keep their thickness.
 */

/** Distance between lanes, in CSS pixels. */
const LANE_STEP = 4.5;
/** Top of lane 0 below the middle of the line, in `--u`. */
const LANE_TOP = 12.5;
/** The first lanes fit into the line box. */
const LANES_THAT_FIT = 3;

interface Pattern {
  /** Height in CSS pixels. */
  readonly height: number;
  readonly image: (color: string) => string;
  /** Width of one tile; absent where the line has no gaps. */
  readonly tile?: number;
}

const dashes = (on: number) => (color: string) =>
  `linear-gradient(90deg,${color} ${String(on)}px,transparent ${String(on)}px)`;

const PATTERNS: Readonly<Record<Label['pattern'], Pattern>> = {
  single: { height: 2, image: (color) => `linear-gradient(${color},${color})` },
  double: {
    height: 4,
    image: (color) =>
      `linear-gradient(${color} 1.5px,transparent 1.5px,transparent 2.5px,${color} 2.5px)`,
  },
  dashed: { height: 2.5, image: dashes(6), tile: 9 },
  dotted: { height: 2, image: dashes(2), tile: 4.5 },
};

/** The custom property that says how far the pattern of a lane is shifted. */
export function phaseName(lane: number): string {
  return `--phase-${String(lane)}`;
}

/** Width of one tile of a line's pattern, in CSS pixels; `undefined` for lines without gaps. */
export function tileOf({ pattern }: Pick<LaneLine, 'pattern'>): number | undefined {
  return PATTERNS[pattern].tile;
}

/** One underline as a background layer. */
export function laneLayer({ lane, hue, pattern }: LaneLine): string {
  const { height, image, tile } = PATTERNS[pattern];
  const down = lane * LANE_STEP + height / 2;
  const start = tile === undefined ? '0' : `var(${phaseName(lane)},0px)`;
  const place = `${start} calc(50% + ${String(LANE_TOP)}*var(--u) + ${String(down)}px)`;
  const width = tile === undefined ? '100%' : `${String(tile)}px`;
  const repeat = tile === undefined ? 'no-repeat' : 'repeat-x';
  const color = `var(--label-${hue}-mark)`;
  return `${image(color)} ${place}/${width} ${String(height)}px ${repeat}`;
}

const MIDDLE = 'calc(50% + .5*var(--u))';

/**
 * The ground as background layers, 23 px high. Where it begins or ends its corners are taken off by
 * a shorter column of one pixel; columns at both ends are one layer, because layers are what
 * painting costs.
 */
function groundLayers(color: string, opens: boolean, closes: boolean): string[] {
  const ground = `linear-gradient(${color},${color})`;
  const short = 'calc(23*var(--u) - 2px) no-repeat';
  if (!opens && !closes) return [`${ground} 0 ${MIDDLE}/100% calc(23*var(--u)) no-repeat`];
  if (opens && closes) {
    const ends = `linear-gradient(90deg,${color} 1px,transparent 1px calc(100% - 1px),${color} 0)`;
    return [
      `${ends} 0 ${MIDDLE}/100% ${short}`,
      `${ground} 50% ${MIDDLE}/calc(100% - 2px) calc(23*var(--u)) no-repeat`,
    ];
  }
  const [end, other] = opens
    ? ['var(--begin)', 'var(--finish)']
    : ['var(--finish)', 'var(--begin)'];
  return [
    `${ground} ${end} ${MIDDLE}/1px ${short}`,
    `${ground} ${other} ${MIDDLE}/calc(100% - 1px) calc(23*var(--u)) no-repeat`,
  ];
}

/** The whole background of a piece: lines above, ground below. @param ground its colour */
export function backgroundOf(
  { lanes, opens, closes }: Pick<Piece, 'lanes' | 'opens' | 'closes'>,
  ground: string,
): string {
  return [...lanes.map(laneLayer), ...groundLayers(ground, opens, closes)].join(',');
}

/** The colour of a piece's ground. */
export function groundOf(fill: Piece['fill']): string {
  if (fill === undefined) return 'transparent';
  return `var(--label-${fill.hue}-fill${fill.strong ? '-strong' : ''})`;
}

/** How much a line box grows so that all lanes fit, in CSS pixels. */
export function extraHeight(lanes: number): number {
  return Math.max(0, lanes - LANES_THAT_FIT) * LANE_STEP;
}
