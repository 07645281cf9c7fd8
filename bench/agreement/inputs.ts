import type { JsonObject } from '../../src/core/model/json.ts';
import { seeded } from '../../src/core/testing/seeded.ts';

/** Makes an input of a size, the same each time. */
export type Making = (n: number) => JsonObject;

const LABELS = ['claim', 'threat', 'sanction', 'none'];

function pick<T>(list: readonly T[], random: () => number, otherwise: T): T {
  return list[Math.floor(random() * list.length)] ?? otherwise;
}

/** Units that raters mostly agree on; `value` makes what an option is called. */
function items(
  raters: number,
  missing: number,
  value: (option: number) => number | string | string[],
): Making {
  return (n) => {
    const random = seeded(n);
    const rows = Array.from({ length: n }, () => {
      const truth = Math.floor(random() * 4);
      return Array.from({ length: raters }, () =>
        random() < missing ? null : value(random() < 0.8 ? truth : Math.floor(random() * 4)),
      );
    });
    return { items: rows, category: value(1), distance: 'nominal' };
  };
}

interface Marked {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** Spans side by side that two people mark nearly alike, in a text that grows with them. */
function marked(n: number, rater: number): readonly Marked[] {
  const random = seeded(rater * 7919 + n);
  const truth = seeded(n);
  return Array.from({ length: n }, (_, at) => {
    const label = pick(LABELS, truth, 'claim');
    const start = at * 50 + Math.floor(random() * 10);
    const end = start + 20 + Math.floor(random() * 15);
    return { start, end, label: random() < 0.8 ? label : pick(LABELS, random, 'claim') };
  });
}

const tags: Making = (n) => {
  const random = seeded(n);
  const one = (): string => (random() < 0.7 ? 'O' : `B-${pick(LABELS, random, 'claim')}`);
  const A = Array.from({ length: n }, one);
  return { A, B: A.map((tag) => (random() < 0.9 ? tag : one())) };
};

const spans: Making = (n) => {
  const listed = (rater: number) =>
    marked(n, rater).map(({ start, end, label }) => [label, start, end]);
  return { gold: listed(1), pred: listed(2) };
};

const ranges: Making = (n) => {
  const listed = (rater: number) => marked(n, rater).map(({ start, end }) => [start, end]);
  return { A: listed(1), B: listed(2) };
};

const alphaU: Making = (n) => ({
  continuum: { begin: 0, length: n * 50 },
  category: 'claim',
  units: [0, 1, 2].flatMap((rater) =>
    marked(n, rater).map(({ start, end, label }) => ({
      offset: start,
      length: end - start,
      rater,
      category: label,
    })),
  ),
});

const family: Making = (n) => ({
  length: n * 50,
  category: 'claim',
  annotators: Object.fromEntries(
    ['a', 'b', 'c'].map((name, rater) => [
      name,
      marked(n, rater).map(({ start, end, label }) => [start, end, label]),
    ]),
  ),
});

const aligned: Making = (n) => {
  const units = ['a', 'b', 'c'].flatMap((annotator, rater) =>
    marked(n, rater).map(({ start, end, label }) => ({ annotator, start, end, category: label })),
  );
  return { units, samples: 10, sampledContinua: [units] };
};

const words = (option: number): string => LABELS[option] ?? 'claim';

/** What to measure a measure on, by its name; the first that fits. */
export const INPUTS: readonly (readonly [names: RegExp, making: Making, sizes: number])[] = [
  [/token/u, tags, 100_000],
  [/jaccard|masi/u, items(3, 0.1, (option) => LABELS.slice(0, option)), 20_000],
  [/fleiss|randolph/u, items(3, 0, words), 20_000],
  [/krippendorff_alpha_U/u, alphaU, 2000],
  [/krippendorff_2016/u, family, 2000],
  [/krippendorff|gwet|percent$/u, items(3, 0.1, (option) => option), 20_000],
  [/kappa|scott|bennett/u, items(2, 0.1, words), 20_000],
  [/bootstrap/u, (n) => ({ ...items(3, 0, words)(n), B: 200 }), 2000],
  [/gamma/u, aligned, 100],
  [/span_prf/u, spans, 5000],
  [/iou_optimal/u, ranges, 5000],
  [/iou_spans/u, () => ({ a: [0, 10], b: [5, 15] }), 1],
];
