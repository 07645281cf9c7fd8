import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readArticleFile } from './import-file.ts';
import type { ImportedArticle } from './imported-article.ts';
import { parseMime } from './mime.ts';

async function read(html: string, name = 'page.html'): Promise<ImportedArticle> {
  const result = await readArticleFile(name, Buffer.from(html));
  if (!result.ok) {
    throw new Error(result.error.message);
  }
  return result.value;
}

/** The furniture of a page as `kind: text`. */
function furniture(article: ImportedArticle): string[] {
  return article.furniture.map(
    ({ start, end, kind }) => `${kind}: ${article.text.slice(start, end)}`,
  );
}

const P = [
  'The two ministers met for ninety minutes in a hotel by the lake and agreed to meet again next week, their spokesmen said.',
  'A spokesman said on Friday that Moscow would wait for a written answer, and that it would take its time before the next step.',
  'Kyiv was not invited, and its foreign minister said that nothing about his country would be settled in its absence, or ever could be.',
  'Western officials repeated that a new incursion would be followed within days by penalties on banks, on technology and on persons.',
];
const PARAGRAPHS = P.map((text) => `<p>${text}</p>`).join('\n');

describe('visible text', () => {
  it.each([
    ['paragraphs', '<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['blanks of the source', '<p>\n  One\n  <b>two</b>\tthree </p>\n', 'One two three'],
    ['blanks between inline elements', '<p>a<b> b</b> <i>c</i>d</p>', 'a b cd'],
    ['no-break spaces and soft hyphens', '<p>a&nbsp;b&shy;c\u00a0</p>', 'a\u00a0b\u00adc\u00a0'],
    ['entities', '<p>&eacute;&#8217;&#x92;&amp;&lt;b&gt; AT&T &bogus;</p>', 'é’’&<b> AT&T &bogus;'],
    ['line breaks', '<p>one<br>two<br/><br>three</p>', 'one\ntwo\n\nthree'],
    ['lists', '<ul><li>one<ul><li>inner</ul><li>two</ul>', 'one\n\ninner\n\ntwo'],
    ['tables', '<table><tr><th>a<th>b<tr><td>1<td>2</table>', 'a\tb\n1\t2'],
    ['nested tables', '<table><tr><td>1<table><tr><td>in</table><td>2</table>', '1\n\nin\n\n2'],
    ['unclosed tags', '<div><p>one<p>two <b>bold<div>three', 'one\n\ntwo bold\nthree'],
    ['stray end tags', '<p>one</span></div></p>two', 'one\n\ntwo'],
    [
      'scripts and styles',
      '<p>a</p><script>if (a<b) "</p>"</script><style>p{}</style><!-- c --><p>b',
      'a\n\nb',
    ],
    ['templates and noscript', '<p>a<template><p>t</template><noscript>n</noscript></p>', 'a'],
    [
      'hidden elements',
      '<p>a</p><p hidden>b</p><p style="color:red; DISPLAY : none">c</p><p style="visibility:hidden">d</p><p>e',
      'a\n\ne',
    ],
    ['no body', 'just <b>text</b>', 'just text'],
    ['text after the body', '<html><body><p>a</p></body></html><p>b</p>', 'a\n\nb'],
    ['two bodies', '<body><p>a</p></body><body class="x"><p>b</p></body>', 'a\n\nb'],
    ['preformatted text', '<pre>\n  a\n    b\n</pre>', '  a\n    b\n'],
    ['ruby', '<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>', '漢かん'],
    ['emoji', '<p>&#x1F44D;&#127997; 👍</p>', '👍🏽 👍'],
    ['comparison signs', '<p>1 < 2 and 3 > 2 <3</p>', '1 < 2 and 3 > 2 <3'],
    ['CDATA and instructions', '<?php echo "x" ?><p>a</p><![CDATA[b]]>', 'a'],
    ['details', '<details><summary>More</summary>inner</details>', 'More\ninner'],
    ['a select, a text field', '<p>a<select><option>x</select><textarea>y</textarea></p>', 'a'],
    ['an unfinished comment', '<p>a</p><!-- b', 'a\n\nb'],
    ['an unfinished tag', '<p>a</p><p class="b', 'a'],
  ])('%s', async (_, html, text) => {
    expect((await read(html)).text).toBe(text);
  });

  it('keeps every word, in order, of a page that Readability cuts', async () => {
    const article = await read(
      `<title>T</title><div>${P[0]}</div><table><tr><td>${P[1]}</table><ul><li>${P[2]}</ul><div><div>${P[3]}`,
    );
    expect(article.text.split(/\s*\n\s*/)).toEqual(P);
    expect(article.furniture).toEqual([]);
  });
});

describe('article and furniture', () => {
  const page = `<!DOCTYPE html><html lang="en-GB"><head><title>Ministers meet again | Lakeside Courier</title>
    <meta property="og:site_name" content="The Lakeside Courier"><meta name="author" content="Marta Ellison">
    <meta property="article:published_time" content="2022-01-21T18:42:00+01:00"></head>
    <body class="has-sidebar comments-open"><header><a href="/">The Lakeside Courier</a></header>
    <nav><ul><li>World<li>Politics</ul></nav>
    <div class="cookie-consent">We use cookies. <button>Fine</button></div>
    <main><article><header class="article-header"><h1>Ministers meet again</h1><p>What they said was short.</p>
    <p class="byline">By Marta Ellison, <time datetime="2022-01-21">21 January 2022</time></p></header>
    <figure><img src="x.jpg" onerror="alert(1)"><figcaption>The hotel by the lake</figcaption></figure>
    ${PARAGRAPHS}
    <h2>Not every capital is ready</h2><p>No.</p><p>“No,” he said.</p>
    <aside class="related"><h3>Related</h3><a href="/a">Who pays for the gas?</a></aside>
    ${PARAGRAPHS.replaceAll('The two', 'Two')}
    <div class="ad-slot">Advertisement</div></article></main>
    <section id="comments"><h3>2 comments</h3><p>I do not believe a word of what this minister says about anything at all, ever.</p>
    <form><label>Name <input></label><button>Post</button></form></section>
    <div class="sidebar widget">Popular: A winter without a plan</div>
    <footer>Contact. © 2022 The Lakeside Courier</footer></body></html>`;

  it('are told apart', async () => {
    expect(furniture(await read(page))).toEqual([
      'navigation: The Lakeside Courier\n\nWorld\nPolitics\n\nWe use cookies. Fine',
      'byline: By Marta Ellison, 21 January 2022',
      'caption: The hotel by the lake',
      'related: Related\n\nWho pays for the gas?',
      'advertisement: Advertisement',
      'comments: 2 comments\n\nI do not believe a word of what this minister says about anything at all, ever.\n\nName Post',
      'related: Popular: A winter without a plan',
      'copyright: Contact. © 2022 The Lakeside Courier',
    ]);
  });

  it('come with what the page states', async () => {
    expect(await read(page)).toMatchObject({
      title: 'Ministers meet again',
      outlet: 'The Lakeside Courier',
      byline: 'Marta Ellison',
      date: '2022-01-21',
      language: 'en',
      recognised: { title: 'page', outlet: 'page', byline: 'page', date: 'page', language: 'page' },
    });
  });

  it('in a page that is one form, or one menu', async () => {
    for (const [open, close] of [
      ['<form id="aspnetForm">', '</form>'],
      ['<div id="navigation">', '</div>'],
      ['<div class="sidebar-left footer">', '</div>'],
    ]) {
      const article = await read(
        `<title>Ministers meet again</title>${open}<h1>Ministers meet again</h1>${PARAGRAPHS}${close}`,
      );
      expect(furniture(article)).toEqual([]);
    }
  });

  it('by the rules for plain text where the page says nothing', async () => {
    const article = await read(
      `<p>Newsletter</p><h1>Ministers meet again</h1>${PARAGRAPHS}<p>The hotel. (Photo = AFP)</p>${PARAGRAPHS}<p>0 Comments</p>`,
    );
    expect(furniture(article)).toEqual([
      'navigation: Newsletter',
      'caption: The hotel. (Photo = AFP)',
      'comments: 0 Comments',
    ]);
  });
});

describe('what a page states', () => {
  it('is read from linked data', async () => {
    const data = {
      '@graph': [
        { '@type': 'WebSite' },
        {
          '@type': ['NewsArticle'],
          headline: 'Ministers meet',
          author: [{ name: 'Ana Lima' }, { name: 'Jo Field' }],
          publisher: { name: 'Harbour Post' },
          datePublished: '2022-01-21',
        },
      ],
    };
    const article = await read(
      `<script type="application/ld+json">${JSON.stringify(data)}</script>${PARAGRAPHS}`,
    );
    expect(article).toMatchObject({
      title: 'Ministers meet',
      byline: 'Ana Lima, Jo Field',
      outlet: 'Harbour Post',
      date: '2022-01-21',
    });
  });

  it('does not break on broken or hostile data', async () => {
    for (const data of [
      '{',
      '[]',
      'null',
      '{"@type":"NewsArticle","author":{"name":7}}',
      '['.repeat(100_000),
      '{"__proto__":{"x":1},"@type":"NewsArticle"}',
    ]) {
      expect(
        (await read(`<script type="application/ld+json">${data}</script>${PARAGRAPHS}`)).text,
      ).toContain(P[0]);
    }
    expect(Reflect.get({}, 'x')).toBeUndefined();
  });

  it('splits the outlet from the page’s title', async () => {
    const article = await read(
      `<title>Ministers meet again – Ring Road Gazette</title><h1>Ministers meet again</h1>${PARAGRAPHS}`,
    );
    expect(article).toMatchObject({ title: 'Ministers meet again', outlet: 'Ring Road Gazette' });
  });

  it('gives the charset, unless the bytes prove another', async () => {
    const page = (charset: string): string => `<meta charset="${charset}"><p>Příliš žluťoučký</p>`;
    const utf8 = await readArticleFile('a.html', Buffer.from(page('windows-1252')));
    expect(utf8).toMatchObject({
      value: { text: 'Příliš žluťoučký', charset: { name: 'utf-8', declared: 'windows-1252' } },
    });
    expect(utf8.ok && utf8.value.warnings.map(({ kind }) => kind)).toEqual(['charset-mismatch']);
    const korean = await readArticleFile(
      'a.html',
      Buffer.concat([
        Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=euc-kr"><p>'),
        Buffer.of(0xb4, 0xe4, 0xba, 0xaf),
      ]),
    );
    expect(korean).toMatchObject({ value: { text: '답변', charset: { name: 'euc-kr' } } });
  });
});

/** Far more than any of these needs: what does not end in time grows faster than its input. */
const END_MS = 60_000;

describe('hostile pages', () => {
  it('survives 100,000 levels, and says what it dropped', { timeout: END_MS }, async () => {
    const article = await read(
      `${'<div>'.repeat(50_000)}deep${'</div>'.repeat(50_000)}<p>after</p>`,
    );
    expect(article.text).toMatch(/^deep\s+after$/);
    expect(article.warnings.map(({ kind }) => kind)).toEqual(['deep-nesting']);
  });

  it('refuses more tags than it can hold', async () => {
    const result = await readArticleFile('a.html', Buffer.from('<html>' + '<i>'.repeat(200_000)));
    expect(result).toMatchObject({ error: { kind: 'too-large', file: 'a.html' } });
    const long = await readArticleFile('a.html', Buffer.from(`<html><p>${'x'.repeat(200)}`), {
      limits: { htmlCharacters: 100 },
    });
    expect(long).toMatchObject({ error: { kind: 'too-large' } });
  });

  it.each([
    ['references', '&amp;'.repeat(250_000)],
    ['signs that are no tags', '<'.repeat(250_000)],
    ['attributes', `<p ${'a '.repeat(250_000)}>x`],
  ])('refuses more %s than a parser makes nodes of in time, and says so', async (_, html) => {
    const result = await readArticleFile('a.html', Buffer.from(`<html><p>${html}`));
    expect(result.ok ? '' : result.error.message).toContain('more than 200,000 tags, attributes');
  });

  it('leaves what scripts and quoted values hold out of that count', async () => {
    const noise = '< & '.repeat(150_000);
    const page = `<html><p title="${'a '.repeat(150_000)}">Text.</p><script>${noise}</script>`;
    expect((await read(page)).text.trim()).toBe('Text.');
  });

  it.each([
    ['unclosed inline tags', `<html>${'<b>'.repeat(20_000)}x`],
    ['attributes without end', `<html><p ${'a="'.repeat(50_000)}`],
    ['angle brackets', `<html>${'<'.repeat(200_000)}`],
    ['one tag of many attributes', `<html><p ${'ab="1" '.repeat(90_000)}>x`],
    ['document tags without end', '<html '.repeat(60_000)],
    ['end tags', `<html>${'</div>'.repeat(100_000)}x`],
    ['a class of a megabyte', `<html><p class="${'a-'.repeat(500_000)}">x`],
    ['entities', `<html>${'&amp;'.repeat(200_000)}`],
    ['formatting misnested', `<html>${'<a><b></a>'.repeat(5_000)}x`],
    ['nested tables', `<html>${'<table><tr><td>'.repeat(2_000)}x`],
    ['comments', `<html>${'<!--'.repeat(100_000)}`],
  ])('of %s end', { timeout: END_MS }, async (_, html) => {
    const result = await readArticleFile('a.html', Buffer.from(html));
    expect(result.ok ? result.value.kind : result.error.file).toMatch(/^(html|a\.html)$/u);
  });
});

const mhtml = (parts: readonly string[], head = ''): string =>
  [
    `From: <Saved by Blink>`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/related;\r\n\ttype="text/html";${head}\r\n\tboundary="--x--"`,
    '',
    ...parts.flatMap((part) => ['----x--', part]),
    '----x----',
    '',
  ].join('\r\n');

describe('web archives', () => {
  it('read quoted-printable and base64, in the charset of the page', async () => {
    const quoted = mhtml([
      'Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<meta charset=3D"windows-1251"><p>=CF=F0=E8=E2=E5=F2, =\r\n=EC=E8=F0</p>',
    ]);
    expect(await read(quoted, 'a.mhtml')).toMatchObject({
      kind: 'mhtml',
      text: 'Привет, мир',
      charset: { name: 'windows-1251' },
    });
    const base64 = mhtml([
      `Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from('<p>Größe</p>').toString('base64')}`,
    ]);
    expect((await read(base64, 'a.mht')).text).toBe('Größe');
  });

  it('take the part that start names, else the first page', async () => {
    const parts = [
      'Content-Type: text/css\r\n\r\np{}',
      'Content-Type: text/html\r\nContent-ID: <one>\r\n\r\n<p>one</p>',
      'Content-Type: text/html\r\nContent-ID: <two>\r\n\r\n<p>two</p>',
    ];
    expect((await read(mhtml(parts), 'a.mhtml')).text).toBe('one');
    expect((await read(mhtml(parts, '\r\n\tstart="<two>";'), 'a.mhtml')).text).toBe('two');
    expect((await read(mhtml(parts), 'named-wrongly.txt')).text).toBe('one');
  });

  it('survive missing ends and endless nesting', async () => {
    const open = mhtml(['Content-Type: text/html\r\n\r\n<p>one</p>']).replace('----x----', '');
    expect((await read(open, 'a.mhtml')).text).toBe('one');
    const nested = Array.from(
      { length: 1000 },
      (_, level) => `Content-Type: multipart/mixed; boundary=a${level}z\n\n--a${level}z\n`,
    ).join('');
    expect(parseMime(Buffer.from(nested)).length).toBeLessThan(20);
  });
});

const INPUTS = new URL('../../../../shared/samples/article-inputs/', import.meta.url);
const input = (name: string): string => fileURLToPath(new URL(name, INPUTS));

describe.skipIf(!existsSync(INPUTS))('saved pages (skipped without them)', () => {
  it('a blog entry', async () => {
    const article = await read(readFileSync(input('BlogEntry.html'), 'utf8'), 'BlogEntry.html');
    expect(article).toMatchObject({
      title: 'Francis Scott Key’s Birthday',
      outlet: 'Sowing Culture',
      date: '2012-08-01',
      language: 'en',
    });
    expect(furniture(article).map((part) => part.slice(0, 40))).toEqual([
      'navigation: Sowing Culture\n\nSelections f',
      'byline: August 1, 2012 by mfsense2',
      'caption: Painting of Francis Scott Key, ',
      'related: Follow us!\n\nFlickr Photos\n\nMore',
    ]);
    expect(article.text).toContain('plantation in Maryland.\u00a0 He studied law');
  });

  it('a law in a web archive', async () => {
    const result = await readArticleFile(input('A_KAE.mhtml'));
    expect(result).toMatchObject({
      value: {
        title: 'Ausführungsanordnung zur Konzessionsabgabenanordnung (A/KAE)',
        language: 'de',
        charset: { name: 'windows-1252' },
      },
    });
    const article = result.ok ? result.value : null;
    expect(article?.text).toContain('Das Recht der Gemeinden am Wegeeigentum bleibt unberührt.');
    expect(article === null ? [] : furniture(article)).toEqual([
      'navigation: zum Seitenanfang\nImpressum\nDatenschutz\nBarrierefreiheitserklärung\nFeedback-Formular',
    ]);
  });
});
