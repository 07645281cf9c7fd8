import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ImportedArticle } from './imported-article.ts';
import { readArticles } from './read-articles.ts';

type Content = string | readonly string[];

const asBytes = (content: Content): Buffer =>
  Buffer.from(typeof content === 'string' ? content : content.join('\r\n'));

async function all(content: Content, name = 'a.eml') {
  const read = await readArticles(name, asBytes(content));
  return read.ok ? read.value : { articles: [], problems: [read.error.message] };
}

async function one(content: Content, name = 'a.eml'): Promise<ImportedArticle> {
  const { articles, problems } = await all(content, name);
  const first = articles[0];
  if (first === undefined || articles.length > 1) throw new Error(problems.join(' '));
  return first;
}

const furniture = ({ text, furniture: parts }: ImportedArticle): string[] =>
  parts.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);
const said = ({ warnings }: ImportedArticle): string[] => warnings.map(({ message }) => message);

const HEAD = [
  'From: "Lima, Ana" <ana@example.org>',
  'To: desk@example.org',
  'Subject: =?utf-8?q?Talks_in_Z=C3=BCrich?= end',
  'Date: Fri, 20 Nov 2026 23:30:00 -0500',
  'Message-ID: <1@example.org>',
];
const PROSE =
  'The ministers met for ninety minutes by the lake and agreed to meet again next week.';

describe('a mail', () => {
  it('is its text, with what its head says; the day is the sender’s', async () => {
    const mail = await one([...HEAD, 'List-Id: "Daily Notes" <daily.example.org>', '', PROSE, '']);
    expect(mail).toMatchObject({
      kind: 'eml',
      text: `${PROSE}\n`,
      title: 'Talks in Zürich end',
      byline: 'Lima, Ana',
      date: '2026-11-20',
      outlet: 'Daily Notes',
      recognised: { title: 'page', byline: 'page', date: 'page', outlet: 'page' },
      furniture: [],
      warnings: [],
    });
  });

  it('dims what it quotes, who wrote that, and its signature', async () => {
    const mail = await one([
      ...HEAD,
      '',
      'They will not come.',
      '',
      'On Thu, 19 Nov 2026 at 10:00, B. Desk <b@example.org> wrote:',
      '> Will they come?',
      '>',
      '> B.',
      '',
      'Ask again tomorrow.',
      '-- ',
      'Ana Lima',
      'Tel. 555 0100',
    ]);
    expect(furniture(mail)).toEqual([
      'other: On Thu, 19 Nov 2026 at 10:00, B. Desk <b@example.org> wrote:\n> Will they come?\n>\n> B.',
      'other: -- \nAna Lima\nTel. 555 0100',
    ]);
  });

  it('dims the mail it answers, but only the head of one it forwards', async () => {
    const rule = '-----Original Message-----';
    const below = ['From: B. Desk', 'Sent: Thursday', 'Subject: Talks', '', 'Will they come?'];
    const answer = await one([...HEAD, '', 'They will not come.', '', rule, ...below]);
    expect(furniture(answer)).toEqual([`other: ${[rule, ...below].join('\n')}`]);
    const forward = await one([...HEAD, '', rule, ...below]);
    expect(furniture(forward)).toEqual([`other: ${[rule, ...below.slice(0, 3)].join('\n')}`]);
  });

  it('leaves a mail alone that is nothing but quotes', async () => {
    expect(furniture(await one([...HEAD, '', '> Will they come?', '> B.']))).toEqual([]);
  });

  const alternatives = (plain: string, page: string): string[] => [
    ...HEAD,
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain; charset=iso-8859-1',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    plain,
    '--x',
    'Content-Type: text/html; charset=utf-8',
    '',
    page,
    '--x--',
  ];

  it('is read from its page, with the page’s furniture', async () => {
    const page = `<nav><ul><li><a href="/a">Home</a><li><a href="/b">World</a></ul></nav><h1>Talks</h1><p>${PROSE}</p><p>Größe. ${PROSE}</p><div class="gmail_quote"><p>On Thu B. wrote:</p><blockquote>Will they come?</blockquote></div>`;
    const mail = await one(alternatives(`${PROSE} Gr=F6=DFe.`, page));
    expect(mail.text).toBe(
      `Home\nWorld\n\nTalks\n\n${PROSE}\n\nGröße. ${PROSE}\n\nOn Thu B. wrote:\n\nWill they come?`,
    );
    expect(furniture(mail)).toEqual([
      'navigation: Home\nWorld',
      'other: On Thu B. wrote:\n\nWill they come?',
    ]);
    expect(mail.title).toBe('Talks in Zürich end');
  });

  it('is read from its plain text where the page holds less, and says so', async () => {
    const mail = await one(alternatives(`${PROSE} Gr=F6=DFe.`, '<p>Read online</p>'));
    expect(mail.text).toBe(`${PROSE} Größe.\n`);
    expect(said(mail)).toEqual([
      'The mail has its text plain and as a page. The plain text was read, because the page holds less of it.',
    ]);
  });

  it('names its attachments, and is refused where it is nothing else', async () => {
    const attached = (body: string): string[] => [
      ...HEAD,
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      '',
      body,
      ...['report.pdf', 'map.png'].flatMap((name) => [
        '--x',
        `Content-Disposition: attachment; filename="${name}"`,
        'Content-Type: application/octet-stream',
        '',
        'AAAA',
      ]),
      '--x--',
    ];
    expect(said(await one(attached(PROSE)))).toEqual([
      '2 attachments were left out: report.pdf, map.png.',
    ]);
    expect((await all(attached(''))).problems).toEqual([
      '“a.eml” was not imported. The mail holds no text, only attachments. Save those and import them.',
    ]);
  });

  it('is refused in words where it is encrypted, empty or endlessly nested', async () => {
    const encrypted = 'Content-Type: multipart/encrypted; boundary=x';
    const nested = Array.from(
      { length: 500 },
      (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`,
    ).join('');
    expect((await all([...HEAD, encrypted, '', '--x', '', '--x--'])).problems[0]).toContain(
      'The mail is encrypted.',
    );
    expect((await all([...HEAD, '', ''])).problems[0]).toContain('The mail holds no text.');
    expect((await all(`${HEAD.join('\r\n')}\r\n${nested}`)).problems[0]).toContain(
      'could not be taken apart',
    );
  });

  it('counts what could not be read', async () => {
    const broken = Buffer.concat([
      asBytes([...HEAD, '', 'Gr']),
      Buffer.of(0xf6, 0xdf),
      asBytes('e'),
    ]);
    const read = await readArticles('a.eml', broken);
    expect(read.ok ? read.value.articles[0]?.warnings[0]?.kind : '').toBe('unreadable-characters');
  });

  it.each<[string, string, string]>([
    ['a.eml', 'Subject: Talks\n\nText.', 'eml'],
    ['a', `${HEAD.join('\n')}\n\nText.`, 'eml'],
    ['a.txt', `${HEAD.join('\n')}\n\nText.`, 'eml'],
    ['a.txt', 'From: Ana\nTo: Desk\nSubject: Talks\nDate: today\n\nText.', 'text'],
    ['a.txt', 'Paris: the city\n\nText.', 'text'],
    ['a.eml', 'No head at all, and no more than this.', 'text'],
    [
      'a.mht',
      'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>Page.</p>\n--x--\n',
      'mhtml',
    ],
    ['a.txt', 'From ana@example.org Fri Nov 20 10:00:00 2026\nSubject: Talks\n\nText.\n', 'mbox'],
    ['a.mbox', 'From here on it goes uphill.\n\nText.', 'text'],
  ])('%s that begins “%.20s…” is told by its content: %#', async (name, content, kind) => {
    expect((await one(content, name)).kind).toBe(kind);
  });
});

const message = (subject: string, ...body: string[]): string =>
  [
    `From ana@example.org Fri Nov 20 10:00:00 2026`,
    'From: ana@example.org',
    `Subject: ${subject}`,
    '',
    ...body,
    '',
    '',
  ].join('\n');

describe('a mailbox', () => {
  it('is one article for each message, in order, with its place', async () => {
    const box =
      message('One', PROSE, '', '>From the start he disagreed.', '>>From is quoted.') +
      message('Two', 'From here', '', 'From there', 'nothing begins.') +
      message('Three', 'The last.');
    const { articles, problems } = await all(box, 'desk.mbox');
    expect(problems).toEqual([]);
    expect(articles.map(({ kind, place, title, text }) => [kind, place, title, text])).toEqual([
      ['mbox', 'message 1', 'One', `${PROSE}\n\nFrom the start he disagreed.\n>From is quoted.\n`],
      ['mbox', 'message 2', 'Two', 'From here\n\nFrom there\nnothing begins.\n'],
      ['mbox', 'message 3', 'Three', 'The last.\n'],
    ]);
    const crlf = await all(box.replaceAll('\n', '\r\n'), 'desk.mbox');
    expect(crlf.articles.map(({ text }) => text)).toEqual(articles.map(({ text }) => text));
  });

  it('tells a message that is none, and reads the others', async () => {
    const box = message('One', 'First.') + message('Two', '') + message('Three', 'Last.');
    const { articles, problems } = await all(box, 'desk.mbox');
    expect(articles.map(({ place }) => place)).toEqual(['message 1', 'message 3']);
    expect(problems).toEqual(['message 2: The mail holds no text. It did not come in.']);
  });

  it('reads thousands, and no more than the limit', async () => {
    const box = Array.from({ length: 3000 }, (_, at) => message(`No. ${at}`, `Words ${at}.`)).join(
      '',
    );
    expect((await all(box, 'desk.mbox')).articles).toHaveLength(3000);
    const read = await readArticles('desk.mbox', Buffer.from(box), { limits: { fileArticles: 5 } });
    expect(read.ok ? [read.value.articles.length, read.value.problems] : read.error).toEqual([
      5,
      [
        'message 6: No more is taken from one file than 5 articles or 128 MB of text. Split the file to import the rest.',
      ],
    ]);
  }, 60_000);
});

const INPUTS = new URL('../../../../shared/samples/article-inputs/', import.meta.url);

describe.skipIf(!existsSync(INPUTS))('mail made by another program (skipped without it)', () => {
  const input = (name: string): string => fileURLToPath(new URL(name, INPUTS));

  it('a mail', async () => {
    const read = await readArticles(input('made_here.eml'));
    expect(read.ok ? read.value.articles : read.error.message).toMatchObject([
      {
        text: 'Acme said on Friday…\n\nFrom the start, Ana Lima disagreed.\n',
        title: 'Übung: 서울 보고 🚀',
        byline: 'Ana Lima',
        date: '2026-11-20',
      },
    ]);
  });

  it('a mailbox', async () => {
    const read = await readArticles(input('made_here.mbox'));
    expect(read.ok ? read.value.articles.map(({ text }) => text) : read.error.message).toEqual([
      'Acme said on Friday…\n\nFrom the start, Ana Lima disagreed.\n',
      'From here on, body line starts with From.\n',
    ]);
  });
});
