import { describe, expect, it } from 'vitest';
import { DEFAULT_LABELS } from '../../../core/model/codebook.ts';
import { attributeNames } from '../../../core/statistics/names.ts';
import type { Report } from '../../../core/statistics/report.ts';
import type { ChartData } from './chart-data.ts';
import { fitText, textWidth } from './fit-text.ts';
import {
  analystsChart,
  articlesChart,
  attributeChart,
  labelsChart,
  meetingsChart,
} from './label-charts.ts';
import type { Palette } from './palette.ts';
import type { Picture } from './picture.ts';
import { countScale } from './scale.ts';
import { svgFile } from './svg-file.ts';
import { daysChart, progressChart, statesChart } from './time-charts.ts';

const byLabel = { claim: 3, threat: 1 };

const report: Report = {
  annotations: 4,
  byLabel,
  words: 1000,
  articles: 3,
  annotated: 1,
  furniture: 0,
  undated: 0,
  analysts: [
    {
      analyst: 'ana',
      annotations: 4,
      byLabel,
      words: 1000,
      articles: 1,
      states: { new: 2, 'in-progress': 1, submitted: 0 },
    },
  ],
  byArticle: [{ articleId: 'art', annotations: 4, byLabel, words: 1000, begun: '2022-01-21' }],
  days: [
    { day: '2022-01-21', annotations: 3, byLabel: { claim: 3 }, begun: 1 },
    { day: '2022-01-24', annotations: 1, byLabel: { threat: 1 }, begun: 0 },
  ],
  attributes: [
    {
      label: 'claim',
      name: 'stance',
      values: [{ value: 'affirms', annotations: 2 }],
      more: 0,
      silent: 1,
    },
  ],
  meetings: [{ unit: 'sentence', a: 'claim', b: 'threat', count: 2, ofA: 2, ofB: 1 }],
};

const data: ChartData = {
  report,
  densest: report.byArticle,
  looks: DEFAULT_LABELS,
  me: 'ana',
  names: {
    ...attributeNames([]),
    labels: DEFAULT_LABELS,
    analyst: () => 'Ana',
    article: () => 'A <“title”> & more',
  },
};

const spoken = (picture: Picture): string[] => picture.spots.map(({ name }) => name);

describe('each number of a chart says what it is', () => {
  it.each<[string, Picture, string[]]>([
    [
      'labels',
      labelsChart(data, 600),
      ['Claim: 3 annotations, 3 per 1,000 words', 'Threat: 1 annotation, 1 per 1,000 words'],
    ],
    [
      'analysts',
      analystsChart(data, 600),
      ['Ana: Claim, 3 annotations', 'Ana: Threat, 1 annotation'],
    ],
    [
      'articles',
      articlesChart(data, 'density', 600),
      ['A <“title”> & more: Claim, 3 annotations', 'A <“title”> & more: Threat, 1 annotation'],
    ],
    [
      'attributes',
      attributeChart(data, { label: 'claim', name: 'stance' }, 600),
      ['Stance, Affirms: 2 annotations', 'Stance, Nothing said: 1 annotation'],
    ],
    ['meetings', meetingsChart(data, 'sentence', 600), ['Claim and Threat: 2 sentences']],
    ['no meetings', meetingsChart(data, 'overlap', 600), []],
    [
      'days',
      daysChart(data, 600),
      ['21 January 2022: Claim, 3 annotations', '24 January 2022: Threat, 1 annotation'],
    ],
    [
      'progress',
      progressChart(data, 'annotations', 600),
      [
        '21 January 2022: 3 annotations so far, 3 new',
        '22 January 2022: 3 annotations so far, 0 new',
        '23 January 2022: 3 annotations so far, 0 new',
        '24 January 2022: 4 annotations so far, 1 new',
      ],
    ],
    ['states', statesChart(data, 600), ['Open: 1 article', 'To do: 2 articles']],
  ])('%s', (_chart, picture, expected) => {
    expect(spoken(picture)).toEqual(expected);
  });

  it('and asks for what is behind it', () => {
    expect(daysChart(data, 600).spots[1]?.ask).toEqual({
      title: 'Threat, 24 January 2022',
      annotations: { days: { from: '2022-01-24', to: '2022-01-24' }, label: 'threat' },
    });
    expect(meetingsChart(data, 'sentence', 600).spots[0]?.ask).toMatchObject({
      annotations: { meeting: { unit: 'sentence', a: 'claim', b: 'threat' } },
    });
  });
});

describe('a chart', () => {
  it('draws lengths in proportion', () => {
    const [claim, threat] = labelsChart(data, 600).spots;
    expect((claim?.width ?? 0) / (threat?.width ?? 1)).toBeCloseTo(3, 6);
    const [early, late] = daysChart(data, 600).spots;
    expect((early?.height ?? 0) / (late?.height ?? 1)).toBeCloseTo(3, 6);
  });

  it('takes weeks and months where days are too many', () => {
    const long = (day: string): ChartData => ({
      ...data,
      report: { ...report, days: [...report.days, { day, annotations: 1, byLabel, begun: 0 }] },
    });
    expect(spoken(daysChart(long('2022-05-31'), 600))[0]).toBe(
      'week of 17 January 2022 to 23 January 2022: Claim, 3 annotations',
    );
    expect(spoken(daysChart(long('2024-01-01'), 600))[0]).toBe(
      'January 2022: Claim, 3 annotations',
    );
  });

  it.each([320, 583, 880, 1600])('stays inside a width of %i', (width) => {
    for (const picture of [
      labelsChart(data, width),
      daysChart(data, width),
      meetingsChart(data, 'article', width),
    ]) {
      for (const mark of picture.marks) {
        if (mark.kind !== 'rect') continue;
        expect(mark.x).toBeGreaterThanOrEqual(0);
        expect(mark.x + mark.width).toBeLessThanOrEqual(width + 0.01);
        expect(mark.y + mark.height).toBeLessThanOrEqual(picture.height);
      }
    }
  });
});

describe('an axis', () => {
  it.each([
    [0, 4, [0, 1]],
    [3, 4, [0, 1, 2, 3]],
    [23, 4, [0, 10, 20, 30]],
    [188, 4, [0, 50, 100, 150, 200]],
    [1_000_000, 4, [0, 500_000, 1_000_000]],
  ])('to %i in %i steps', (max, most, ticks) => {
    expect(countScale(max, 100, most).ticks).toEqual(ticks);
    expect(countScale(max, 100, most).at(ticks.at(-1) ?? 0)).toBe(100);
  });
});

describe('a text', () => {
  it('is cut between characters that people see, where it does not fit', () => {
    expect(fitText('Short', 200, 12)).toBe('Short');
    const family = '👩‍👩‍👧‍👦';
    const cut = fitText(family.repeat(20), 100, 12);
    expect(cut).toMatch(new RegExp(`^(?:${family}){1,8}…$`, 'u'));
    expect(textWidth(fitText('A long title of an article', 60, 12), 12)).toBeLessThanOrEqual(60);
  });

  it('fits in the width that was measured for it', () => {
    const name = 'Sanctions proposal';
    expect(fitText(name, textWidth(name, 12), 12)).toBe(name);
  });
});

describe('an SVG file', () => {
  const palette: Palette = {
    paper: '#fff',
    ink: (ink) => `ink-${ink}`,
    hue: (hue, role) => `${hue}-${role}`,
    chipInk: '#000',
    sans: '"Inter Variable", sans-serif',
    serif: 'serif',
  };

  it('stands alone, in the colours it was given, with every sign escaped', () => {
    const file = svgFile(articlesChart(data, 'annotations', 880), palette);
    expect(file.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
    expect(file).toContain('<title>Articles with most annotations</title>');
    expect(file).toContain('&lt;“title”&gt; &amp; more');
    expect(file).toContain('font-family="&quot;Inter Variable&quot;, sans-serif"');
    expect(file).toContain('fill="url(#texture-blue-single)"');
    expect(file).toContain('<pattern id="texture-blue-single"');
    expect(file).not.toContain('var(');
  });

  it('has no sign that XML forbids', () => {
    const names = { ...data.names, article: () => 'a\u0000b\ud800c' };
    const file = svgFile(articlesChart({ ...data, names }, 'annotations', 880), palette);
    expect(file).toContain('a\ufffdb\ufffdc');
  });
});

it('a legend names each label once, on as many lines as it needs', () => {
  const texts = (width: number) =>
    daysChart(data, width).marks.flatMap((mark) =>
      mark.kind === 'text' && ['Claim', 'Threat'].includes(mark.text) ? [mark] : [],
    );
  expect(texts(600).map(({ text }) => text)).toEqual(['Claim', 'Threat']);
  expect(new Set(texts(600).map(({ y }) => y)).size).toBe(1);
  expect(new Set(texts(120).map(({ y }) => y)).size).toBe(2);
});
