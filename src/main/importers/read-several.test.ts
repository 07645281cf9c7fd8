import { existsSync } from 'node:fs';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import type { ColumnChoice } from './imported-article.ts';
import { readArticles } from './read-articles.ts';

async function read(name: string, content: string | Uint8Array, columns?: ColumnChoice) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const result = await readArticles(name, bytes, columns === undefined ? {} : { columns });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function refusal(name: string, content: string): Promise<string> {
  const result = await readArticles(name, Buffer.from(content));
  return result.ok ? `read ${JSON.stringify(result.value)}` : result.error.message;
}

const RSS = `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Ring Road Gazette</title><language>en-GB</language>
<item><title>Talks &amp;amp; tariffs</title><link>https://example.org/1</link><guid>g1</guid>
<pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate><dc:creator>Ana Lima</dc:creator><category>trade</category>
<description>Short.</description>
<content:encoded><![CDATA[<p>The talks 🚀 went on.</p><p>So did the&nbsp;tariffs.</p>]]></content:encoded></item>
<item><title>Second</title><author>bo@example.org (Bo Ek)</author><description>Only this was sent.</description></item>
<item><title>Third</title><link>https://example.org/3</link></item>
</channel></rss>`;

describe('a feed', () => {
  it('of RSS 2.0 gives an article for each item, and says which is only a summary', async () => {
    const { articles, problems } = await read('feed.xml', RSS);
    expect(articles).toMatchObject([
      {
        kind: 'feed',
        place: 'item 1 (line 4)',
        text: 'The talks 🚀 went on.\n\nSo did the\u00a0tariffs.',
        title: 'Talks & tariffs',
        outlet: 'Ring Road Gazette',
        byline: 'Ana Lima',
        date: '2026-11-20',
        language: 'en',
        extras: { url: 'https://example.org/1', id: 'g1', keywords: ['trade'] },
        warnings: [],
      },
      {
        text: 'Only this was sent.',
        byline: 'Bo Ek',
        warnings: [{ kind: 'only-a-summary' }],
      },
    ]);
    expect(problems).toEqual(['item 3 (line 9): It has no text, only a link. It did not come in.']);
  });

  it('of RSS 1.0 has its items beside the channel', async () => {
    const { articles } = await read(
      'old.rdf',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://example.org/"><title>Old Wire</title></channel>
<item rdf:about="https://example.org/a"><title>A</title><description>The envoy left early.</description><dc:date>2026-01-02T03:04:05Z</dc:date></item>
</rdf:RDF>`,
    );
    expect(articles).toMatchObject([
      {
        text: 'The envoy left early.',
        outlet: 'Old Wire',
        date: '2026-01-02',
        extras: { url: 'https://example.org/a' },
      },
    ]);
  });

  it('of Atom is read by the type of its content', async () => {
    const { articles } = await read(
      'atom.xml',
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Blog of the Lake</title><author><name>Cy Dee</name></author>
<entry><id>urn:1</id><title type="html">One &lt;i&gt;more&lt;/i&gt; round</title><link rel="self" href="https://example.org/self"/><link href="https://example.org/1"/><published>2026-03-04T05:06:07Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>First line.<br/>Second line.</p><script>evil()</script></div></content></entry>
<entry><id>urn:2</id><title>Plain</title><author><name>Eve</name></author><author><name>Fay</name></author><updated>2026-03-05T00:00:00Z</updated><content>2 &lt; 3 and 4 &gt; 3</content></entry></feed>`,
    );
    expect(articles).toMatchObject([
      {
        text: 'First line.\nSecond line.',
        title: 'One more round',
        byline: 'Cy Dee',
        outlet: 'Blog of the Lake',
        date: '2026-03-04',
        extras: { url: 'https://example.org/1', id: 'urn:1' },
      },
      { text: '2 < 3 and 4 > 3', byline: 'Eve, Fay', date: '2026-03-05' },
    ]);
  });

  it('that is broken or hostile is refused with line and column', async () => {
    const lol = `<?xml version="1.0"?>\n<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>\n<rss><channel><item><description>&b;</description></item></channel></rss>`;
    expect(await refusal('lol.xml', lol)).toMatch(
      /^“lol\.xml” was not imported\. Line \d+, column \d+: its DOCTYPE declares entities/u,
    );
    const xxe = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><description>&x;</description></item></channel></rss>`;
    expect(await refusal('xxe.xml', xxe)).toContain('its DOCTYPE declares entities');
    expect(await refusal('cut.xml', '<rss>\n<channel><item>')).toMatch(
      /Line 2, column \d+: this is not XML/u,
    );
    const deep = `<rss>${'<a>'.repeat(5000)}`;
    expect(await refusal('deep.xml', deep)).toContain('nested deeper than 200 elements');
    expect(await refusal('none.xml', '<rss><channel/></rss>')).toContain('a feed without an item');
  });
});

const NITF = `<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE nitf SYSTEM "nitf-3-2.dtd">
<nitf xml:lang="nb"><head><title>Short</title><docdata><doc-id id-string="d1"/><date.issue norm="20261018T111200-0500"/><key-list><keyword key="sanksjoner"/></key-list></docdata><pubdata name="NTB"/></head>
<body><body.head><hedline><hl1>Nye krav fra \u00d8st</hl1></hedline><byline>By <person>Kari Nord</person></byline><dateline><location>OSLO</location></dateline></body.head>
<body.content><p>F\u00f8rste avsnitt.</p><hl2>Mellomtittel</hl2><p>Andre <em>avsnitt</em>.</p><media><media-reference source="x.jpg"/><media-caption>Et bilde.</media-caption></media></body.content></body></nitf>`;

describe('news of agencies', () => {
  it('in NITF: headline, byline, dateline and paragraphs, in the charset the file names', async () => {
    const { articles } = await read('a.xml', Buffer.from(NITF, 'latin1'));
    const [article] = articles;
    expect(article).toMatchObject({
      kind: 'nitf',
      text: 'Nye krav fra Øst\n\nBy Kari Nord\n\nOSLO\n\nFørste avsnitt.\n\nMellomtittel\n\nAndre avsnitt.\n\nEt bilde.',
      title: 'Nye krav fra Øst',
      byline: 'Kari Nord',
      outlet: 'NTB',
      date: '2026-10-18',
      charset: { declared: 'ISO-8859-1' },
      extras: {
        id: 'd1',
        dateline: 'OSLO',
        published: '2026-10-18T11:12:00-05:00',
        keywords: ['sanksjoner'],
      },
    });
    const marked = article?.furniture.map(({ start, end, kind }) => [
      article.text.slice(start, end),
      kind,
    ]);
    expect(marked).toEqual([
      ['By Kari Nord', 'byline'],
      ['Et bilde.', 'caption'],
    ]);
  });

  it('in NewsML-G2: each item of a message by itself, whatever its content is written in', async () => {
    const item = (guid: string, content: string) =>
      `<newsItem guid="${guid}" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:ACME"/><versionCreated>2026-10-21T16:25:32Z</versionCreated><embargoed>2026-10-23T12:00:00Z</embargoed></itemMeta><contentMeta><creator><name>M. Jay</name></creator><keyword>fed</keyword><headline>Head of ${guid}</headline></contentMeta>${content}</newsItem>`;
    const { articles, problems } = await read(
      'm.xml',
      `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>
${item('x1', '<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title></head><body><p>One.</p><p>Two.</p></body></html></inlineXML></contentSet>')}
${item('n1', '<contentSet><inlineXML><nitf xmlns=""><body><body.content><p>Of NITF.</p></body.content></body></nitf></inlineXML></contentSet>')}
${item('d1', '<contentSet><inlineData contenttype="text/plain">Plain &amp; simple.</inlineData></contentSet>')}
${item('r1', '<contentSet><remoteContent href="a.txt"/></contentSet>')}
<packageItem guid="p1"/></itemSet></newsMessage>`,
    );
    expect(articles).toMatchObject([
      {
        kind: 'newsml-g2',
        place: 'item 1 (line 2)',
        text: 'One.\n\nTwo.',
        title: 'Head of x1',
        byline: 'M. Jay',
        outlet: 'ACME',
        date: '2026-10-21',
        language: 'en',
        extras: { id: 'x1', keywords: ['fed'], embargoed: '2026-10-23T12:00:00Z' },
        warnings: [{ kind: 'embargoed' }],
      },
      { text: 'Of NITF.', title: 'Head of n1' },
      { text: 'Plain & simple.' },
    ]);
    expect(problems).toEqual([
      'item 4 (line 5): It has no text: its content is in another file. It did not come in.',
      'item 5 (line 6): It is a list of other items, without a text of its own. It did not come in.',
    ]);
  });

  it('in ninjs of version 1 and 3, pictures left out', async () => {
    const old = {
      uri: 'u1',
      type: 'text',
      versioncreated: '2026-02-03T04:05:06Z',
      headline: 'Old style',
      byline: 'A. B.',
      located: 'Oslo',
      infosource: [{ name: 'NTB' }],
      body_xhtml: '<p>Body one.</p><p>Body two.</p>',
      associations: {
        main: { uri: 'p1', type: 'picture', versioncreated: 'x', headline: 'A picture' },
      },
    };
    const first = await read('old.json', JSON.stringify(old));
    expect(first.articles).toMatchObject([
      {
        kind: 'ninjs',
        text: 'Body one.\n\nBody two.',
        title: 'Old style',
        byline: 'A. B.',
        outlet: 'NTB',
        date: '2026-02-03',
        extras: { id: 'u1', located: 'Oslo' },
      },
    ]);
    expect(first.problems).toEqual([]);
    const third = {
      uri: 'u3',
      standard: { name: 'ninjs', version: '3.0' },
      versionCreated: '2026-05-06T00:00:00Z',
      headlines: [
        { role: 'short', value: 'Short' },
        { role: 'main', value: 'Main' },
      ],
      bodies: [
        { role: 'rich', contentType: 'text/html', value: '<p>no</p>' },
        { role: 'main', contentType: 'text/plain', value: 'Keep  it\nas it is.' },
      ],
    };
    const { articles } = await read('new.json', JSON.stringify([third]));
    expect(articles).toMatchObject([{ text: 'Keep  it\nas it is.', title: 'Main' }]);
  });
});

const TABLE = `id;Headline;Body;Newspaper;Author;Published;Link;mood
7;One;"First; with a ""quote""
and a second line.";Gazette;Ana;2026-01-02;https://example.org/1;grim
8;Two;Second text.;Gazette;Bo;3 March 2026;;
9;Three
10;Four;Fourth text.;Gazette;Cy;2026-01-05;;calm;more
11;Five;;Gazette;Di;2026-01-06;;
`;

describe('a table', () => {
  it('is cut at its own delimiter; columns are told by their names; the rest is kept', async () => {
    const { articles, problems, columns } = await read('t.csv', TABLE);
    expect(columns?.map(({ name, as }) => [name, as])).toEqual([
      ['id', 'id'],
      ['Headline', 'title'],
      ['Body', 'text'],
      ['Newspaper', 'outlet'],
      ['Author', 'byline'],
      ['Published', 'date'],
      ['Link', 'url'],
      ['mood', 'none'],
    ]);
    expect(articles).toMatchObject([
      {
        kind: 'table',
        place: 'line 2',
        text: 'First; with a "quote"\nand a second line.',
        title: 'One',
        outlet: 'Gazette',
        byline: 'Ana',
        date: '2026-01-02',
        extras: { id: '7', url: 'https://example.org/1', columns: { mood: 'grim' } },
        warnings: [],
      },
      { place: 'line 4', text: 'Second text.', date: '2026-03-03' },
      {
        place: 'line 6',
        text: 'Fourth text.',
        extras: { columns: { mood: 'calm', 'Column 9': 'more' } },
        warnings: [
          {
            kind: 'ragged',
            message: 'Its row has more cells (9) than the table has columns (8).',
          },
        ],
      },
    ]);
    expect(problems).toEqual([
      'line 5: Its text is empty. It did not come in.',
      'line 7: Its text is empty. It did not come in.',
    ]);
  });

  it.each([
    ['t.csv', ','],
    ['t.tsv', '\t'],
    ['t.csv', '\t'],
    ['t.psv', '|'],
  ])('%s cut at %j', async (name, sign) => {
    const line = (...cells: string[]): string => cells.join(sign);
    const content = [
      line('title', 'text'),
      line('A', 'The text of A.'),
      line('B', 'The text of B.'),
    ];
    const { articles } = await read(name, content.join('\r\n'));
    expect(articles.map(({ title, text }) => [title, text])).toEqual([
      ['A', 'The text of A.'],
      ['B', 'The text of B.'],
    ]);
  });

  it('without names takes the longest column for the text; a person can say otherwise', async () => {
    const long = 'A long sentence about ministers who met by the lake and said little.';
    const plain = await read('n.csv', `x1,${long}\nx2,${long} Twice.`);
    expect(plain.columns?.map(({ name, as }) => [name, as])).toEqual([
      ['Column 1', 'none'],
      ['Column 2', 'text'],
    ]);
    expect(plain.articles.map(({ text }) => text)).toEqual([long, `${long} Twice.`]);
    const chosen = await read('t.csv', 'text,summary\nBody.,Sum.', [
      { name: 'summary', as: 'text' },
      { name: 'text', as: 'title' },
    ]);
    expect(chosen.articles).toMatchObject([{ text: 'Sum.', title: 'Body.' }]);
  });

  it('of which no column is a text is asked about, and one that is not there is named', async () => {
    const asked = await read('n.csv', 'a,b\n1,2\n3,4');
    expect(asked.articles).toEqual([]);
    expect(asked.problems[0]).toContain('No column of it looks like the text');
    expect(asked.columns?.map(({ name }) => name)).toEqual(['Column 1', 'Column 2']);
    const wrong = await read('t.csv', 'text,b\nx,y', [{ name: 'body', as: 'text' }]);
    expect(wrong.problems).toEqual(['There is no column “body”. Its columns are: text, b.']);
  });

  it('with a quote that is never closed loses that row alone, and its line is named', async () => {
    const { articles, problems } = await read(
      'q.csv',
      'title,text\nA,Good.\nB,"Bad\nC,Swallowed.\n',
    );
    expect(articles.map(({ text }) => text)).toEqual(['Good.']);
    expect(problems).toEqual([
      'line 3: A quote opens in this row and is never closed, so that the rest of the file is one cell. It did not come in.',
    ]);
  });

  it('may hold HTML, formulas as words, one enormous cell, and any charset', async () => {
    const html = await read('h.csv', 'title,text\nA,"<p>One.</p><p>Two &amp; three.</p>"');
    expect(html.articles).toMatchObject([{ text: 'One.\n\nTwo & three.' }]);
    const formula = await read('f.csv', 'title,text\nA,=cmd|calc');
    expect(formula.articles).toMatchObject([{ text: '=cmd|calc' }]);
    const huge = `title,text\nA,"${'word '.repeat(1_000_000)}end"`;
    const [article] = (await read('big.csv', huge)).articles;
    expect(article?.text).toHaveLength(5_000_003);
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('text,label\nЖили-были.,x', 'utf16le'),
    ]);
    expect((await read('u.csv', utf16)).articles).toMatchObject([{ text: 'Жили-были.' }]);
  });
});

describe('JSON of articles', () => {
  it('in lines: fields in fields are columns; a bad line is named and the others come in', async () => {
    const lines = [
      '{"headline":"A","content":"Text of A.","source":{"id":null,"name":"Gazette"},"url":"https://example.org/a","authors":["X","Y"],"score":0.5}',
      '{"headline":"B","content":',
      '[1]',
      '',
      '{"headline":"C","content":"Text of C."}',
    ];
    const { articles, problems } = await read('a.jsonl', lines.join('\n'));
    expect(articles).toMatchObject([
      {
        kind: 'json',
        place: 'line 1',
        text: 'Text of A.',
        title: 'A',
        outlet: 'Gazette',
        byline: 'X, Y',
        extras: { url: 'https://example.org/a', columns: { score: 0.5 } },
      },
      { place: 'line 5', text: 'Text of C.' },
    ]);
    expect(problems).toEqual([
      'line 2, column 27: The line is cut off: its JSON does not end. It did not come in.',
      'line 3: It is no object with fields. It did not come in.',
    ]);
  });

  it('in a list, or in an answer that has one', async () => {
    const answer = {
      status: 'ok',
      articles: [
        { title: 'T', content: 'C one.' },
        { title: 'U', content: 'C two.' },
      ],
    };
    const { articles } = await read('news.json', JSON.stringify(answer));
    expect(articles.map(({ title, text, place }) => [title, text, place])).toEqual([
      ['T', 'C one.', 'article 1'],
      ['U', 'C two.', 'article 2'],
    ]);
  });

  it('that is broken or nested too deeply is refused with its place', async () => {
    expect(await refusal('x.json', '{\n"text": 1,,')).toBe(
      '“x.json” was not imported. Line 2, column 11: this is not JSON.',
    );
    expect(await refusal('d.json', `${'[{"a":'.repeat(500)}1${'}]'.repeat(500)}`)).toContain(
      'nested deeper than 64 levels',
    );
    expect(await refusal('p.json', '[{"__proto__": 1, "text": "x"}]')).toContain(
      'must not be called "__proto__"',
    );
  });

  it('in Parquet comes in row by row', async () => {
    const buffer = parquetWriteBuffer({
      columnData: [
        { name: 'title', data: ['A', 'B'], type: 'STRING' },
        { name: 'body', data: ['Text of A 🚀.', 'Text of B.'], type: 'STRING' },
      ],
    });
    const { articles } = await read('t.parquet', new Uint8Array(buffer));
    expect(articles).toMatchObject([
      { kind: 'parquet', place: 'row 1', text: 'Text of A 🚀.', title: 'A' },
      { place: 'row 2', text: 'Text of B.' },
    ]);
    expect(await refusal('bad.parquet', 'PAR1 and nothing more')).toContain(
      'no sound Parquet file',
    );
  });
});

describe('what is no article', () => {
  it.each([
    ['annotation.conf', '[entities]\nPerson\n', 'a configuration file'],
    ['card.yaml', 'license: mit\n', 'a configuration file'],
    ['context.jsonld', '{"@context":{}}', 'JSON-LD without a text'],
    [
      'README.md',
      '---\nlicense: mit\ntask_categories:\n- token-classification\n---\n# Card\n',
      'the card of a dataset',
    ],
    [
      'config.xml',
      '<View><Text name="t"/></View>',
      'an XML file of a kind without articles (“View”)',
    ],
    ['types.xml', '<?xml version="1.0"?><typeSystemDescription/>', '(“typeSystemDescription”)'],
  ])('%s is refused for what it is', async (name, content, what) => {
    expect(await refusal(name, content)).toContain(`This is ${what}`.replace('This is (', '('));
  });
});

const SAMPLES = new URL('../../../../shared/samples/', import.meta.url).pathname;

describe.skipIf(!existsSync(SAMPLES))('samples of others', () => {
  it('are read, or refused for what they lack', async () => {
    const ninjs = await readArticles(`${SAMPLES}iptc/ninjs-3.0-simple-text.json`);
    expect(ninjs).toMatchObject({
      value: { articles: [{ title: 'Captain of wrecked cruise ship on trial in Italy' }] },
    });
    const rss = await readArticles(`${SAMPLES}article-inputs/made_here_rss.xml`);
    expect(rss).toMatchObject({ value: { articles: [{ text: 'Acme said\u00a0on Friday 🚀' }] } });
    const newsml = await readArticles(`${SAMPLES}iptc/newsml-g2-listing1.xml`);
    expect(newsml).toMatchObject({
      error: { message: expect.stringContaining('its inlineXML is empty') as string },
    });
  });
});
