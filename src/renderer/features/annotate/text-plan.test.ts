import { expect, test } from 'vitest';
import type { Furniture } from '../../../core/model/article.ts';
import { furnitureWords } from './furniture-words.ts';
import { blockIndexAt, hasHeadline, paragraphAt, placeWords, planText } from './text-plan.ts';

const furniture = (text: string, words: string, kind: Furniture['kind']): Furniture => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, kind };
};

test('blocks cover the text exactly, line breaks included', () => {
  for (const text of [
    '',
    'a',
    'a\n',
    '\n\n',
    'One.\n\nTwo.\nThree',
    `${'long '.repeat(5000)}\nend`,
  ]) {
    const { blocks, sections } = planText(text, []);
    expect(blocks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    expect(sections.flatMap(({ from, to }) => blocks.slice(from, to))).toEqual(blocks);
  }
});

test('paragraphs are numbered; blank lines and furniture are not', () => {
  const text = 'Menu\nShare\n\nOne.\n\nPhoto\nTwo.\n';
  const plan = planText(text, [
    furniture(text, 'Menu\nShare', 'navigation'),
    furniture(text, 'Photo', 'caption'),
  ]);
  expect(paragraphAt(plan, text.indexOf('Menu'))).toBe(0);
  expect(paragraphAt(plan, text.indexOf('One'))).toBe(1);
  expect(paragraphAt(plan, text.indexOf('Two'))).toBe(2);
  expect(plan.groups).toHaveLength(2);
  expect(plan.groups[0]).toMatchObject({ start: 0, lines: 2 });
});

test('neighbouring furniture of several kinds folds together, over blank lines', () => {
  const text = 'Menu\n\nPhoto\nText.';
  const { groups } = planText(text, [
    furniture(text, 'Menu', 'navigation'),
    furniture(text, 'Photo', 'caption'),
  ]);
  expect(groups).toHaveLength(1);
  expect(furnitureWords(groups[0]?.stretches ?? [], groups[0]?.lines ?? 0)).toBe(
    'navigation and caption, 2 lines',
  );
});

test('furniture inside a line folds nothing', () => {
  const text = 'By Marta Ellison in Geneva.';
  expect(planText(text, [furniture(text, 'Marta', 'byline')]).groups).toEqual([]);
});

test('a line as long as a book is cut at blanks, never in a cluster, and keeps its direction', () => {
  const rtl = planText('كلمة '.repeat(4000), []).blocks;
  expect(rtl.length).toBeGreaterThan(3);
  expect(new Set(rtl.map((block) => block.dir))).toEqual(new Set(['rtl']));
  const flags = '🇺🇦'.repeat(3000);
  for (const { start } of planText(flags, []).blocks) expect(start % 4).toBe(0);
});

test('an offset finds its block; the end of the text finds the last', () => {
  const { blocks } = planText('a\nb\nc', []);
  expect([0, 1, 2, 4, 5].map((offset) => blockIndexAt(blocks, offset))).toEqual([0, 0, 1, 2, 2]);
});

test('the line that says the title is the headline, once, near the top, and no paragraph', () => {
  const text = 'Menu\n\nA title\nOne\nA title\n';
  const plan = planText(text, [furniture(text, 'Menu', 'navigation')], 'A title');
  expect(plan.blocks.map(({ kind, number }) => `${kind} ${number}`)).toEqual([
    'paragraph 0',
    'blank 0',
    'headline 0',
    'paragraph 1',
    'paragraph 2',
  ]);
  expect(hasHeadline(plan)).toBe(true);
  expect(placeWords(plan, text.indexOf('A title'))).toBe('headline');
  expect(placeWords(plan, 0)).toBe('furniture');
  expect(placeWords(plan, text.lastIndexOf('A title'))).toBe('¶2');
  expect(hasHeadline(planText(text, [], 'Another'))).toBe(false);
});

test('an article runs as most of its own letters do, whatever its menu does', () => {
  const text = 'Home | World | Economy | Sports | Live\nجنيف – انتهى لقاء\n(Antony Blinken)';
  const menu = furniture(text, 'Home | World | Economy | Sports | Live', 'navigation');
  expect(planText(text, []).dir).toBe('ltr');
  expect(planText(`${text}\nوقال مسؤول أميركي`, [menu]).dir).toBe('rtl');
  expect(planText('Only a menu', [{ start: 0, end: 11, kind: 'navigation' }]).dir).toBe('ltr');
});
