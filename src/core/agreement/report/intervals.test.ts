import { describe, expect, it } from 'vitest';
import type { Json } from '../../model/json.ts';
import { seeded } from '../../testing/seeded.ts';
import { measured } from '../testing/measured.ts';
import { alphaSample, type Rated, type Scale } from './alpha-sums.ts';
import type { AttributeMeasure } from './report.ts';
import { measuredWhole } from './sample.ts';
import { aProject, article, layer, reported, type Short } from './testing/layers.ts';

const LABELS = ['claim', 'threat', 'sanctions-proposal'];

/** Articles that two analysts mark at the same places, with labels by chance. */
function articles(count: number) {
  const random = seeded(11);
  const documents: string[] = [];
  const items: string[][] = [];
  const made = Array.from({ length: count }, (_, number) => {
    const [ana, eve]: [Short[], Short[]] = [[], []];
    for (let place = 0; place < 5; place += 1) {
      const label = LABELS[Math.floor(random() * 3)] ?? 'claim';
      const other = random() < 0.7 ? label : (LABELS[Math.floor(random() * 3)] ?? 'claim');
      ana.push([label, place * 50, place * 50 + 10]);
      eve.push([other, place * 50, place * 50 + 10]);
      items.push([label, other]);
      documents.push(String(number));
    }
    return article(String(number), layer('ana', ana), layer('eve', eve));
  });
  return { made, items, documents };
}

describe('an interval', () => {
  const { made, items, documents } = articles(12);
  const asked = { items, documents, B: 300, seed: 5 };
  const { report } = reported(aProject('ana', 'eve'), made, { seed: 5, resamples: 300 });

  it.each([
    ['krippendorff_alpha_nominal', report.label],
    ['cohen_kappa', report.pairs[0]?.label],
  ])('of %s is that of the measure, by article', (measure, figure) => {
    const low = measured('bootstrap_percentile_ci_low', { ...asked, measure });
    const high = measured('bootstrap_percentile_ci_high', { ...asked, measure });
    expect(figure?.low).toBeCloseTo(Number(low), 10);
    expect(figure?.high).toBeCloseTo(Number(high), 10);
    expect(figure?.value).toBeCloseTo(Number(measured(measure, { items })), 12);
  });

  it('is the same again with the same seed, and another with another', () => {
    const again = reported(aProject('ana', 'eve'), made, { seed: 5, resamples: 300 }).report;
    expect(again).toEqual(report);
    const other = reported(aProject('ana', 'eve'), made, { seed: 6, resamples: 300 }).report;
    expect(other.label.value).toBe(report.label.value);
    expect([other.label.low, other.label.high]).not.toEqual([report.label.low, report.label.high]);
  });

  it('holds its value, and is a point where nothing varies', () => {
    const { low, high, value } = report.label;
    expect(low).toBeLessThan(value ?? 0);
    expect(high).toBeGreaterThan(value ?? 1);
    expect([report.finding.low, report.finding.value, report.finding.high]).toEqual([1, 1, 1]);
  });

  it('is not there for one article, with the reason', () => {
    const one = reported(aProject('ana', 'eve'), made.slice(0, 1), { resamples: 100 }).report;
    expect(one.label).toMatchObject({ low: null, noInterval: 'it takes two articles or more' });
    expect(report.byArticle[0]?.label.noInterval).toBe('it takes two articles or more');
  });

  it('is not there before it was asked for', () => {
    const none = reported(aProject('ana', 'eve'), made).report;
    expect(none.label).toMatchObject({ low: null, noInterval: 'no samples were asked for' });
  });
});

describe('α from sums is α of the measure', () => {
  const NAMES: Readonly<Record<AttributeMeasure, string>> = {
    nominal: 'krippendorff_alpha_nominal',
    interval: 'krippendorff_alpha_interval',
    jaccard: 'krippendorff_alpha_jaccard',
  };
  const sets = [[], ['a'], ['a', 'b'], ['c'], ['a', 'c']];
  const scale = { size: 5, sets, numbers: [0, 1, 2.5, 40, -3] };

  it.each(Object.keys(NAMES) as AttributeMeasure[])('%s', (measure) => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const random = seeded(seed);
      const rated: Rated[] = Array.from({ length: 20 }, (_, unit) => ({
        article: unit % 4,
        codes: Array.from({ length: 2 + Math.floor(random() * 3) }, () => Math.floor(random() * 5)),
      }));
      const value = (code: number): Json => {
        if (measure === 'nominal') return code;
        return measure === 'interval' ? (scale.numbers[code] ?? 0) : [...(sets[code] ?? [])];
      };
      const items = rated.map(({ codes }) => codes.map(value));
      const whole: Scale = { ...scale, measure };
      const found = measuredWhole(alphaSample(rated, whole)).value;
      expect(found).toBeCloseTo(Number(measured(NAMES[measure], { items })), 10);
    }
  });
});
