import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  anAnnotation,
  anArticle,
  anExportArticle,
  aRelation,
  exportAgain,
} from '../testing/builders.ts';
import { readDataset, writeDataset } from '../testing/datasets.ts';
import {
  nastyArticles,
  placesOf,
  refusalOf,
  sample,
  sampleNames,
  thereAndBack,
  valueOf,
} from '../testing/format-cases.ts';
import { markedText } from '../testing/nasty-text.ts';
import { refiQda } from './refi-qda.ts';
import { childElements, elementsIn, readXml } from './xml.ts';

const TEXT = '\u{1f4a9} Acme said: New\nYork. ';
const first = anAnnotation(TEXT, [[3, 7]], { id: 'first', note: 'two\nlines', confidence: 'low' });
const second = anAnnotation(
  TEXT,
  [
    [3, 7],
    [14, 22],
  ],
  { id: 'second', label: 'Threat <&>', attributes: { many: ['a', 'b'] } },
);
const article = anExportArticle(TEXT, {
  article: anArticle(TEXT, { id: 'one' }),
  annotations: [first, second, { ...first, analyst: 'ben', note: '' }],
  relations: [aRelation(second, first, { type: 'aims' })],
});

/** A project of others, with one selection on “Acme”. */
function foreign(text: string, start: number, name = 'Acme'): ReturnType<typeof readDataset> {
  const guid = (n: number): string => `0000000${n}-0000-0000-0000-000000000000`;
  const qde = `<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="x"><CodeBook><Codes><Code guid="${guid(1)}" name="Outer" isCodable="true"><Code guid="${guid(2)}" name="ORG" isCodable="true"/></Code></Codes></CodeBook><Sources><TextSource guid="${guid(3)}" name="doc" plainTextPath="internal://a.txt"><PlainTextSelection guid="${guid(4)}" name="${name}" startPosition="${start}" endPosition="${start + 4}"><Coding guid="${guid(5)}"><CodeRef targetGUID="{${guid(2)}}"/></Coding></PlainTextSelection></TextSource></Sources></Project>`;
  return readDataset(refiQda, [
    ['project.qde', qde],
    ['Sources/a.txt', text],
  ]);
}

describe('REFI-QDA that is written', () => {
  const files = writeDataset(refiQda, [article]);
  const qde = valueOf(readXml(Buffer.from(files.get('project.qde') ?? []).toString('utf8')));

  it('keeps the order, the GUIDs and the colours of its schema', () => {
    expect(childElements(qde).map(({ local }) => local)).toEqual([
      'Users',
      'CodeBook',
      'Sources',
      'Notes',
      'Links',
    ]);
    const all = [...elementsIn(qde)];
    const guids = all.flatMap(({ attributes }) => attributes.get('guid') ?? []);
    const pointed = all.flatMap(({ attributes }) =>
      ['targetGUID', 'originGUID', 'creatingUser'].flatMap((name) => attributes.get(name) ?? []),
    );
    expect(guids.every((guid) => /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/.test(guid))).toBe(
      true,
    );
    expect(new Set(guids).size).toBe(guids.length);
    expect(pointed.filter((guid) => !guids.includes(guid))).toEqual([]);
    const colours = all.flatMap(({ attributes }) => attributes.get('color') ?? []);
    expect(colours.length).toBeGreaterThan(0);
    expect(colours.every((colour) => /^#[0-9a-f]{6}$/.test(colour))).toBe(true);
    const inSource = all.find(({ local }) => local === 'PlainTextSelection');
    expect(childElements(inSource ?? qde).map(({ local }) => local)).toEqual([
      'Description',
      'Coding',
      'NoteRef',
    ]);
  });

  it('counts code points', () => {
    const places = [...elementsIn(qde)]
      .filter(({ local }) => local === 'PlainTextSelection')
      .map(({ attributes }) =>
        ['startPosition', 'endPosition', 'name'].map((name) => attributes.get(name)),
      );
    expect(places).toEqual([
      ['2', '6', 'Acme'],
      ['2', '6', 'Acme'],
      ['13', '21', 'New\nYork'],
      ['2', '6', 'Acme'],
    ]);
  });

  it('comes back as it was', () => {
    const { read, lost } = thereAndBack(refiQda, [article]);
    const [again] = read.map(exportAgain);
    expect(again?.annotations).toEqual(
      article.annotations.map((one) => ({ ...one, articleId: 'one', origin: { kind: 'import' } })),
    );
    expect(again?.relations.map(({ type, from, to }) => [type, from, to])).toEqual([
      ['aims', 'second', 'first'],
    ]);
    expect(again?.article).toMatchObject({ id: 'one', title: 'A title', outlet: 'An outlet' });
    expect([lost, read[0]?.refused, read[0]?.warnings]).toEqual([[], [], []]);
  });

  it.each(nastyArticles())('comes back with nasty text: %s', (_id, one) => {
    const { read } = thereAndBack(refiQda, [one]);
    expect(placesOf(read[0]?.annotations ?? [])).toEqual(placesOf(one.annotations));
    expect(read[0]?.text).toBe(one.text);
  });

  it('keeps every place', () => {
    fc.assert(
      fc.property(markedText(3), ({ text, marks }) => {
        const annotations = marks.map((spans, index) =>
          anAnnotation(text, spans, { id: `a-${index}` }),
        );
        const { read } = thereAndBack(refiQda, [anExportArticle(text, { annotations })]);
        expect(placesOf(read[0]?.annotations ?? [])).toEqual(placesOf(annotations));
      }),
      { numRuns: 60 },
    );
  });
});

describe('REFI-QDA of others', () => {
  it.each([
    ['as the specification says', 'ab\r\nAcme', 4],
    ['a Windows line end as one', 'ab\r\nAcme', 3],
    ['a BOM as well', '\ufeffab\nAcme', 4],
    ['no BOM', '\ufeffab\nAcme', 3],
  ])('is read where a tool counted %s', (_how, text, start) => {
    const [result] = foreign(text, start);
    const [one] = valueOf(result).annotations;
    expect([one?.labelName, one?.anchor.quote]).toEqual(['ORG', ['Acme']]);
    expect(valueOf(result).text.startsWith('\ufeff')).toBe(false);
  });

  it('refuses what has no place, and says what is missing', () => {
    expect(valueOf(foreign('ab', 90)[0]).refused).toHaveLength(1);
    const [lone] = readDataset(refiQda, [
      [
        'project.qde',
        '<Project>\n<Sources><TextSource name="d" plainTextPath="internal://x.txt"/></Sources></Project>',
      ],
    ]);
    expect(refusalOf(lone)).toBe('2: the plain text of “d” is not in the project');
    expect(refusalOf(readDataset(refiQda, [['project.qde', '<Project>\n<']])[0])).toMatch(
      /^2: this is not XML/,
    );
  });

  it.skipIf(sampleNames('refi-qda').length === 0)('reads the samples', () => {
    const read = (name: string) =>
      readDataset(refiQda, Object.entries(unzipSync(sample('refi-qda', name))));
    const made = valueOf(read('made_here_text_selection.qdpx')[0]);
    expect(
      made.annotations.map((one) => [one.labelName, one.analystName, one.anchor.quote]),
    ).toEqual([['ORG', 'Ana', ['Acme']]]);
    expect(refusalOf(read('blank-atlas-project.qdpx')[0])).toContain('there is no text');
  });
});
