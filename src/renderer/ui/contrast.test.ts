import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

type Tokens = ReadonlyMap<string, string>;

const SHEET = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8');
const HUES = ['blue', 'red', 'ochre', 'grey', 'violet', 'green', 'brown', 'pink'];

/** The colours that a theme sets, by name without dashes. */
function tokensOf(selector: string): Tokens {
  const start = SHEET.indexOf(`${selector} {`);
  const block = SHEET.slice(start, SHEET.indexOf('\n}', start));
  const found = block.matchAll(/--(?<name>[\w-]+): (?<value>#[\da-f]{6}|transparent);/gu);
  return new Map(
    Array.from(found, ({ groups }) => [groups?.['name'] ?? '', groups?.['value'] ?? '']),
  );
}

const THEMES: readonly (readonly [string, Tokens])[] = [
  ['light', tokensOf(':root')],
  ...['dark', 'sepia', 'high-contrast'].map((name): [string, Tokens] => [
    name,
    tokensOf(`:root[data-theme="${name}"]`),
  ]),
];

/** Relative luminance, WCAG 2.2 § Terms. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio, WCAG 2.2 § Terms: 1–21. */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** What stands on what: `name on ground`, and how strong the contrast has to be. */
function pairs(): [string, string, number][] {
  const grounds = ['paper', 'chrome', 'raise', 'sunk', 'sel', 'hover'];
  return [
    ...['ink', 'ink2'].flatMap((ink) =>
      grounds.map((ground): [string, string, number] => [ink, ground, 4.5]),
    ),
    ...['paper', 'chrome', 'raise', 'sel', 'hover'].map((ground): [string, string, number] => [
      'ink3',
      ground,
      4.5,
    ]),
    ...['paper', 'chrome', 'raise'].map((ground): [string, string, number] => [
      'accent',
      ground,
      4.5,
    ]),
    ['ink', 'accent2', 4.5],
    ...[0, 1, 2, 3, 4].map((step): [string, string, number] => [
      `ramp-ink-${step}`,
      `ramp-${step}`,
      4.5,
    ]),
    ['ink', 'ramp-none', 4.5],
    ['ink', 'ramp-many', 4.5],
    ['ramp-bar-strong', 'paper', 3],
    ['paper', 'accent', 4.5],
    ['line3', 'paper', 3],
    ['accent', 'sel', 3],
    ['on-primary', 'primary', 4.5],
    ...HUES.flatMap((hue): [string, string, number][] => [
      [`label-${hue}-mark`, 'paper', 3],
      [`label-${hue}-mark`, `label-${hue}-fill`, 3],
      [`label-${hue}-mark`, `label-${hue}-fill-strong`, 3],
      [`label-${hue}-text`, 'chrome', 4.5],
      [`label-${hue}-text`, 'raise', 4.5],
      [`label-${hue}-text`, 'sel', 4.5],
      ['label-chip-ink', `label-${hue}-chip`, 4.5],
      ['ink', `label-${hue}-fill`, 4.5],
      ['ink', `label-${hue}-fill-strong`, 4.5],
    ]),
  ];
}

describe.each(THEMES)('%s', (_, tokens) => {
  const color = (name: string): string => {
    const value = tokens.get(name) ?? '';
    return value === 'transparent' ? (tokens.get('paper') ?? '') : value;
  };

  it('sets every colour that the light theme sets', () => {
    const [, light] = THEMES[0] ?? [];
    expect([...tokens.keys()]).toEqual(expect.arrayContaining([...(light?.keys() ?? [])]));
  });

  it('lets everything be read that stands on something', () => {
    const weak = pairs()
      .map(([name, ground, wanted]) => ({
        pair: `${name} on ${ground}`,
        has: contrast(color(name), color(ground)),
        wanted,
      }))
      .filter(({ has, wanted }) => !(has >= wanted))
      .map(({ pair, has, wanted }) => `${pair}: ${has.toFixed(2)}, not ${String(wanted)}`);
    expect(weak).toEqual([]);
  });

  it('has a colour of its own for each mark', () => {
    const marks = HUES.map((hue) => color(`label-${hue}-mark`));
    expect(new Set(marks).size).toBe(HUES.length);
  });
});
