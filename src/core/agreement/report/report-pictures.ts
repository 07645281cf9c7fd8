import type { AgreementReport, Bin, Figure, PairReport } from './report.ts';
import { valueWords } from './report-tables.ts';

/** The measure ramp and the text on each step (TOKENS §1); weakest first. */
const RAMP = [
  ['#e4efec', '#1c1b19'],
  ['#bfdad5', '#1c1b19'],
  ['#8fbeb7', '#1c1b19'],
  ['#1f766f', '#ffffff'],
  ['#0b625c', '#ffffff'],
] as const;

/** Text as XML takes it; characters that XML 1.0 does not allow are replaced. */
export function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function step(share: number): (typeof RAMP)[number] {
  const at = Math.max(0, Math.min(RAMP.length - 1, Math.floor(share * RAMP.length)));
  return RAMP[at] ?? RAMP[0];
}

/** The step of the ramp for a value: below .60, .70, .80, .85, and from there. */
export function rampStep(value: number): number {
  return [0.6, 0.7, 0.8, 0.85].filter((limit) => value >= limit).length;
}

function svg(width: number, height: number, title: string, inside: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, system-ui, sans-serif" font-size="12"><title>${escaped(title)}</title>${inside}</svg>`;
}

function words(x: number, y: number, text: string, more = ''): string {
  return `<text x="${x}" y="${y}" ${more}>${escaped(text)}</text>`;
}

/** A figure on a line from 0 to 1: interval, value, and the ticks .67 and .80. */
export function stripPicture(title: string, { value, low, high }: Figure): string {
  const at = (one: number) => Math.round(Math.max(0, Math.min(1, one)) * 240);
  const ticks = [0.67, 0.8].map(
    (tick) => `<rect x="${at(tick)}" y="5" width="1" height="10" fill="#6f6b63"/>`,
  );
  const band =
    low === null || high === null
      ? ''
      : `<rect x="${at(low)}" y="7" width="${Math.max(1, at(high) - at(low))}" height="6" fill="#8fbeb7"/>`;
  const bar =
    value === null ? '' : `<rect x="${at(value) - 1}" y="4" width="3" height="12" fill="#0b625c"/>`;
  const line = '<rect x="0" y="10" width="240" height="1" fill="#8a857b"/>';
  return svg(240, 20, `${title} ${valueWords(value)}`, `${line}${ticks.join('')}${band}${bar}`);
}

const CELL_WIDTH = 76;
const CELL_HEIGHT = 44;
const HEAD = 110;

/** The heat map of finding by pair. */
export function heatPicture({ pairs, scope }: AgreementReport): string {
  const names = scope.analysts.map(({ name }) => name);
  const at = new Map(scope.analysts.map(({ id }, index) => [id, index]));
  const size = names.length;
  const cells = pairs.map(({ a, b, finding }) => {
    const [column, row] = [at.get(a) ?? 0, at.get(b) ?? 0];
    const [x, y] = [HEAD + column * CELL_WIDTH, 24 + row * CELL_HEIGHT];
    const [fill, ink] =
      finding.value === null ? ['#f1eee8', '#1c1b19'] : (RAMP[rampStep(finding.value)] ?? RAMP[0]);
    const box = `<rect x="${x + 1}" y="${y + 1}" width="${CELL_WIDTH - 2}" height="${CELL_HEIGHT - 2}" rx="2" fill="${fill}"/>`;
    return (
      box +
      words(
        x + CELL_WIDTH / 2,
        y + 26,
        valueWords(finding.value),
        `text-anchor="middle" fill="${ink}"`,
      )
    );
  });
  const heads = names.map(
    (name, index) =>
      words(HEAD + index * CELL_WIDTH + CELL_WIDTH / 2, 16, short(name), 'text-anchor="middle"') +
      words(0, 24 + index * CELL_HEIGHT + 26, short(name)),
  );
  return svg(
    HEAD + size * CELL_WIDTH,
    24 + size * CELL_HEIGHT,
    'Finding by pair (F1)',
    cells.join('') + heads.join(''),
  );
}

function short(name: string): string {
  const last = name.trim().split(/\s+/u).at(-1) ?? name;
  return last.length > 12 ? `${Array.from(last).slice(0, 11).join('')}…` : last;
}

function binWords({ from, to }: Bin): string {
  if (from === null) return `≤${to ?? ''}`.replace('-', '−');
  if (to === null) return `≥${from}`;
  return (from === to ? `${from}` : `${from}…${to}`).replaceAll('-', '−');
}

/** A histogram of where spans of two analysts start, or end. */
export function histogramPicture(title: string, bins: readonly Bin[]): string {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const bars = bins.map((bin, at) => {
    const height = Math.round((bin.count / most) * 100);
    const [x, y] = [at * 56, 120 - height];
    const fill = bin.from === 0 && bin.to === 0 ? RAMP[4][0] : RAMP[2][0];
    return (
      `<rect x="${x + 2}" y="${y}" width="52" height="${height}" fill="${fill}"/>` +
      words(x + 28, y - 4, String(bin.count), 'text-anchor="middle"') +
      words(x + 28, 138, binWords(bin), 'text-anchor="middle" fill="#6f6b63"')
    );
  });
  return svg(bins.length * 56, 144, title, bars.join(''));
}

/** The confusion matrix of two analysts. */
export function matrixPicture(
  pair: PairReport,
  title: string,
  keyOf: (key: string | null) => string,
): string {
  const most = Math.max(1, ...pair.cells.flat().map(({ count }) => count));
  const cells = pair.cells.flatMap((row, y) =>
    row.map(({ count }, x) => {
      const isNothing = x === row.length - 1 && y === x;
      const [left, top] = [HEAD + x * CELL_WIDTH, 24 + y * CELL_HEIGHT];
      const [fill, ink] = x === y && !isNothing ? step(count / most) : ['#f1eee8', '#1c1b19'];
      return (
        `<rect x="${left + 1}" y="${top + 1}" width="${CELL_WIDTH - 2}" height="${CELL_HEIGHT - 2}" rx="2" fill="${fill}"/>` +
        words(
          left + CELL_WIDTH / 2,
          top + 26,
          isNothing ? '–' : String(count),
          `text-anchor="middle" fill="${ink}"`,
        )
      );
    }),
  );
  const heads = pair.keys.map(
    (key, at) =>
      words(
        HEAD + at * CELL_WIDTH + CELL_WIDTH / 2,
        16,
        short(keyOf(key)),
        'text-anchor="middle"',
      ) + words(0, 24 + at * CELL_HEIGHT + 26, keyOf(key).slice(0, 16)),
  );
  const size = pair.keys.length;
  return svg(
    HEAD + size * CELL_WIDTH,
    24 + size * CELL_HEIGHT,
    title,
    cells.join('') + heads.join(''),
  );
}
