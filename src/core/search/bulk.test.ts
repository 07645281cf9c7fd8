import { describe, expect, it } from 'vitest';
import type { Span } from '../model/span.ts';
import { anAnnotation, SOME_TIME } from '../testing/builders.ts';
import { type BulkAction, type BulkArticle, type BulkHit, planBulk } from './bulk.ts';

const TEXT = 'Oil sanctions. New sanctions, e\u0301tat. \u{1f468}\u{1f3fb}\u200d\u{1f692}!';

function hit(words: string, from = 0, annotationId?: string): BulkHit {
  const start = TEXT.indexOf(words, from);
  return { span: [start, start + words.length], words, annotationId };
}

function article(over: Partial<BulkArticle> = {}): BulkArticle {
  let ids = 0;
  return {
    articleId: 'art',
    text: TEXT,
    annotations: [],
    analyst: 'ana',
    codebookVersion: 3,
    now: SOME_TIME,
    newId: () => {
      ids += 1;
      return `n${String(ids)}`;
    },
    isFrozen: false,
    isMeant: () => true,
    ...over,
  };
}

const annotation = (id: string, span: Span, over: object = {}) =>
  anAnnotation(TEXT, [span], { id, articleId: 'art', analyst: 'ana', ...over });

const plan = (action: BulkAction, hits: readonly BulkHit[], over: Partial<BulkArticle> = {}) =>
  planBulk(article(over), hits, action);

const add: BulkAction = { kind: 'add', label: 'claim' };

describe('labelling hits', () => {
  it('adds one annotation on the words of each, stamped and anchored', () => {
    const steps = plan(add, [hit('sanctions'), hit('sanctions', 8)]);
    expect(steps.map(({ outcome, quote, snapped }) => [outcome, quote, snapped])).toEqual([
      ['add', 'sanctions', false],
      ['add', 'sanctions', false],
    ]);
    expect(steps[1]?.draft).toMatchObject({
      c: 'layer.ana',
      k: 'annotation',
      r: 'art/n2',
      p: { label: 'claim', codebookVersion: 3, createdAt: SOME_TIME, _del: false },
    });
    expect(steps[1]?.draft?.p['spans']).toMatchObject({ spans: [[19, 28]], quote: ['sanctions'] });
  });

  it('cuts no character: the span is widened, and the preview says so', () => {
    const [half] = plan(add, [hit('\u{1f468}')]);
    expect(half).toMatchObject({
      outcome: 'add',
      snapped: true,
      quote: '\u{1f468}\u{1f3fb}\u200d\u{1f692}',
    });
    // Two hits inside one character come to one annotation.
    const both = plan(add, [hit('\u{1f468}'), hit('\u{1f692}')]);
    expect(both.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['add', undefined],
      ['skip', 'repeated'],
    ]);
  });

  it('skips, and says why, what is there already, has no words, or has moved', () => {
    const there = annotation('a', [4, 13]);
    const other = annotation('b', [4, 13], { label: 'threat' });
    const reasons = (hits: readonly BulkHit[]) =>
      plan(add, hits, { annotations: [there, other] }).map(({ reason }) => reason);
    expect(reasons([hit('sanctions')])).toEqual(['identical']);
    expect(reasons([{ span: [5, 5], words: '', annotationId: undefined }])).toEqual([
      'whole-article',
    ]);
    expect(reasons([hit(' ')])).toEqual(['no-words']);
    expect(reasons([{ ...hit('Oil'), words: 'Gas' }])).toEqual(['moved']);
  });
});

describe('changing annotations by their hits', () => {
  const annotations = [
    annotation('a', [0, 13]),
    annotation('b', [4, 13], { label: 'threat', attributes: { polarity: 'negative' } }),
  ];
  const outcome = (action: BulkAction, hits: readonly BulkHit[], over = {}) =>
    plan(action, hits, { annotations, ...over }).map(
      ({ outcome: what, reason, draft }) => `${reason ?? what} ${draft?.r ?? ''}`,
    );

  it('concerns those that touch the hit, or the one that is the hit', () => {
    const threat: BulkAction = { kind: 'relabel', label: 'threat' };
    expect(outcome(threat, [hit('sanctions')])).toEqual(['change art/a', 'already ']);
    expect(outcome(threat, [hit('sanctions', 0, 'b')])).toEqual(['already ']);
    expect(outcome(threat, [hit('New')])).toEqual(['no-annotation ']);
    const onlyB = { isMeant: ({ id }: { id: string }) => id === 'b' };
    expect(outcome({ kind: 'remove' }, [hit('Oil'), hit('sanctions')], onlyB)).toEqual([
      'no-annotation ',
      'remove art/b',
    ]);
  });

  it('changes each once, however many hits it covers', () => {
    expect(outcome({ kind: 'remove' }, [hit('Oil'), hit('sanctions')])).toEqual([
      'remove art/a',
      'repeated ',
      'remove art/b',
    ]);
  });

  it('sets and clears an attribute', () => {
    const set = (value: string | null): BulkAction => ({
      kind: 'attribute',
      name: 'polarity',
      value,
    });
    expect(outcome(set('negative'), [hit('sanctions')])).toEqual(['change art/a', 'already ']);
    expect(outcome(set(null), [hit('sanctions')])).toEqual(['already ', 'change art/b']);
  });

  it('leaves alone what is not what it quotes', () => {
    const [first] = annotations;
    if (first === undefined) throw new Error('none');
    const anchor = { ...first.anchor, quote: ['Oil sanctionz'] };
    const broken = { annotations: [{ ...first, anchor }] };
    expect(outcome({ kind: 'remove' }, [hit('Oil')], broken)).toEqual(['moved ']);
  });
});
