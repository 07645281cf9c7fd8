import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribute } from '../model/attribute.ts';
import { PLAIN_ATTRIBUTE } from '../model/attribute.ts';
import type { Span } from '../model/span.ts';
import { anAnnotation, sha256 } from '../testing/builders.ts';
import { aLayer, itemsIn, itemsRequest, REVIEW_TEXT } from '../testing/review.ts';
import { isUnanimous, itemId, itemsOf, letterAt } from './items.ts';
import type { ReviewLayer } from './reading.ts';

const LONG =
  'without binding limits on the growth of the alliance it will turn to military and technical means';
const SHORT = 'it will turn to military and technical means';

describe('what is compared', () => {
  it('groups identical readings and tells who gave them, most readers first', () => {
    const [item, ...rest] = itemsIn(
      aLayer('cem', [SHORT, 'claim']),
      aLayer('ana', [LONG]),
      aLayer('ben', [LONG]),
      aLayer('dan', [SHORT]),
    );
    expect(rest).toEqual([]);
    expect(item?.candidates[0]).toMatchObject({
      key: 'A',
      label: 'threat',
      quote: [LONG],
      from: [
        ['ana', 'ana-0'],
        ['ben', 'ben-0'],
      ],
    });
    expect(item?.candidates.map(({ key }) => key)).toEqual(['A', 'B', 'C']);
    expect(item).toMatchObject({ kind: 'label', differs: ['label', 'boundary'], absent: [] });
  });

  it.each([
    ['agree', [aLayer('a', [LONG]), aLayer('b', [LONG])], []],
    ['boundary', [aLayer('a', [LONG]), aLayer('b', [SHORT])], ['boundary']],
    ['label', [aLayer('a', [LONG]), aLayer('b', [LONG, 'claim'])], ['label']],
    [
      'attribute',
      [aLayer('a', [LONG, 'threat', { kind: 'compel' }]), aLayer('b', [LONG])],
      ['attribute'],
    ],
    ['missed', [aLayer('a', [LONG]), aLayer('b', [LONG]), aLayer('c')], ['missed']],
    ['extra', [aLayer('a', [LONG]), aLayer('b')], ['missed']],
  ] as const)('calls it %s', (kind, layers, differs) => {
    const [item] = itemsIn(...layers);
    expect(item).toMatchObject({ kind, differs });
    expect(item === undefined ? undefined : isUnanimous(item)).toBe(kind === 'agree');
  });

  it('does not take what is nested under another label for the same thing', () => {
    const items = itemsIn(aLayer('a', [LONG]), aLayer('b', ['the alliance', 'actor']));
    expect(items.map(({ kind }) => kind)).toEqual(['extra', 'extra']);
  });

  it('matches each two analysts as well as can be, not the first pair that overlaps', () => {
    const items = itemsIn(
      aLayer('a', [LONG], [SHORT]),
      aLayer('b', [SHORT], ['without binding limits']),
    );
    expect(items.map(({ candidates }) => candidates.length)).toEqual([2, 1]);
    expect(items[1]).toMatchObject({ kind: 'agree', candidates: [{ quote: [SHORT] }] });
  });

  it('does not compare what the codebook leaves out of agreement, nor silence with silence', () => {
    const attribute: Attribute = {
      ...PLAIN_ATTRIBUTE,
      id: 'tone',
      name: 'Tone',
      type: 'text',
      order: 1,
      agreement: false,
    };
    const layers = [
      aLayer('a', [LONG, 'threat', { tone: 'veiled', kind: '' }]),
      aLayer('b', [LONG]),
    ];
    const attributes = new Map([['tone', attribute]]);
    expect(itemsOf(itemsRequest(layers, { attributes }))[0]?.kind).toBe('agree');
    expect(itemsOf(itemsRequest(layers))[0]?.kind).toBe('attribute');
  });

  it('compares actors by their words, for their ids hold in one layer only', () => {
    const actor: Attribute = {
      ...PLAIN_ATTRIBUTE,
      id: 'speaker',
      name: 'Speaker',
      type: 'actor',
      order: 1,
    };
    const withSpeaker = (analyst: string): ReviewLayer => {
      const layer = aLayer(analyst, [LONG], ['Moscow', 'actor']);
      const [first, second] = layer.annotations;
      if (first === undefined || second === undefined) throw new Error('two marks');
      const speaker = [{ annotation: second.id }];
      return { ...layer, annotations: [{ ...first, attributes: { speaker } }, second] };
    };
    const request = itemsRequest([withSpeaker('a'), withSpeaker('b')], {
      attributes: new Map([['speaker', actor]]),
      without: new Set(['actor']),
    });
    const items = itemsOf(request);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      kind: 'agree',
      candidates: [{ attributes: { speaker: [{ text: 'Moscow' }] } }],
    });
  });

  it('gives items that put the same question the same pattern', () => {
    const [first] = itemsIn(aLayer('a', ['Moscow']), aLayer('b', ['Moscow', 'claim']));
    const [other] = itemsIn(aLayer('c', ['Moscow', 'claim']), aLayer('d', ['Moscow']));
    const [third] = itemsIn(aLayer('a', ['Moscow']), aLayer('b', ['Moscow']));
    expect(other?.pattern).toBe(first?.pattern);
    expect(third?.pattern).not.toBe(first?.pattern);
    expect(other?.id).not.toBe(first?.id);
  });

  it('names an item by its article and annotations, and by nothing else', () => {
    expect(
      itemId(
        'x',
        [
          ['a', '1'],
          ['b', '2'],
        ],
        sha256,
      ),
    ).toBe(
      itemId(
        'x',
        [
          ['b', '2'],
          ['a', '1'],
        ],
        sha256,
      ),
    );
    expect(itemId('x', [['a', '1']], sha256)).not.toBe(itemId('y', [['a', '1']], sha256));
    expect([0, 25, 26, 52].map(letterAt)).toEqual(['A', 'Z', 'A2', 'A3']);
  });
});

describe('order does not matter', () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 25 }))
    .map(([start, length]): Span => [start, start + length]);
  const mark = fc.record({ span, label: fc.constantFrom('claim', 'threat') });
  const layersArb = fc
    .array(fc.array(mark, { maxLength: 6 }), { minLength: 1, maxLength: 4 })
    .map((all) =>
      all.map((marks, index): ReviewLayer => {
        const analyst = `p${String(index)}`;
        return {
          analyst,
          relations: [],
          annotations: marks.map((one, at) =>
            anAnnotation(REVIEW_TEXT, [one.span], {
              id: `m${String(at)}`,
              analyst,
              label: one.label,
            }),
          ),
        };
      }),
    );
  const shuffled = layersArb.chain((layers) =>
    fc.tuple(
      fc.constant(layers),
      fc
        .shuffledSubarray(layers, { minLength: layers.length })
        .chain((order) =>
          fc.tuple(
            ...order.map((layer) =>
              fc
                .shuffledSubarray([...layer.annotations], { minLength: layer.annotations.length })
                .map((annotations) => ({ ...layer, annotations })),
            ),
          ),
        ),
    ),
  );

  it('the same items come out in whatever order analysts and annotations come in', () => {
    fc.assert(
      fc.property(shuffled, ([layers, other]) => {
        expect(itemsOf(itemsRequest(other))).toEqual(itemsOf(itemsRequest(layers)));
      }),
      { numRuns: 150 },
    );
  });

  it('every annotation is in exactly one item, and no analyst is in one twice', () => {
    fc.assert(
      fc.property(layersArb, (layers) => {
        const items = itemsOf(itemsRequest(layers));
        const sources = items.flatMap(({ candidates }) => candidates.flatMap(({ from }) => from));
        const names = sources.map(([analyst, id]) => `${analyst}/${id}`);
        const all = layers.flatMap((one) => one.annotations.map((a) => `${a.analyst}/${a.id}`));
        expect(names.toSorted()).toEqual(all.toSorted());
        for (const { candidates, absent, score } of items) {
          const readers = candidates.flatMap(({ from }) => from.map(([analyst]) => analyst));
          expect([...readers, ...absent].toSorted()).toEqual(
            layers.map(({ analyst }) => analyst).toSorted(),
          );
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(score === 0).toBe(candidates.length === 1 && absent.length === 0);
        }
      }),
      { numRuns: 150 },
    );
  });
});
