import { describe, expect, it } from 'vitest';
import { seeded } from '../../testing/seeded.ts';
import type { Engine } from './engine.ts';
import type { ReportAnnotation, ReportLayer } from './input.ts';
import type { Count, Figure } from './report.ts';
import type { Item, Selector } from './selector.ts';
import { aProject, article, layer, marked, reported } from './testing/layers.ts';
import { weekOf } from './week.ts';

const LABELS = ['claim', 'threat', 'sanctions-proposal'];
const NAMES = ['ana', 'eve', 'jon'];

const marks = new Map<string, ReportAnnotation>();

/** A team’s work by chance: moved ends, other labels, missed places, weeks and versions. */
function teamwork(): ReturnType<typeof reported> {
  const random = seeded(3);
  const chance = (share: number) => random() < share;
  const some = (below: number) => Math.floor(random() * below);
  const one = (place: number) => {
    const label = LABELS[chance(0.8) ? place % 3 : some(3)] ?? 'claim';
    const start = place * 40 + (chance(0.4) ? some(24) - 12 : 0) + 20;
    const attributes = { attribution: chance(0.7) ? 'direct_quote' : 'partial_quote' };
    const mark = marked([label, start, start + 20 + (chance(0.4) ? some(18) : 0), attributes], {
      createdAt: `2022-01-${chance(0.5) ? '05' : '19'}T10:00:00Z`,
      codebookVersion: chance(0.5) ? 1 : 2,
      inFurniture: chance(0.03),
    });
    marks.set(mark.id, mark);
    return mark;
  };
  const layers = (): ReportLayer[] =>
    NAMES.filter(() => chance(0.9)).map((name) => {
      const places = Array.from({ length: 12 }, (_, place) => place).filter(() => chance(0.85));
      const more = chance(0.1) ? [marked(['actor', 5, 9]), marked(['gone', 7, 9])] : [];
      return layer(name, [...places.map(one), ...more], {
        submitted: chance(0.9),
      });
    });
  const articles = Array.from({ length: 14 }, (_, at) => article(String(at), ...layers()));
  return reported(aProject(...NAMES), articles);
}

/** Every number of a report that counts something, with its name. */
function* numbersOf(value: unknown, name: string): Generator<readonly [string, Count]> {
  if (typeof value !== 'object' || value === null) return;
  if ('behind' in value && 'count' in value) yield [name, value as Count];
  for (const [key, inner] of Object.entries(value)) {
    if (key !== 'behind') yield* numbersOf(inner, `${name}.${key}`);
  }
}

function itemsOf(engine: Engine, selector: Selector): readonly Item[] {
  return engine.behind(selector, 0, 1_000_000).items;
}

const { report, engine } = teamwork();
const all = [...numbersOf(report, 'report')];

describe('every number of a report', () => {
  it('is there to be looked at', () => {
    expect(all.length).toBeGreaterThan(200);
    expect(all.filter(([, { count }]) => count > 0).length).toBeGreaterThan(100);
    expect(report.left.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['not-submitted', 'furniture', 'helper-label', 'unknown-label']),
    );
  });

  it.each(all)('%s counts what it lists', (_name, { count, behind }) => {
    const { total, items } = engine.behind(behind, 0, 1_000_000);
    expect(total).toBe(count);
    expect(items).toHaveLength(count);
    const seen = new Set(items.map((one) => JSON.stringify(one)));
    expect(seen.size).toBe(count);
  });
});

describe('a value can be worked out again from the list', () => {
  it.each(all.filter(([, one]) => one.behind.of === 'found' && 'value' in one))(
    '%s: the share of annotations that found a match',
    (_name, figure) => {
      const { value, behind } = figure as Figure;
      const isMeant = ({ label, id }: Item['annotations'][number]): boolean => {
        if (behind.label !== undefined) return label === behind.label;
        const made = marks.get(id);
        if (behind.week !== undefined) return weekOf(made?.createdAt ?? '') === behind.week;
        return behind.version === undefined || made?.codebookVersion === behind.version;
      };
      let [found, counted] = [0, 0];
      for (const { annotations } of itemsOf(engine, behind)) {
        const own = annotations.filter(isMeant).length;
        counted += own;
        if (annotations.length === 2) found += own;
      }
      expect(counted === 0 ? null : found / counted).toBe(value);
    },
  );
});

describe('the list', () => {
  it('comes in pages', () => {
    const whole = itemsOf(engine, { of: 'matched' });
    const paged = [0, 7, 14].flatMap((from) => engine.behind({ of: 'matched' }, from, 7).items);
    expect(paged).toEqual(whole.slice(0, 21));
    expect(engine.behind({ of: 'matched' }, 7, 7).total).toBe(whole.length);
  });

  it('of a cell has what the row and the column say', () => {
    const [pair] = report.pairs;
    const cells = pair?.cells.flatMap((row, y) => row.map((cell, x) => ({ cell, x, y }))) ?? [];
    for (const { cell, x, y } of cells) {
      for (const { annotations, analysts } of itemsOf(engine, cell.behind)) {
        expect(analysts).toEqual([pair?.a, pair?.b]);
        const of = (who: string | undefined) =>
          annotations.find(({ analyst }) => analyst === who)?.label ?? null;
        expect([of(pair?.a), of(pair?.b)]).toEqual([pair?.keys[y], pair?.keys[x]]);
      }
    }
  });

  it('of the pairs adds up: matrix, histograms and matches', () => {
    for (const pair of report.pairs) {
      const sum = (list: readonly Count[]) => list.reduce((total, { count }) => total + count, 0);
      expect(sum(pair.starts)).toBe(pair.both.count);
      expect(sum(pair.ends)).toBe(pair.both.count);
      const inside = pair.cells.slice(0, -1).flatMap((row) => row.slice(0, -1));
      expect(sum(inside)).toBe(pair.both.count);
      expect(sum(pair.cells.flat())).toBe(pair.finding.count);
      expect(pair.both.count + pair.onlyA.count + pair.onlyB.count).toBe(pair.finding.count);
    }
  });
});
