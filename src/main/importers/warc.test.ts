import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportOptions } from './import-file.ts';
import type { ImportedArticle } from './imported-article.ts';
import { readArticles } from './read-articles.ts';

const PROSE =
  'The ministers met for ninety minutes by the lake and agreed to meet again next week.';
const PAGE = `<html><head><title>Talks</title></head><body><h1>Talks</h1><p>${PROSE}</p></body></html>`;
const TEXT = `Talks\n\n${PROSE}`;

interface Answer {
  readonly status?: string;
  readonly type?: string;
  readonly headers?: readonly string[];
  readonly body?: string | Buffer;
}

function answer({
  status = '200 OK',
  type = 'text/html; charset=utf-8',
  headers = [],
  body = PAGE,
}: Answer = {}): Buffer {
  const lines = [
    `HTTP/1.1 ${status}`,
    ...(type === '' ? [] : [`Content-Type: ${type}`]),
    ...headers,
    '',
    '',
  ];
  return Buffer.concat([Buffer.from(lines.join('\r\n')), Buffer.from(body)]);
}

function record(type: string, block: string | Buffer, ...headers: string[]): Buffer {
  const bytes = Buffer.from(block);
  const head = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    'WARC-Target-URI: https://www.example.org/news/talks',
    'WARC-Date: 2026-11-20T10:00:00Z',
    ...headers,
    `Content-Length: ${bytes.length}`,
    '',
    '',
  ].join('\r\n');
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n\r\n')]);
}

const page = (given?: Answer): Buffer => record('response', answer(given));

async function all(content: Buffer | readonly Buffer[], options: ImportOptions = {}) {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.concat(content);
  const read = await readArticles('a.warc', bytes, options);
  return read.ok ? read.value : { articles: [], problems: [read.error.message] };
}

async function text(given: Answer): Promise<string> {
  const { articles, problems } = await all(page(given));
  return articles[0]?.text ?? problems.join(' ');
}

const said = (article: ImportedArticle | undefined): string[] =>
  (article?.warnings ?? []).map(({ message }) => message);

describe('an archive of pages', () => {
  it('is one article for each page, with its address and day', async () => {
    const { articles, problems } = await all([
      record('warcinfo', 'software: x'),
      record('request', 'GET / HTTP/1.1\r\n\r\n'),
      page(),
      record('resource', 'Plain words of a text.', 'Content-Type: text/plain'),
    ]);
    expect(problems).toEqual([]);
    expect(articles).toMatchObject([
      {
        kind: 'warc',
        place: 'record 3',
        text: TEXT,
        title: 'Talks',
        outlet: 'example.org',
        date: '2026-11-20',
        extras: { url: 'https://www.example.org/news/talks', fetchedAt: '2026-11-20T10:00:00Z' },
      },
      { place: 'record 4', text: 'Plain words of a text.' },
    ]);
    expect(said(articles[0])).toEqual([
      'The page states no date. It was fetched on 2026-11-20, and that was taken.',
      '2 records without a page were left out: 1 request, 1 warcinfo.',
    ]);
  });

  it('prefers what the page says of its day', async () => {
    const dated = PAGE.replace(
      '<title>',
      '<meta property="article:published_time" content="2024-05-03"><title>',
    );
    const { articles } = await all(page({ body: dated }));
    expect(articles[0]?.date).toBe('2024-05-03');
    expect(said(articles[0])).toEqual([]);
  });

  it('counts what is no page', async () => {
    const { articles } = await all([
      page(),
      page({ status: '301 Moved', body: '' }),
      page({ status: '404 Not Found' }),
      page({ type: 'image/png', body: 'x' }),
      page({ type: 'image/png', body: 'y' }),
      record('revisit', answer()),
    ]);
    expect(articles).toHaveLength(1);
    expect(said(articles[0]).at(-1)).toBe(
      '5 records without a page were left out: 2 image/png, 1 revisit, 1 status 301, 1 status 404.',
    );
  });

  it.each<[string, Answer]>([
    ['gzip', { headers: ['Content-Encoding: gzip'], body: gzipSync(PAGE) }],
    ['deflate', { headers: ['Content-Encoding: deflate'], body: deflateSync(PAGE) }],
    ['bare deflate', { headers: ['Content-Encoding: deflate'], body: deflateRawSync(PAGE) }],
    ['brotli', { headers: ['Content-Encoding: br'], body: brotliCompressSync(PAGE) }],
    ['brotli that was unpacked', { headers: ['Content-Encoding: br'], body: PAGE }],
    [
      'chunks',
      {
        headers: ['Transfer-Encoding: chunked'],
        body: `10;x=y\r\n${PAGE.slice(0, 16)}\r\n${(PAGE.length - 16).toString(16)}\r\n${PAGE.slice(16)}\r\n0\r\n\r\n`,
      },
    ],
    ['chunks that were joined', { headers: ['Transfer-Encoding: chunked'], body: PAGE }],
    ['no type', { type: '' }],
  ])('reads a page sent with %s', async (_, given) => {
    expect(await text(given)).toBe(TEXT);
  });

  it('reads the charset that the server names, and one that a person chose', async () => {
    const body = Buffer.from(`<p>\xcf\xf0\xe8\xe2\xe5\xf2.</p>`, 'latin1');
    expect(await text({ type: 'text/html; charset=windows-1251', body })).toBe('Привет.');
    const chosen = await all(page({ body }), { charset: 'windows-1251' });
    expect(chosen.articles[0]?.text).toBe('Привет.');
  });

  it.each<[string, Answer, string]>([
    [
      'a packing nobody reads',
      { headers: ['Content-Encoding: zstd'], body: 'x' },
      'packed as zstd',
    ],
    ['packed bytes that are spoilt', { headers: ['Content-Encoding: gzip'], body: 'xx' }, 'spoilt'],
    ['bytes that are no text', { body: Buffer.alloc(100) }, 'is none'],
    ['no text', { body: '<p> </p>' }, 'It holds no text'],
  ])('tells of a page with %s, and reads the others', async (_, bad, reason) => {
    const { articles, problems } = await all([page(bad), page()]);
    expect(articles.map(({ place }) => place)).toEqual(['record 2']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('record 1');
    expect(problems[0]).toContain(reason);
  });

  it('says where it is cut off, packed or not', async () => {
    const first = page();
    const cut = Buffer.concat([first, page()]).subarray(0, first.length + 300);
    const plain = await all(cut);
    expect(plain.articles).toHaveLength(1);
    expect(plain.problems).toEqual([
      `the archive: The file ends within the record at byte ${first.length}. It did not come in.`,
    ]);
    const packed = gzipSync(first);
    const both = Buffer.concat([packed, gzipSync(page()).subarray(0, 100)]);
    const short = await all(both);
    expect(short.articles.map(({ text: one }) => one)).toEqual([TEXT]);
    expect(short.problems).toEqual([
      `the archive: The file is cut off or spoilt at byte ${packed.length}. It did not come in.`,
    ]);
  });

  it('is read packed record by record, and packed as a whole', async () => {
    const records = [
      record('warcinfo', ''),
      page(),
      page({ body: PAGE.replaceAll('Talks', 'War') }),
    ];
    const texts = [TEXT, TEXT.replace('Talks', 'War')];
    const each = await all(records.map((one) => gzipSync(one)));
    expect(each.articles.map((one) => one.text)).toEqual(texts);
    const whole = await all(gzipSync(Buffer.concat(records)));
    expect(whole.articles.map((one) => one.text)).toEqual(texts);
  });

  it('goes on after a record that does not say how long it is', async () => {
    const lengthless = Buffer.from(
      'WARC/1.1\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\n',
    );
    const { articles, problems } = await all([lengthless, page()]);
    expect(articles).toHaveLength(1);
    expect(problems).toEqual([
      'the archive: The record at byte 0 does not say how long it is. It did not come in.',
    ]);
  });

  it('says where the archive itself holds only a beginning', async () => {
    const { articles } = await all(record('response', answer(), 'WARC-Truncated: length'));
    expect(said(articles[0])).toContain('The archive holds only the beginning of this page.');
  });

  it('is not unpacked beyond the limits', async () => {
    const bomb = gzipSync(Buffer.concat([page(), Buffer.alloc(4_000_000)]));
    const { problems } = await all(bomb, { limits: { unpackedBytes: 1_000_000 } });
    expect(problems[0]).toContain('unpacks to more than is read at once, from byte 0 on');
    const packedPage = {
      headers: ['Content-Encoding: gzip'],
      body: gzipSync(Buffer.alloc(4_000_000, 'a')),
    };
    const inner = await all(page(packedPage), { limits: { fileBytes: 1_000_000 } });
    expect(inner.problems[0]).toContain('unpack to more than a page may have');
  });

  it('gives a value whatever is in it', async () => {
    const good = Buffer.concat([gzipSync(page()), gzipSync(page())]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.length - 1),
        fc.integer({ min: 0, max: 255 }),
        async (at, value) => {
          const spoilt = Buffer.from(good);
          spoilt[at] = value;
          expect((await readArticles('a.warc.gz', spoilt)).ok).toBeTypeOf('boolean');
          expect((await readArticles('a.warc.gz', good.subarray(0, at))).ok).toBeTypeOf('boolean');
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);
});

const SAMPLE = fileURLToPath(
  new URL('../../../../shared/samples/article-inputs/made_here.warc.gz', import.meta.url),
);

it.skipIf(!existsSync(SAMPLE))(
  'an archive made by another program (skipped without it)',
  async () => {
    const read = await readArticles(SAMPLE);
    expect(read.ok ? read.value.articles : read.error.message).toMatchObject([
      {
        text: 'Menu\n\nAcme said on Friday.',
        date: '2026-11-20',
        extras: { url: 'https://example.org/1' },
      },
    ]);
  },
);
