import { describe, expect, it } from 'vitest';
import { measured } from '../testing/measured.ts';
import { aProject, article, layer, marked, reported, type Short } from './testing/layers.ts';

const CLAIM = 'claim';
const THREAT = 'threat';
const PROPOSAL = 'sanctions-proposal';

/** Places side by side, far enough apart that none can be taken for another. */
function at(place: number, label: string, length = 10): Short {
  return [label, place * 100, place * 100 + length];
}

function pairOf(report: ReturnType<typeof reported>['report']) {
  const [pair] = report.pairs;
  if (pair === undefined) throw new Error('no pair was compared');
  return pair;
}

describe('the trap of a κ with a wrong Pe', () => {
  // peers-and-domain §1, finding 3: a tool multiplies the parts of Pe where they have to be added.
  // 20 yes–yes, 5 yes–no, 10 no–yes, 15 no–no: Po .7, Pe .25 + .25 … = .5, κ .4 (Cohen 1960).
  const table: readonly (readonly [string, string, number])[] = [
    [CLAIM, CLAIM, 20],
    [CLAIM, THREAT, 5],
    [THREAT, CLAIM, 10],
    [THREAT, THREAT, 15],
  ];

  it('is .4 for the table 20, 5, 10, 15, not what a product gives', () => {
    const rows = table.flatMap(([a, b, times]) => Array.from({ length: times }, () => [a, b]));
    const ana = rows.map(([a], place) => at(place, a ?? ''));
    const eve = rows.map(([, b], place) => at(place, b ?? ''));
    const { report } = reported(aProject('ana', 'eve'), [
      article('1', layer('ana', ana), layer('eve', eve)),
    ]);
    const { label, cells } = pairOf(report);
    expect(label.value).toBeCloseTo(0.4, 12);
    expect(label.value).toBeCloseTo(
      Number(
        measured('cohen_kappa', {
          contingency: [
            [20, 5],
            [10, 15],
          ],
        }),
      ),
      12,
    );
    const [yes, no] = [0.5 * 0.6, 0.5 * 0.4];
    expect(label.value).not.toBeCloseTo((0.7 - yes * no) / (1 - yes * no), 2);
    expect(cells.slice(0, 2).map((row) => row.slice(0, 2).map(({ count }) => count))).toEqual([
      [20, 5],
      [10, 15],
    ]);
  });
});

describe('the trap of α = 1 with nothing shared', () => {
  const { report } = reported(aProject('ana', 'eve'), [
    article('1', layer('ana', [at(1, CLAIM), at(2, CLAIM)]), layer('eve', [at(5, CLAIM)])),
  ]);

  it('has no α and no κ, with the reason, and a finding of 0', () => {
    expect(report.finding).toMatchObject({ value: 0, count: 3 });
    for (const figure of [report.label, report.boundary, pairOf(report).label]) {
      expect(figure).toMatchObject({ value: null, low: null, high: null, count: 0 });
      expect(figure.reason).toMatch(/nothing is shared|no annotations match/u);
    }
  });

  it('has none either where one label only was used', () => {
    const one = reported(aProject('ana', 'eve'), [
      article('1', layer('ana', [at(1, CLAIM)]), layer('eve', [at(1, CLAIM)])),
    ]).report;
    expect(one.finding.value).toBe(1);
    expect(one.boundary.value).toBe(1);
    expect(one.label.value).toBeNull();
    expect(one.label.reason).toMatch(/^only one category/u);
    expect(pairOf(one).label.reason).toMatch(/^only one category/u);
  });

  it('has nothing at all where nobody marked anything, and says so', () => {
    const none = reported(aProject('ana', 'eve'), [
      article('1', layer('ana', []), layer('eve', [])),
    ]).report;
    expect(none.scope.articles).toBe(1);
    expect(none.finding).toMatchObject({ value: null, reason: 'nobody marked anything' });
  });
});

describe('the trap of averaging in articles that one person did', () => {
  const shared = article(
    '1',
    layer('ana', [at(1, CLAIM), at(2, THREAT), at(3, CLAIM)]),
    layer('eve', [at(1, CLAIM), at(2, CLAIM), at(4, CLAIM)]),
  );
  const alone = article('2', layer('ana', [at(1, CLAIM), at(2, THREAT)]));
  const unfinished = article(
    '3',
    layer('ana', [at(1, CLAIM)]),
    layer('eve', [at(1, CLAIM)], { submitted: false }),
  );

  it('leaves them out and says so; no number moves', () => {
    const { report: without } = reported(aProject('ana', 'eve'), [shared]);
    const { report } = reported(aProject('ana', 'eve'), [shared, alone, unfinished]);
    expect(without.finding.value).toBeCloseTo(4 / 6, 12);
    for (const part of ['finding', 'exact', 'boundary', 'label'] as const) {
      expect(report[part]).toEqual(without[part]);
    }
    expect(report.pairs).toEqual(without.pairs);
    expect(report.scope).toMatchObject({ articles: 1, layers: 2, annotations: 6 });
    expect(report.left.map(({ reason, count }) => [reason, count])).toEqual([
      ['one-reader', 2],
      ['not-submitted', 1],
    ]);
  });

  it('takes an article in which a reader found nothing: that is an answer', () => {
    const { report } = reported(aProject('ana', 'eve'), [
      shared,
      article('4', layer('ana', [at(1, CLAIM), at(2, CLAIM)]), layer('eve', [])),
    ]);
    expect(report.finding.value).toBeCloseTo(4 / 8, 12);
  });

  it('takes unfinished layers where that is asked for', () => {
    const { report } = reported(aProject('ana', 'eve'), [shared, unfinished], {
      unsubmitted: true,
    });
    expect(report.scope.articles).toBe(2);
    expect(report.finding.value).toBeCloseTo(6 / 8, 12);
  });
});

it('says .495, not .299, of the case of two coders of 10,000 characters with 50 shared', () => {
  // peers-and-domain §1, finding 3. Whole-text κ by token; the report’s own numbers of that case.
  const { report } = reported(aProject('ana', 'eve'), [
    article('1', layer('ana', [[CLAIM, 0, 100]]), layer('eve', [[CLAIM, 50, 150]])),
  ]);
  // 50 of 150 are shared, half of each: matched by the rule, with an overlap of a third.
  expect(report.finding.value).toBe(1);
  expect(report.exact.value).toBe(0);
  expect(report.boundary.value).toBeCloseTo(1 / 3, 12);
  const contingency = [
    [50, 50],
    [50, 9850],
  ];
  expect(measured('cohen_kappa', { contingency })).toBeCloseTo(0.495, 3);
});

describe('nested annotations of one label', () => {
  it('match their like, not each other’s', () => {
    const nested: Short[] = [
      [CLAIM, 0, 100],
      [CLAIM, 10, 60],
    ];
    const { report } = reported(aProject('ana', 'eve'), [
      article('1', layer('ana', nested), layer('eve', nested.toReversed())),
    ]);
    expect(report.exact.value).toBe(1);
    expect(report.boundary.value).toBe(1);
  });
});

describe('labels of three analysts', () => {
  it('are α over what they marked at one place, as the measure says', () => {
    const said: readonly (readonly (string | null)[])[] = [
      [CLAIM, CLAIM, CLAIM],
      [CLAIM, THREAT, CLAIM],
      [THREAT, THREAT, null],
      [PROPOSAL, PROPOSAL, PROPOSAL],
      [null, CLAIM, THREAT],
      [CLAIM, null, null],
    ];
    const names = ['ana', 'eve', 'jon'];
    const layers = names.map((name, who) =>
      layer(
        name,
        said.flatMap((row, place) => {
          const label = row[who];
          return typeof label === 'string' ? [at(place, label)] : [];
        }),
      ),
    );
    const { report } = reported(aProject(...names), [article('1', ...layers)]);
    const items = said.map((row) => [...row]);
    const expected = measured('krippendorff_alpha_nominal', { items });
    expect(report.label.value).toBeCloseTo(Number(expected), 12);
    expect(report.label.count).toBe(5);
    expect(report.pairs).toHaveLength(3);
  });
});

describe('attributes', () => {
  const answers = (values: readonly (readonly [string | null, string | null])[]) => {
    const of = (who: 0 | 1) =>
      values.map((pair, place) => {
        const value = pair[who];
        const [label, start, end] = at(place, CLAIM);
        return marked([label, start, end, value === null ? {} : { attribution: value }]);
      });
    return article('1', layer('ana', of(0)), layer('eve', of(1)));
  };

  it('are α nominal of a choice; silence beside an answer is an answer, silence of all is none', () => {
    const { report } = reported(aProject('ana', 'eve'), [
      answers([
        ['a', 'a'],
        ['a', 'b'],
        ['b', 'b'],
        ['b', null],
        [null, null],
      ]),
    ]);
    const found = report.byAttribute.find(({ attribute }) => attribute === 'attribution');
    const items = [
      ['a', 'a'],
      ['a', 'b'],
      ['b', 'b'],
      ['b', 'silent'],
    ];
    const expected = measured('krippendorff_alpha_nominal', { items });
    expect(found?.agreement.value).toBeCloseTo(Number(expected), 12);
    expect(found?.agreement.count).toBe(4);
    expect(report.attributes.value).toBeCloseTo(Number(expected), 12);
  });

  it('never include confidence, notes, or what the codebook leaves out', () => {
    const { report } = reported(aProject('ana', 'eve'), [answers([['a', 'b']])]);
    const counted = new Set(report.scope.attributes);
    expect(report.scope.uncounted.length).toBeGreaterThan(0);
    for (const id of report.scope.uncounted) expect(counted.has(id)).toBe(false);
  });
});
