import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArticleFile, readPastedText } from './import-file.ts';
import type { ImportedArticle } from './imported-article.ts';
import { toSourceOffset } from './offset-map.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbale-import-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function read(
  name: string,
  content: string | Uint8Array,
  charset?: string,
): Promise<ImportedArticle> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const result = await readArticleFile(name, bytes, charset === undefined ? {} : { charset });
  if (!result.ok) {
    throw new Error(result.error.message);
  }
  return result.value;
}

async function refusal(name: string, content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const result = await readArticleFile(name, bytes);
  return result.ok ? 'imported' : `${result.error.kind}: ${result.error.message}`;
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

const BODY =
  'The two ministers met for ninety minutes in a hotel by the lake and agreed to meet again next week.';

describe('plain text', () => {
  it('is verbatim, hashed, and JSON', async () => {
    const text = ` \tMinisters\u00a0meet \n\n${BODY}\u00ad \n\n\n`;
    const article = await read('a.txt', text);
    expect(article.text).toBe(text);
    expect(article.sha256).toBe(sha256(text));
    expect(article.originalSha256).toBe(sha256(text));
    expect(article).toMatchObject({
      kind: 'text',
      bom: false,
      lineEndings: 'lf',
      bytes: Buffer.byteLength(text),
    });
    expect(JSON.parse(JSON.stringify(article))).toEqual(article);
  });

  it('records what it took out', async () => {
    const source = `\ufeffMinisters meet\r\n\r\n${BODY}\r\n`;
    const article = await read('a.txt', source);
    expect(article).toMatchObject({
      text: `Ministers meet\n\n${BODY}\n`,
      bom: true,
      lineEndings: 'crlf',
      removed: { bom: true, returns: 'every' },
    });
    const at = article.text.indexOf('ninety');
    expect(
      source.slice(toSourceOffset(article.text, article.removed, at)).startsWith('ninety'),
    ).toBe(true);
    expect(article.sha256).not.toBe(article.originalSha256);
  });

  it('warns of what could not be read, and of a guess', async () => {
    const broken = Buffer.concat([
      Buffer.from(`Größe und Über Österreich: ${BODY}`),
      Buffer.of(0xff),
    ]);
    expect((await read('a.txt', broken)).warnings.map(({ kind }) => kind)).toContain(
      'unreadable-characters',
    );
    const guess = await read('a.txt', Buffer.from(`Caf\xe9. ${BODY}`, 'latin1'));
    expect(guess.charset.name).toBe('windows-1252');
    expect(guess.warnings.map(({ kind }) => kind)).toEqual(['charset-guessed']);
    // A page that names another charset is not said to name none.
    const page = `<meta charset="utf-8"><p>Caf\xe9. ${BODY}`;
    const named = await read('a.html', Buffer.from(page, 'latin1'));
    expect(named.warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The page says utf-8, but its bytes are/u),
    ]);
    const chosen = await read('a.txt', Buffer.from(`Caf\xe9. ${BODY}`, 'latin1'), 'windows-1252');
    expect(chosen.warnings).toEqual([]);
  });

  it('warns when nothing but furniture is in it', async () => {
    const article = await read('menu.txt', 'Newsletter\nTrending\n0 Comments');
    expect(article.warnings.map(({ kind }) => kind)).toEqual(['all-furniture']);
    expect(article.title).toBe('menu');
  });

  it('takes pasted text as it is', async () => {
    const result = await readPastedText(`Ministers meet\r\n${BODY}`);
    expect(result).toMatchObject({
      ok: true,
      value: { file: 'Pasted text', text: `Ministers meet\n${BODY}` },
    });
  });

  it('keeps every text, whatever it is', async () => {
    const piece = fc.constantFrom(
      'Word ',
      'é',
      '서면',
      '👍🏽',
      '\n',
      '\r\n',
      '\t',
      '\u00a0',
      '<p>',
      '#',
      '|',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const text = `x ${pieces.join('')}`;
        const article = await read('a.txt', text);
        expect(article.text).toBe(text.replaceAll('\r\n', '\n'));
        expect(article.title).not.toBe('');
      }),
      { numRuns: 50 },
    );
  });
});

describe('markdown', () => {
  const source = `---\ntitle: "Ministers meet"\nauthor: Marta Ellison\ndate: 2022-01-21\ntags: [a, b]\n---\n\n# Something else\n\n${BODY} [link](https://x.example) **bold**\n`;

  it('keeps its marks, and reads the front matter', async () => {
    const article = await read('a.md', source);
    expect(article.text).toBe(source);
    expect(article).toMatchObject({
      kind: 'markdown',
      title: 'Ministers meet',
      byline: 'Marta Ellison',
      date: '2022-01-21',
      language: 'en',
    });
    expect(article.furniture).toEqual([{ start: 0, end: source.indexOf('\n\n#'), kind: 'markup' }]);
    expect(article.recognised.title).toBe('page');
  });

  it('takes the first heading for the title, and a rule for no front matter', async () => {
    expect((await read('a.md', `Intro.\n\n## The *talks*\n\n${BODY}`)).title).toBe('The *talks*');
    expect((await read('a.md', `The talks\n=========\n\n${BODY}`)).title).toBe('The talks');
    expect((await read('a.md', `---\n\n${BODY}\n\n---\n`)).furniture).toEqual([]);
  });
});

describe('refusals name the file and say why', () => {
  it.each([
    ['nothing.txt', '', 'empty'],
    ['blank.txt', ' \n\u00a0\n\t', 'empty'],
    ['mark.txt', '\ufeff', 'empty'],
    ['unseen.txt', '\u200b\u2060\u00ad\ufeff\u2800\n', 'empty'],
    ['unseen.html', '<p>&#8203;</p>', 'empty'],
    ['blank.html', '<html><body><script>x()</script></body></html>', 'empty'],
    ['a.jsonl', '{"format":"verbale-jsonl","version":1,"text":"x"}\n', 'unsupported'],
    [
      'mail.eml',
      'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: image/gif\n\nGIF\n--x--\n',
      'unsupported',
    ],
  ])('%s: %j is %s', async (name, content, kind) => {
    const message = await refusal(name, content);
    expect(message).toMatch(new RegExp(`^${kind}: “${name}” was not imported. `));
  });

  it.each([
    ['a PNG picture', '\x89PNG\r\n\x1a\nrest', 'binary'],
    ['a JPEG picture', '\xff\xd8\xff\xe0\0\x10JFIF', 'binary'],
    ['a GIF picture', 'GIF89a rest', 'binary'],
    ['a ZIP archive', 'PK\x03\x04rest', 'binary'],
    ['a Microsoft Office document', 'PK\x03\x04\x14\0\x06\0[Content_Types].xml', 'unsupported'],
    ['a PDF document', '%PDF-1.7\n', 'unsupported'],
    ['a Rich Text document', '{\\rtf1\\ansi', 'unsupported'],
    ['a program', '\x7fELF\x02\x01', 'binary'],
    ['a Windows program', 'MZ\x90\0\x03', 'binary'],
    ['a compressed file (gzip)', '\x1f\x8b\x08', 'binary'],
    ['an SQLite database', 'SQLite format 3\0', 'binary'],
    ['text in UTF-32', '\xff\xfe\0\0a\0\0\0', 'unsupported'],
    ['a file of bytes', `text\0${'\x01\x02\x03\0'.repeat(50)}`, 'binary'],
    ['a file of bytes', '\x01\x02\x05\x06\x0e\x0f text \x10\x11\x12', 'binary'],
  ])('%s', async (what, content, kind) => {
    const message = await refusal('talks.txt', Buffer.from(content, 'latin1'));
    expect(message.startsWith(`${kind}: “talks.txt” was not imported. This is ${what}`)).toBe(true);
  });

  it('refuses a file of 200 MB at once, by its size', async () => {
    const path = join(folder, 'huge.txt');
    writeFileSync(path, 'x');
    truncateSync(path, 200 * 1024 * 1024);
    const result = await readArticleFile(path);
    expect(result).toEqual({
      ok: false,
      error: {
        file: path,
        kind: 'too-large',
        message:
          '“huge.txt” was not imported. It is 200 MB; an article may have 64 MB at most. Split it into one file per article and import those.',
      },
    });
    expect(
      await readArticleFile('b.txt', Buffer.alloc(100, 'a'), { limits: { fileBytes: 50 } }),
    ).toMatchObject({
      error: { kind: 'too-large' },
    });
  });

  it('says when a file is gone, a folder, or a device', async () => {
    expect(await readArticleFile(join(folder, 'gone.txt'))).toMatchObject({
      error: { kind: 'unreadable' },
    });
    expect(await readArticleFile(folder)).toMatchObject({ error: { kind: 'unreadable' } });
    if (existsSync('/dev/zero')) {
      expect(await readArticleFile('/dev/zero')).toMatchObject({ error: { kind: 'unreadable' } });
    }
  });

  it('reads text that only looks like something else', async () => {
    for (const text of [
      'MZ is a prefix.',
      'From: here to there\n\nA poem.',
      '<3 this',
      '{"a": 1}',
      'GIF is a format.',
    ]) {
      expect((await read('a.txt', text)).text).toBe(text);
    }
  });
});

const SHARED = new URL('../../../../shared/articles/', import.meta.url);

describe.skipIf(!existsSync(SHARED))('the three clippings (skipped without them)', () => {
  it.each(['frank-views.txt', 'geneva-talks-announced.txt', 'written-response.txt'])(
    '%s',
    async (name) => {
      const path = fileURLToPath(new URL(name, SHARED));
      const bytes = readFileSync(path);
      const result = await readArticleFile(path);
      expect(result).toMatchObject({
        ok: true,
        value: {
          kind: 'text',
          language: 'en',
          sha256: sha256(bytes),
          bom: false,
          lineEndings: 'lf',
          charset: { name: 'utf-8', confidence: 1 },
        },
      });
    },
  );
});

const SAMPLES = new URL('../../../resources/sample-sources/', import.meta.url);

describe.skipIf(!existsSync(SAMPLES))('the sample sources', () => {
  const names = existsSync(SAMPLES)
    ? readdirSync(SAMPLES).filter(
        (name) => /\.(?:txt|html|mhtml|md)$/.test(name) && name !== 'SOURCES.md',
      )
    : [];

  it.each(names)('%s has a title, a language and furniture', async (name) => {
    const path = fileURLToPath(new URL(name, SAMPLES));
    const result = await readArticleFile(path);
    expect(result.ok && result.value.text.length > 1000).toBe(true);
    expect(Object.keys(result.ok ? result.value.recognised : {})).toEqual(
      expect.arrayContaining(['title', 'language']),
    );
    expect(result.ok && result.value.furniture.length).toBeGreaterThan(0);
  });
});
