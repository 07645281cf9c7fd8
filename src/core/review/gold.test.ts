import { describe, expect, it } from 'vitest';
import { annotationFrom } from '../log/annotation-ops.ts';
import { resolveTombstone } from '../log/invert.ts';
import { layerChannel, type OpDraft } from '../log/op.ts';
import { applyOp, type RecordState } from '../log/record.ts';
import { sha256 } from '../testing/builders.ts';
import { aDecision, aLayer, itemsIn, REVIEW_TEXT } from '../testing/review.ts';
import type { Decision } from './decision.ts';
import { GOLD_ANALYST, type GoldNow, goldFrom, settle, settledRelations } from './gold.ts';
import type { Item, ReviewLayer } from './reading.ts';

function desk(layers: readonly ReviewLayer[]) {
  const records = new Map<string, Map<string, RecordState>>();
  let clock = 0;
  const kind = (name: string): Map<string, RecordState> => {
    const known = records.get(name) ?? new Map<string, RecordState>();
    records.set(name, known);
    return known;
  };
  const now = (): GoldNow => goldFrom(kind('annotation'), kind('relation'));
  const write = (drafts: readonly OpDraft[]): void => {
    for (const draft of drafts) {
      clock += 1;
      const before = kind(draft.k).get(draft.r);
      const t = `${String(clock).padStart(5, '0')}.a`;
      const b = Object.fromEntries(
        Object.entries(before ?? {}).map(([field, { stamp }]) => [field, [stamp]]),
      );
      kind(draft.k).set(draft.r, applyOp(before, { t, b, p: resolveTombstone(draft, before).p }));
    }
  };
  return {
    now,
    decide(decisions: readonly Decision[], replaced: readonly string[] = []) {
      const drafts = settle(decisions, new Set(replaced), {
        text: REVIEW_TEXT,
        layers,
        gold: now(),
        codebookVersion: 3,
        digest: sha256,
      });
      if (drafts.ok) write(drafts.value);
      return drafts;
    },
    annotations: () =>
      [...kind('annotation')].flatMap(
        ([id, record]) => annotationFrom(layerChannel(GOLD_ANALYST), id, record) ?? [],
      ),
    record: (id: string) => kind('annotation').get(id),
  };
}

const layers = [
  aLayer('a', ['Moscow', 'threat', { kind: 'compel' }]),
  aLayer('b', ['Moscow has', 'claim']),
];
const [ITEM] = itemsIn(...layers) as [Item];

describe('gold from decisions', () => {
  it('has the value that stands, and where it comes from', () => {
    const gold = desk(layers);
    const mine = ITEM.candidates.find(({ label }) => label === 'threat');
    if (mine === undefined) throw new Error('a threat');
    gold.decide([aDecision(ITEM, 'accept', { value: [mine] })]);
    const [one] = gold.annotations();
    expect(one).toMatchObject({
      label: 'threat',
      anchor: { quote: ['Moscow'], prefix: '' },
      attributes: { kind: 'compel' },
      codebookVersion: 3,
      origin: { kind: 'review', by: 'lena' },
    });
    const record = gold.record(`${ITEM.articleId}/g${ITEM.id}`);
    expect(record?.['from']?.value).toEqual([['a', 'a-0']]);
    expect(record?.['item']?.value).toBe(ITEM.id);
    expect(record?.['decision']?.value).toBe(`d-${ITEM.id}`);
  });

  it('keeps several where several stand, and none where nothing does', () => {
    const gold = desk(layers);
    gold.decide([aDecision(ITEM, 'keep-both', { value: ITEM.candidates })]);
    expect(gold.annotations()).toHaveLength(2);
    gold.decide([aDecision(ITEM, 'nothing', { id: 'd2' })]);
    expect(gold.annotations()).toEqual([]);
  });

  it('leaves no answer of the decision that it takes the place of', () => {
    const gold = desk(layers);
    const [threat, claim] = ['threat', 'claim'].map((label) =>
      ITEM.candidates.filter((one) => one.label === label),
    );
    gold.decide([aDecision(ITEM, 'accept', { value: threat ?? [] })]);
    gold.decide([aDecision(ITEM, 'accept', { id: 'd2', value: claim ?? [] })]);
    expect(gold.annotations()).toMatchObject([{ label: 'claim', attributes: {} }]);
  });

  it('takes away what an item settled that is not there any more', () => {
    const gold = desk(layers);
    gold.decide([aDecision(ITEM)]);
    const other = { ...ITEM, id: 'i-other' };
    gold.decide([aDecision(other, 'nothing')], [ITEM.id]);
    expect(gold.annotations()).toEqual([]);
  });

  it('refuses what has no place in the text', () => {
    const gold = desk(layers);
    const value = [{ label: 'threat', spans: [[0, 9999]] as const, quote: ['x'], attributes: {} }];
    expect(gold.decide([aDecision(ITEM, 'new', { value })]).ok).toBe(false);
    expect(gold.annotations()).toEqual([]);
  });
});

describe('settled relations', () => {
  const gold = [
    {
      id: 'g1',
      item: 'i1',
      from: [
        ['a', '1'],
        ['b', '1'],
        ['c', '1'],
      ] as const,
    },
    {
      id: 'g2',
      item: 'i2',
      from: [
        ['a', '2'],
        ['b', '2'],
        ['c', '2'],
      ] as const,
    },
  ];
  const drawnBy = (...who: readonly string[]) =>
    settledRelations(
      'article',
      gold,
      who.map((analyst) => ({
        analyst,
        annotations: [],
        relations: [
          {
            id: `r-${analyst}`,
            articleId: 'article',
            analyst,
            type: 'targets',
            from: '1',
            to: '2',
          },
        ],
      })),
      sha256,
    );

  it('are those that at least half drew of the people behind both ends', () => {
    expect(drawnBy('a')).toEqual([]);
    expect(drawnBy('b', 'a')).toMatchObject([
      {
        type: 'targets',
        from: 'g1',
        to: 'g2',
        sources: [
          ['a', 'r-a'],
          ['b', 'r-b'],
        ],
      },
    ]);
  });

  it('have the same id whoever drew them', () => {
    expect(drawnBy('a', 'b')[0]?.id).toBe(drawnBy('b', 'c')[0]?.id);
  });
});
