import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportArticle } from '../formats/format.ts';
import type { Annotation } from '../model/annotation.ts';
import type { Furniture } from '../model/article.ts';
import {
  anAnnotation,
  anArticle,
  anExportArticle,
  aRelation,
  SOME_TIME,
  sha256,
} from '../testing/builders.ts';
import { boundaries, markedText } from '../testing/nasty-text.ts';
import { checkAnchor } from '../text/anchor.ts';
import { applyChoice } from './apply-choice.ts';
import { EVERYTHING, type ExportChoice } from './choice.ts';
import { leftOut } from './left-out.ts';
import { cutFurniture } from './without-furniture.ts';

function apply(from: ExportArticle, choice: Partial<ExportChoice>) {
  const left = leftOut();
  const made = applyChoice(from, { ...EVERYTHING, ...choice }, { sha256, left });
  return { made, left: Object.fromEntries(left.all().map(({ what, count }) => [what, count])) };
}

/** A marked text with furniture somewhere in it. */
const cases = markedText(6).chain(({ text, marks }) => {
  const places = boundaries(text);
  const edge = fc.nat({ max: places.length - 1 }).map((index) => places[index] ?? 0);
  return fc.uniqueArray(edge, { maxLength: 6 }).map((edges): ExportArticle => {
    const sorted = edges.toSorted((a, b) => a - b);
    const furniture = sorted.flatMap((start, index): Furniture[] => {
      const end = sorted[index + 1];
      return index % 2 === 0 && end !== undefined ? [{ start, end, kind: 'other' }] : [];
    });
    const annotations = marks.map((spans, index) => anAnnotation(text, spans, { id: `a${index}` }));
    return anExportArticle(text, { article: anArticle(text, { furniture }), annotations });
  });
});

function sum(counts: Record<string, number>, beginning: string): number {
  return Object.entries(counts)
    .filter(([what]) => what.startsWith(beginning))
    .reduce((total, [, count]) => total + count, 0);
}

const CUTS: readonly Partial<ExportChoice>[] = [
  { furniture: 'out' },
  { unit: 'sentence' },
  { furniture: 'out', unit: 'sentence' },
];

describe.each(CUTS)('a text that is cut: %j', (choice) => {
  it('keeps the words of every annotation, and counts those it leaves out', () => {
    fc.assert(
      fc.property(cases, (from) => {
        const { made, left } = apply(from, choice);
        const before = new Map(from.annotations.map((one) => [one.id, one.anchor.quote]));
        let kept = 0;
        for (const { article, text, annotations } of made) {
          expect(article).toMatchObject({ characters: text.length, sha256: sha256(text) });
          for (const one of annotations) {
            expect(checkAnchor(text, one.anchor)).toBe('ok');
            expect(one.anchor.quote).toEqual(before.get(one.id));
            expect(one.articleId).toBe(article.id);
            kept += 1;
          }
        }
        expect(kept + sum(left, 'annotations')).toBe(from.annotations.length);
        expect(new Set(made.map(({ article }) => article.id)).size).toBe(made.length);
      }),
      { numRuns: 150 },
    );
  });
});

it('a text without its furniture is the text around it, with no words run together', () => {
  fc.assert(
    fc.property(cases, ({ text, article: { furniture } }) => {
      const cut = cutFurniture(text, furniture);
      for (const { from, to, at } of cut.pieces) {
        expect(cut.text.slice(at, at + to - from)).toBe(text.slice(from, to));
      }
      const taken = furniture.reduce((total, { start, end }) => total + end - start, 0);
      expect(cut.pieces.reduce((total, { from, to }) => total + to - from, 0)).toBe(
        text.length - taken,
      );
    }),
  );
  const glued = cutFurniture('oneADtwo', [{ start: 3, end: 5, kind: 'other' }]);
  expect(glued.text).toBe('one\ntwo');
  const apart = cutFurniture('one AD two', [{ start: 4, end: 6, kind: 'other' }]);
  expect(apart.text).toBe('one  two');
});

const TEXT = 'Share this!\nMoscow would answer. Brussels waits, it said.\nMore news';
const at = (words: string): [number, number] => [
  TEXT.indexOf(words),
  TEXT.indexOf(words) + words.length,
];
const mark = (words: string, over: Partial<Annotation>): Annotation =>
  anAnnotation(TEXT, [at(words)], { id: words, ...over });
const moscow = mark('Moscow', { label: 'actor' });
const answer = mark('would answer', {
  label: 'threat',
  attributes: { who: [{ annotation: 'Moscow' }, { annotation: 'Brussels' }], plain: 'x' },
});
const brussels = mark('Brussels', { label: 'actor', analyst: moscow.analyst });
const across = mark('answer. Brussels', { label: 'claim' });
const share = mark('Share', { label: 'claim' });
const from = anExportArticle(TEXT, {
  article: anArticle(TEXT, {
    furniture: [
      { start: 0, end: 12, kind: 'navigation' },
      { start: TEXT.indexOf('More'), end: TEXT.length, kind: 'related' },
    ],
  }),
  annotations: [share, moscow, answer, across, brussels],
  relations: [aRelation(answer, moscow), aRelation(answer, brussels)],
  documentLabels: [{ analyst: 'ben', labels: { stance: 'firm' } }],
  documents: [{ analyst: 'ben', note: 'read twice', seen: 20 }],
  comments: ['Moscow', 'Share', ''].map((target, index) => ({
    id: `c${index}`,
    articleId: moscow.articleId,
    analyst: 'ben',
    target,
    targetAnalyst: target === '' ? '' : moscow.analyst,
    thread: `c${index}`,
    text: `on ${target}`,
    action: 'say',
    createdAt: SOME_TIME,
    updatedAt: SOME_TIME,
  })),
});

const idsOf = ({ annotations }: ExportArticle): string[] => annotations.map(({ id }) => id);

describe('what is left out', () => {
  it('of sentences is counted, and what names something in another says its words', () => {
    const { made, left } = apply(from, { unit: 'sentence' });
    expect(made.map(({ text }) => text)).toEqual([
      'Share this!',
      'Moscow would answer.',
      'Brussels waits, it said.',
      'More news',
    ]);
    expect(made.map(idsOf)).toEqual([['Share'], ['Moscow', 'would answer'], ['Brussels'], []]);
    expect(made.map(({ article }) => article.furniture.length)).toEqual([1, 0, 0, 1]);
    expect(made[1]?.annotations[1]?.attributes).toEqual({
      who: [{ annotation: 'Moscow' }, { text: 'Brussels' }],
      plain: 'x',
    });
    expect(made.map(({ relations }) => relations.length)).toEqual([0, 1, 0, 0]);
    expect(made.map(({ comments = [] }) => comments.map(({ id }) => id))).toEqual([
      ['c1'],
      ['c0'],
      [],
      [],
    ]);
    expect(left).toEqual({
      'labels of a whole article': 1,
      'notes on a whole article, and states': 1,
      'annotations that cross the edge of a sentence': 1,
      'relations that cross the edge of a sentence, or with an end that does': 1,
      'comments on a whole article': 1,
    });
    expect(made[1]?.article).toMatchObject({
      id: `${from.article.id}.s2`,
      title: 'A title (2)',
      source: { file: 'article.txt', cut: { article: from.article.id, start: 12 } },
    });
  });

  it('of furniture is counted, and the rest stays with the article', () => {
    const { made, left } = apply(from, { furniture: 'out' });
    expect(made).toHaveLength(1);
    expect(made[0]?.text).toBe('Moscow would answer. Brussels waits, it said.\n');
    expect(made[0] && idsOf(made[0])).toEqual([
      'Moscow',
      'would answer',
      'answer. Brussels',
      'Brussels',
    ]);
    expect(made[0]).toMatchObject({
      article: { id: from.article.id, furniture: [] },
      documentLabels: from.documentLabels,
      documents: [{ note: 'read twice', seen: 8 }],
    });
    expect(made[0]?.comments?.map(({ id }) => id)).toEqual(['c0', 'c2']);
    expect(left).toEqual({
      furniture: 2,
      'annotations that touch furniture': 1,
      'comments on annotations that are left out': 1,
    });
  });

  it('of labels takes relations and comments with it, and leaves words', () => {
    const { made, left } = apply(from, { labels: { mode: 'without', ids: ['actor', 'stance'] } });
    expect(made[0] && idsOf(made[0])).toEqual(['Share', 'would answer', 'answer. Brussels']);
    expect(made[0]?.annotations[1]?.attributes).toMatchObject({
      who: [{ text: 'Moscow' }, { text: 'Brussels' }],
    });
    expect(made[0]?.relations).toEqual([]);
    expect(made[0]?.documentLabels).toEqual([]);
    expect(left).toEqual({
      'annotations of labels that were not chosen': 2,
      'document labels that were not chosen': 1,
      'relations one of whose ends is left out': 2,
      'comments on annotations that are left out': 1,
    });
    const only = apply(from, { labels: { mode: 'only', ids: ['actor'] } });
    expect(only.made[0] && idsOf(only.made[0])).toEqual(['Moscow', 'Brussels']);
  });

  it('is nothing where nothing is chosen', () => {
    const { made, left } = apply(from, {});
    expect(made).toEqual([from]);
    expect(left).toEqual({});
  });
});
