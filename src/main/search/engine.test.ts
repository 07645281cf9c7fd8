import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Comment } from '../../core/model/comment.ts';
import type { Span } from '../../core/model/span.ts';
import { SearchedProject } from './testing/project.ts';

let project: SearchedProject;

beforeEach(async () => {
  project = new SearchedProject();
  await project.open();
});

afterEach(async () => {
  await project.remove();
});

/** Marks that a search does not see, written apart from the product's own list. */
const MARKS = /[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u0670\u06d6-\u06ed]/gu;
const SIGNS = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\u30fc]/u;
const LETTERS = /[\p{L}\p{N}\p{M}]/u;

function plain(text: string): string {
  const apart = text.normalize('NFKD').replace(/(?![\u3099\u309a])[\p{sc=Inherited}]/gu, '');
  return apart.replace(MARKS, '').toLowerCase().replace(/ς/gu, 'σ').normalize('NFC');
}

/** Every stretch of a text, tried one by one. */
function scan(text: string, word: string): Span[] {
  const wanted = plain(word);
  const at = Array.from(text).reduce<number[]>(
    (all, sign) => [...all, (all.at(-1) ?? 0) + sign.length],
    [0],
  );
  const inWord = (index: number): boolean => {
    const before = Array.from(text.slice(0, index)).at(-1) ?? ' ';
    const after = Array.from(text.slice(index))[0] ?? ' ';
    const alone = SIGNS.test(before) || SIGNS.test(after);
    return !alone && LETTERS.test(before) && LETTERS.test(after);
  };
  const found: Span[] = [];
  for (const start of at) {
    if (start < (found.at(-1)?.[1] ?? 0) || plain(Array.from(text.slice(start))[0] ?? '') === '')
      continue;
    const ends = at.filter((end) => end > start && plain(text.slice(start, end)) === wanted);
    const end = ends.at(-1);
    if (end !== undefined && !inWord(start) && !inWord(end)) found.push([start, end]);
  }
  return found;
}

const WORDS = [
  'oil',
  'Oil',
  'ÖL',
  'öl',
  'o\u0308l',
  'sanctions',
  'sanction',
  'Zürich',
  'Zurich',
  'cafe\u0301',
  'Straße',
  'ΟΔΟΣ',
  'οδός',
  'санкции',
  'Санкции',
  'ещё',
  'еще',
  '핵무기',
  '핵',
  '核兵器',
  '兵器',
  'カタカナ',
  'がん',
  'か',
  'عقوبات',
  'عُقُوبات',
  'العقوبات',
  'أحمد',
  'احمد',
  'שָׁלוֹם',
  'שלום',
  'प्रधान',
  'प्रधानमंत्री',
  '\u{1d400}bc',
  'Abc',
  'ﬁne',
  'fine',
  'İzmir',
  'izmir',
  '３.5',
  'x',
];
const GAPS = [' ', ', ', '. ', '\n', '“', '” ', '—', '-', '’', '\u00a0', '/', ' \u{1f4a9} ', ''];

const texts = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...GAPS)), { maxLength: 14 })
  .map((parts) => parts.flat().join(''));

describe('the engine and a naive scan', () => {
  it('find the same words in any script, at the same places', async () => {
    await project.open('');
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(texts, { maxLength: 4 }),
        fc.constantFrom(...WORDS),
        async (all, word) => {
          run += 1;
          const ids = all.map((_, index) => `a${String(run)}-${String(index)}`);
          await project.answers.clear({});
          await project.put(...all.map((text, index) => project.article(ids[index] ?? '', text)));
          // A word that is cut in two, such as “3.5”, is a phrase: its gaps are tested elsewhere.
          if (/\./u.test(word)) return;
          const { rows, progress } = await project.find(`"${word}"`);
          const expected = all.flatMap((text, index) =>
            scan(text, word).map(([start, end]) => [ids[index], start, end]),
          );
          expect(rows.map(({ articleId, start, end }) => [articleId, start, end])).toEqual(
            expected,
          );
          expect(progress.found).toBe(expected.length);
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);
});

const claim = (id: string, span: Span, over: object = {}) => ({
  id,
  analyst: 'ana',
  label: 'claim',
  attributes: {},
  spans: [span],
  ...over,
});

async function words(text: string, options = {}): Promise<string[]> {
  const { rows } = await project.find(text, options);
  return rows.map(({ articleId, words: found }) => `${articleId} ${found}`);
}

describe('a query', () => {
  beforeEach(async () => {
    const one = 'Caption: oil.\n\nOil sanctions hurt. New sanctions, he said, hurt oil.';
    await project.put(
      project.article('one', one, { title: 'Banks wait', furniture: [0, 13], tags: ['Banks'] }),
      project.article('two', 'The sanctioned bank. Oil!', { outlet: 'Post', date: '2023-05-02' }),
      project.article('three', '핵무기를 포기하라. 핵을', { language: 'ko-KR', date: '' }),
    );
    const at = one.indexOf('New');
    const threat = { label: 'threat', attributes: { polarity: 'negative' } };
    await project.layer('one', [claim('c', [at, at + 13]), claim('t', [at + 4, at + 20], threat)]);
    await project.layer('two', [claim('b', [0, 8], { analyst: 'ben' })], 'ben');
  });

  it.each([
    ['oil', ['one Oil', 'one oil', 'two Oil']],
    ['oil in:furniture', ['one oil']],
    ['oil in:all', ['one oil', 'one Oil', 'one oil', 'two Oil']],
    ['oil sanctions', ['one Oil', 'one sanctions', 'one sanctions', 'one oil']],
    ['"sanctions he said"', ['one sanctions, he said']],
    ['"oil oil"', []],
    ['sanction*', ['one sanctions', 'one sanctions', 'two sanctioned']],
    ['sanction', []],
    ['=Oil', ['one Oil', 'two Oil']],
    ['=oil', ['one oil']],
    ['oil -bank', ['one Oil', 'one oil']],
    ['oil -"new sanctions"', ['two Oil']],
    ['/[Ss]anction(s|ed)/', ['one sanctions', 'one sanctions', 'two sanctioned']],
    ['/O.L/is -/bank/', ['one Oil', 'one oil']],
    ['핵', ['three 핵', 'three 핵']],
    ['핵무기', ['three 핵무기']],
    ['oil outlet:post', ['two Oil']],
    ['oil -outlet:post', ['one Oil', 'one oil']],
    ['oil title:bank', ['one Oil', 'one oil']],
    ['oil tag:banks', ['one Oil', 'one oil']],
    ['oil date:2023', ['two Oil']],
    ['oil date:..2022-01', ['one Oil', 'one oil']],
    ['lang:ko', ['three ']],
    ['state:new', ['two ', 'three ']],
    ['label:claim', ['one New sanctions']],
    ['label:claim,threat', ['one New sanctions', 'one sanctions, he sa']],
    ['label:*', ['one New sanctions', 'one sanctions, he sa']],
    ['attribute:polarity=negative', ['one sanctions, he sa']],
    ['attribute:polarity=positive', []],
    ['sanctions label:claim', ['one sanctions']],
    ['sanctions -label:*', ['one sanctions']],
    ['oil label:claim attribute:polarity=*', []],
    ['-label:* oil', ['one Oil', 'one oil', 'two Oil']],
    ['-label:claim outlet:*', ['two ', 'three ']],
  ])('%s', async (text, expected) => {
    expect(await words(text)).toEqual(expected);
  });

  it('sees the layers it is told of, and no others', async () => {
    expect(await words('label:claim', { analysts: ['ben'] })).toEqual(['two The sanc']);
    expect(await words('label:claim', { analysts: ['ana', 'ben'] })).toHaveLength(2);
    expect(await words('state:in-progress', { analysts: ['ben'] })).toEqual(['two ']);
  });

  it('orders its lines by the words around the hit, outward', async () => {
    const before = async (sorting: 'left' | 'right') =>
      (await project.find('sanction*', { sorting })).rows.map(({ left, right }) =>
        sorting === 'left' ? left.split(' ').at(-2) : right.trim(),
      );
    expect(await before('left')).toEqual(['New', 'Oil', 'The']);
    expect((await before('right')).map((text) => text?.replace(/^\W+/u, '').slice(0, 4))).toEqual([
      'bank',
      'he s',
      'hurt',
    ]);
    const dates = (await project.find('oil', { sorting: 'date' })).rows.map(({ date }) => date);
    expect(dates).toEqual(['2022-01-21', '2022-01-21', '2023-05-02']);
  });

  it('refuses what is no regular expression', async () => {
    await expect(project.find('/a(b/')).rejects.toThrow('regular expression');
    await expect(project.find('/(?=a)b/')).rejects.toThrow('regular expression');
  });

  it('is not held up by an expression that other engines choke on', async () => {
    await project.put(project.article('long', `${'a'.repeat(30_000)}!`));
    const began = performance.now();
    expect((await project.find('/(a+)+$/')).progress.found).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

const says = (id: string, analyst: string, text: string, over: Partial<Comment> = {}): Comment => ({
  id,
  articleId: 'one',
  analyst,
  target: '',
  targetAnalyst: '',
  thread: id,
  text,
  action: 'say',
  createdAt: `2026-01-0${id.slice(1)}T00:00:00.000Z`,
  updatedAt: `2026-01-0${id.slice(1)}T00:00:00.000Z`,
  ...over,
});

describe('doubt, comments, and labels of articles', () => {
  const text = 'Oil sanctions hurt. Banks fear sanctions.';
  const onClaim = { target: 'c', targetAnalyst: 'ana' };
  beforeEach(async () => {
    await project.put(
      project.article('one', text),
      project.article('two', text),
      project.article('three', text),
    );
    const claims = [
      claim('c', [0, 13], { confidence: 'low' }),
      claim('d', [20, 25], { confidence: 'high' }),
      claim('e', [31, 40]),
      claim('', [0, 0], { spans: [], label: 'opinion', attributes: { tone: 'sharp' } }),
    ];
    await project.layer('one', claims, 'ana', [
      says('m1', 'ana', 'Is this a Demand?', onClaim),
      says('m2', 'ana', 'Settled.', { target: 'd', targetAnalyst: 'ana' }),
      says('m3', 'ana', '', { target: 'd', targetAnalyst: 'ana', thread: 'm2', action: 'resolve' }),
    ]);
    await project.layer('one', [claim('b', [0, 3], { analyst: 'ben' })], 'ben', [
      says('m4', 'ben', 'Rule 10 says so.', { ...onClaim, thread: 'm1' }),
      says('m5', 'ben', 'A secret doubt.', { target: 'b', targetAnalyst: 'ben' }),
    ]);
    await project.layer('two', [], 'ben', [
      says('m6', 'ben', 'Who wrote this?', { articleId: 'two' }),
    ]);
  });

  it.each([
    ['confidence:low', ['one Oil sanctions']],
    ['is:unsure', ['one Oil sanctions']],
    ['confidence:>low', ['one Banks']],
    ['confidence:none', ['one sanctions']],
    ['label:claim -confidence:*', ['one sanctions']],
    ['sanctions is:unsure', ['one sanctions']],
    [
      'sanctions -is:unsure',
      ['one sanctions', 'two sanctions', 'two sanctions', 'three sanctions', 'three sanctions'],
    ],
    ['comment:demand', ['one Oil sanctions']],
    ['comment:"rule 10"', ['one Oil sanctions']],
    ['comment:secret', []],
    ['has:comment', ['one Oil sanctions', 'one Banks', 'two ']],
    ['label:claim has:comment', ['one Oil sanctions', 'one Banks']],
    ['is:open-thread', ['one Oil sanctions', 'two ']],
    ['is:resolved-thread', ['one Banks']],
    ['label:claim -has:comment', ['one sanctions']],
    ['-has:comment oil', ['three Oil']],
    ['-has:comment outlet:*', ['three ']],
    ['comment:wrote sanctions', ['two sanctions', 'two sanctions']],
    ['label:opinion', ['one ']],
    ['label:opinion,claim', ['one ', 'one Oil sanctions', 'one Banks', 'one sanctions']],
    ['attribute:tone=sharp', ['one ']],
    ['banks label:opinion', ['one Banks']],
    ['hurt -label:*', ['one hurt', 'two hurt', 'three hurt']],
    ['hurt -label:opinion', ['two hurt', 'three hurt']],
    ['label:*', ['one Oil sanctions', 'one Banks', 'one sanctions']],
    ['analyst:ana', ['one Oil sanctions', 'one Banks', 'one sanctions']],
  ])('%s', async (asked, expected) => {
    expect(await words(asked)).toEqual(expected);
  });

  it('name the labels of an article on its line', async () => {
    const { rows } = await project.find('label:opinion');
    expect(rows.map(({ labels, annotation }) => [labels, annotation])).toEqual([
      [['opinion'], undefined],
    ]);
  });

  it('are gone with their layer', async () => {
    await project.layer('one', [], 'ana');
    await project.layer('one', [], 'ben');
    expect(await words('has:comment')).toEqual(['two ']);
    expect(await words('label:opinion')).toEqual([]);
  });
});

describe('many articles', () => {
  it('are looked at once each, in the order they were added', async () => {
    const ids = Array.from({ length: 700 }, (_, number) => `n${String(number)}`);
    await project.put(...ids.map((id) => project.article(id, `Oil in ${id}.`)));
    for (const text of ['oil', 'oi*', '/O[a-z]l/', 'oil title:n6']) {
      const { progress, rows } = await project.find(text);
      const expected = text.includes('title') ? ids.filter((id) => id.startsWith('n6')) : ids;
      expect(rows.map(({ articleId }) => articleId)).toEqual(expected);
      expect(progress).toMatchObject({ found: expected.length, articles: expected.length });
    }
  });

  it('give a page anywhere in the order', async () => {
    const texts = ['c', 'a', 'b'].map((word, n) => project.article(`n${String(n)}`, `${word} oil`));
    await project.put(...texts);
    await project.find('oil');
    const page = await project.answers.page({ id: 'q1', sorting: 'left', from: 1, count: 1 });
    expect(page.rows.map(({ left }) => left)).toEqual(['b ']);
    expect(await project.answers.page({ id: 'old', sorting: 'left', from: 0, count: 9 })).toEqual({
      rows: [],
    });
  });
});
