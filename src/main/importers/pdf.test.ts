import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedArticle } from './imported-article.ts';
import { readArticles } from './read-articles.ts';
import { type PdfLine, pdfBytes } from './testing/pdf-bytes.ts';

async function read(bytes: Uint8Array, name = 'a.pdf'): Promise<ImportedArticle> {
  const result = await readArticles(name, bytes);
  const first = result.ok ? result.value.articles[0] : undefined;
  if (first === undefined) throw new Error(result.ok ? 'nothing' : result.error.message);
  return first;
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const result = await readArticles('a.pdf', bytes);
  return result.ok ? 'read' : result.error.message;
}

const furniture = ({ text, furniture: parts }: ImportedArticle): string[] =>
  parts.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);

/** Lines one below the other, from `top` down. */
const lines = (x: number, top: number, ...texts: string[]): PdfLine[] =>
  texts.map((text, index) => ({ x, y: top - index * 12, text }));

const LEFT = [
  'The ministers met for ninety minutes',
  'by the lake and agreed to meet once',
  'more next week, when the others come.',
];
const RIGHT = [
  'Nobody would say what they had agreed',
  'upon, and the press was asked to leave',
  'the shore before the boats came back.',
];

describe('a PDF', () => {
  it('is its paragraphs, with what it says of itself', async () => {
    const page = [
      { x: 60, y: 700, text: 'Talks by the lake', size: 18 },
      ...lines(60, 660, ...LEFT),
      ...lines(60, 610, ...RIGHT),
    ];
    const info = `/Title (Lake talks) /Author (Ana Lima) /CreationDate (D:20261120093000+01'00')`;
    expect(await read(pdfBytes([page], { info }))).toMatchObject({
      kind: 'pdf',
      text: ['Talks by the lake', LEFT.join(' '), RIGHT.join(' ')].join('\n\n'),
      title: 'Lake talks',
      byline: 'Ana Lima',
      date: '2026-11-20',
      charset: { name: '' },
      furniture: [],
      warnings: [],
    });
  });

  it('joins words that were divided, but not those that are written with a hyphen', async () => {
    const page = lines(
      60,
      700,
      'They signed a well-known agreement and a decla-',
      'ration of intent; both are called a well-',
      'known instrument of a densely-',
      'populated region that goes on, and it goes on (end)',
    );
    expect((await read(pdfBytes([page]))).text).toBe(
      'They signed a well-known agreement and a declaration of intent; both are called a well-known instrument of a densely-populated region that goes on, and it goes on (end)',
    );
  });

  it('reads columns one after the other, under what runs over both', async () => {
    const head = {
      x: 60,
      y: 700,
      text: 'A headline that runs over both of the columns of the page',
      size: 18,
    };
    const rows = LEFT.flatMap((text, index) => [
      { x: 60, y: 660 - index * 12, text },
      { x: 320, y: 660 - index * 12, text: RIGHT[index] ?? '' },
    ]);
    expect((await read(pdfBytes([[head, ...rows]]))).text).toBe(
      [head.text, LEFT.join(' '), RIGHT.join(' ')].join('\n\n'),
    );
  });

  it('goes on with a sentence from one column to the next', async () => {
    const left = [...LEFT.slice(0, 2), 'more next week, when all of them will'];
    const right = ['be there again, as they have promised', ...RIGHT.slice(1)];
    const page = [...lines(60, 660, ...left), ...lines(320, 660, ...right)];
    expect((await read(pdfBytes([page]))).text).toBe([...left, ...right].join(' '));
  });

  it('reads a table row by row', async () => {
    const cells = [
      ['Who', 'When'],
      ['Ana', 'Friday'],
      ['B.', 'Monday'],
      ['C.', 'Never'],
    ];
    const page = cells.flatMap(([who = '', when = ''], index) => [
      { x: 60, y: 700 - index * 14, text: who },
      { x: 300, y: 700 - index * 14, text: when },
    ]);
    expect((await read(pdfBytes([page]))).text).toBe(cells.map((row) => row.join('\t')).join('\n'));
  });

  it('dims running titles and page numbers', async () => {
    const page = (number: number, body: readonly string[]): PdfLine[] => [
      { x: 60, y: 780, text: `The Daily, 20 November 2026, ${number}` },
      ...lines(60, 600, ...body),
      { x: 300, y: 20, text: `Page ${number} of 2` },
    ];
    const article = await read(pdfBytes([page(1, LEFT), page(2, RIGHT)]));
    expect(article.text).toBe(
      [
        'The Daily, 20 November 2026, 1',
        LEFT.join(' '),
        'Page 1 of 2',
        'The Daily, 20 November 2026, 2',
        RIGHT.join(' '),
        'Page 2 of 2',
      ].join('\n\n'),
    );
    expect(furniture(article)).toEqual([
      'other: The Daily, 20 November 2026, 1',
      'other: Page 1 of 2\n\nThe Daily, 20 November 2026, 2',
      'other: Page 2 of 2',
    ]);
  });

  it('keeps lines that are not full apart, and letters of Latin-1', async () => {
    const page = lines(
      60,
      700,
      'Größe',
      'Café',
      'A line that is very much longer than both of them',
    );
    expect((await read(pdfBytes([page]))).text).toBe(
      'Größe\nCafé\nA line that is very much longer than both of them',
    );
  });

  it('is refused where it holds only pictures of text, and says which pages do', async () => {
    expect(await refusal(pdfBytes([[], []]))).toBe(
      '“a.pdf” was not imported. It holds only pictures of text, such as a scan. Recognise its text with another program, and import that.',
    );
    const article = await read(pdfBytes([[], lines(60, 600, ...LEFT)]));
    expect(article.warnings).toEqual([
      {
        kind: 'cut-off',
        message: '1 of 2 pages hold no text that can be read, at most pictures of it: 1.',
      },
    ]);
  });

  it('is refused where it is locked', async () => {
    const secret = `<${'ab'.repeat(32)}>`;
    const trailer = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${secret} /U ${secret} /P -4 >> /ID [<aa> <aa>]`;
    expect(await refusal(pdfBytes([lines(60, 600, ...LEFT)], { trailer }))).toContain(
      'It is protected by a password.',
    );
  });

  it('runs no script', async () => {
    const catalog = '/OpenAction << /S /JavaScript /JS (globalThis.ran = 1; while\\(true\\){}) >>';
    expect((await read(pdfBytes([lines(60, 600, ...LEFT)], { catalog }))).text).toBe(
      LEFT.join(' '),
    );
    expect(Reflect.get(globalThis, 'ran')).toBeUndefined();
  });

  it('is told by its content, and refused where it is damaged', async () => {
    expect((await read(pdfBytes([lines(60, 600, ...LEFT)]), 'a.txt')).kind).toBe('pdf');
    expect(await refusal(Buffer.from('%PDF-1.7\nand nothing more'))).toMatch(
      /damaged|only pictures/u,
    );
    const many = pdfBytes(Array.from({ length: 2001 }, () => []));
    expect(await refusal(many)).toContain('It has 2001 pages; at most 2000 are read.');
  });

  it('gives a value whatever is in it', async () => {
    const good = pdfBytes([lines(60, 600, ...LEFT), lines(60, 600, ...RIGHT)]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.length - 6),
        fc.integer({ min: 0, max: 255 }),
        async (at, value) => {
          const spoilt = Buffer.from(good);
          spoilt[at + 5] = value;
          expect((await readArticles('a.pdf', spoilt)).ok).toBeTypeOf('boolean');
          expect((await readArticles('a.pdf', good.subarray(0, at + 5))).ok).toBeTypeOf('boolean');
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});

const INPUTS = new URL('../../../../shared/samples/article-inputs/', import.meta.url);

describe.skipIf(!existsSync(INPUTS))('documents of other programs (skipped without them)', () => {
  const input = (name: string): string => fileURLToPath(new URL(name, INPUTS));

  it('words from right to left among others', async () => {
    const result = await readArticles(input('hello3.pdf'));
    expect(result.ok ? result.value.articles : result.error.message).toMatchObject([
      { text: 'Hello محمد World.', title: 'Hello محمد World', date: '2008-08-19' },
    ]);
  });

  it('a page of a report, its lines and divided words joined', async () => {
    const result = await readArticles(input('PDFBOX-3044-010197-p5-ligatures.pdf'));
    const article = result.ok ? result.value.articles[0] : undefined;
    expect(article?.text.split('\n\n').slice(0, 2)).toEqual([
      '1 Overview',
      'Heavy ion collisions at the Large Hadron Collider (LHC) provide an opportunity for an unprecedented expansion of the study of Quantum Chromodynamics (QCD) in systems with extremely high energy density.',
    ]);
    expect(article?.text).toContain(
      'insight into what can be expected at the LHC. The results suggest',
    );
    expect(article === undefined ? [] : furniture(article)).toEqual(['other: 4']);
  });
});
