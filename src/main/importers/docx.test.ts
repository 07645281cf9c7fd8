import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ImportedArticle } from './imported-article.ts';
import { readArticles } from './read-articles.ts';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

type Parts = Readonly<Record<string, string | Uint8Array>>;

const body = (content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACES}><w:body>${content}</w:body></w:document>`;
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${text.startsWith('<') ? text : run(text)}</w:p>`;
const styled = (style: string): string => `<w:pStyle w:val="${style}"/>`;

const STYLES = ['Title', 'heading 1', 'heading 2']
  .map(
    (name) =>
      `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/></w:style>`,
  )
  .join('');

function docx(content: string, more: Parts = {}): Uint8Array {
  const parts: Parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${OFFICE}/footnotes" Target="footnotes.xml"/><Relationship Id="r3" Type="${OFFICE}/numbering" Target="numbering.xml"/><Relationship Id="r4" Type="${OFFICE}/image" Target="media/a.png"/></Relationships>`,
    'word/styles.xml': `<w:styles ${NAMESPACES}>${STYLES}</w:styles>`,
    'word/document.xml': body(content),
    ...more,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        typeof part === 'string' ? strToU8(part) : part,
      ]),
    ),
  );
}

async function read(bytes: Uint8Array, name = 'a.docx'): Promise<ImportedArticle> {
  const result = await readArticles(name, bytes);
  const first = result.ok ? result.value.articles[0] : undefined;
  if (first === undefined) throw new Error(result.ok ? 'nothing' : result.error.message);
  return first;
}

async function refusal(bytes: Uint8Array, name = 'a.docx'): Promise<string> {
  const result = await readArticles(name, bytes);
  return result.ok ? 'read' : result.error.message;
}

const said = ({ warnings }: ImportedArticle): string[] => warnings.map(({ message }) => message);
const PROSE =
  'The ministers met for ninety minutes by the lake and agreed to meet again next week.';

const NUMBERING = `<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
const NOTES = `<w:footnotes ${NAMESPACES}><w:footnote w:id="2">${paragraph('So he said.')}</w:footnote></w:footnotes>`;
const CORE = `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Lake talks</dc:title><dc:creator>Ana Lima</dc:creator><dcterms:created>2026-11-20T09:00:00Z</dcterms:created></cp:coreProperties>`;

describe('a Word document', () => {
  it('is read in order: headings, lists, tables, notes', async () => {
    const item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
    const article = await read(
      docx(
        [
          paragraph('Talks by the lake', styled('Title')),
          paragraph('Geneva', styled('heading1')),
          `<w:p>${run(PROSE)}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
          paragraph('First they met.', item),
          paragraph('Then they ate.', item),
          `<w:tbl><w:tr>${cell('Who')}${cell('When')}</w:tr><w:tr>${cell('Ana &amp; B.')}${cell('Friday')}</w:tr></w:tbl>`,
          paragraph('서면 👍🏽 end.'),
        ].join(''),
        { 'word/footnotes.xml': NOTES, 'word/numbering.xml': NUMBERING },
      ),
    );
    expect(article.text).toBe(
      [
        'Talks by the lake',
        'Geneva',
        `${PROSE}[1]`,
        'First they met.\nThen they ate.',
        'Who\tWhen\nAna & B.\tFriday',
        '서면 👍🏽 end.',
        '[1] So he said.',
      ].join('\n\n'),
    );
    expect(article).toMatchObject({
      kind: 'docx',
      title: 'Talks by the lake',
      charset: { name: '' },
      warnings: [],
    });
  });

  it('takes title, author and day from its properties', async () => {
    expect(await read(docx(paragraph(PROSE), { 'docProps/core.xml': CORE }))).toMatchObject({
      title: 'Lake talks',
      byline: 'Ana Lima',
      date: '2026-11-20',
    });
  });

  it('reads tracked changes as accepted, and says so', async () => {
    const article = await read(
      docx(
        `<w:p>${run('They ')}<w:del w:id="1" w:author="x"><w:r><w:delText>will not </w:delText></w:r></w:del><w:ins w:id="2" w:author="x">${run('will ')}</w:ins>${run('come.')}</w:p>`,
      ),
    );
    expect(article.text).toBe('They will come.');
    expect(article.warnings).toEqual([
      {
        kind: 'changes',
        message:
          'It has tracked changes, read as if all were accepted: insertions 1 (kept), deletions 1 (left out), moves 0.',
      },
    ]);
  });

  it('counts what it leaves out', async () => {
    const picture = '<w:drawing><a:blip r:embed="r4"/></w:drawing>';
    const article = await read(
      docx(
        `${paragraph(PROSE)}<w:p><w:r>${picture}</w:r><w:r><mc:AlternateContent><mc:Choice Requires="x">${picture}</mc:Choice><mc:Fallback><w:pict><v:imagedata r:id="r4"/></w:pict></mc:Fallback></mc:AlternateContent></w:r><m:oMath/></w:p>`,
        {
          'word/media/a.png': Uint8Array.of(1, 2, 3),
          'word/comments.xml': `<w:comments ${NAMESPACES}><w:comment w:id="0">${paragraph('Check!')}</w:comment></w:comments>`,
          'word/header1.xml': `<w:hdr ${NAMESPACES}>${paragraph('The Daily')}</w:hdr>`,
          'word/footer1.xml': `<w:ftr ${NAMESPACES}>${paragraph('Page 1')}</w:ftr>`,
          'word/header2.xml': `<w:hdr ${NAMESPACES}><w:p/></w:hdr>`,
          'word/vbaProject.bin': Uint8Array.of(1),
        },
      ),
      'a.docm',
    );
    expect(article.text).toBe(PROSE);
    expect(said(article)).toEqual([
      '2 pictures were left out.',
      '1 comment was left out.',
      '2 page headers and footers were left out.',
      '1 formula was left out.',
      'Its macros were left out and never run.',
    ]);
  });

  it('is told by what is in it, whatever its name', async () => {
    expect((await read(docx(paragraph(PROSE)), 'a.bin')).kind).toBe('docx');
    expect(await refusal(zipSync({ 'a.txt': strToU8('x') }))).toContain(
      'without a Word document in it',
    );
    expect(await refusal(Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'))).toContain(
      'protected by a password',
    );
  });

  it.each<[string, Parts, string]>([
    [
      'a document type',
      { 'word/styles.xml': '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>' },
      'document type',
    ],
    ['broken XML', { 'word/document.xml': '<w:document' }, 'is damaged'],
    [
      'endless nesting',
      { 'word/document.xml': `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}` },
      'nested deeper',
    ],
    ['a name that leads out', { '../../evil.xml': '<a/>' }, 'leads elsewhere'],
    [
      'a bomb',
      { 'word/media/a.bin': new Uint8Array(40_000_000) },
      'unpacks to much more than it should',
    ],
    [
      'too much text',
      {
        'word/document.xml': `<a>${Array.from({ length: 2_500_000 }, (_, i) => `${(i * 7919) % 1_000_003} word`).join(' ')}</a>`,
      },
      'at most 24 MB are read',
    ],
    ['no text', { 'word/document.xml': body('<w:p/>') }, 'It holds no text'],
  ])(
    'is refused for %s',
    async (_, parts, reason) => {
      expect(await refusal(docx(paragraph(PROSE), parts))).toContain(reason);
    },
    30_000,
  );

  it('fetches no picture from outside', async () => {
    const rels = `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r9" Type="${OFFICE}/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`;
    const linked = `${paragraph(PROSE)}<w:p><w:r><w:drawing><a:blip r:link="r9"/></w:drawing></w:r></w:p>`;
    const article = await read(docx(linked, { 'word/_rels/document.xml.rels': rels }));
    expect(article.text).toBe(PROSE);
  });

  it('gives a value whatever is in it', async () => {
    const good = docx(paragraph(PROSE), { 'word/footnotes.xml': NOTES });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.length - 1),
        fc.integer({ min: 0, max: 255 }),
        async (at, value) => {
          const spoilt = Uint8Array.from(good);
          spoilt[at] = value;
          expect((await readArticles('a.docx', spoilt)).ok).toBeTypeOf('boolean');
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});

const INPUTS = new URL('../../../../shared/samples/article-inputs/', import.meta.url);

describe.skipIf(!existsSync(INPUTS))('documents of other programs (skipped without them)', () => {
  it.each([
    ['footnotes.docx', 'Ouch[1].[2]\n\n[1] A tachyon walks into a bar.\n\n[2] Fin.'],
    ['tables.docx', 'Above\n\nTop left\tTop right\nBottom left\tBottom right\n\nBelow'],
    ['strict-format.docx', 'Test'],
    ['utf8-bom.docx', 'This XML has a byte order mark.'],
    ['inception-text.docx', 'This is a text.'],
  ])('%s', async (name, text) => {
    const result = await readArticles(fileURLToPath(new URL(name, INPUTS)));
    expect(result.ok ? result.value.articles[0]?.text : result.error.message).toBe(text);
  });
});
