import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAnnotation, anArticle, anExportArticle } from '../testing/builders.ts';
import { readDataset, writeDataset, writtenText } from '../testing/datasets.ts';
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
import { conllU } from './conll-u.ts';

const TEXT = ' Acme  said.\nNew York|Times! ';
const article = anExportArticle(TEXT, {
  article: anArticle(TEXT, { id: 'one', title: 'A\ntitle', outlet: '', byline: '', date: '' }),
  annotations: [
    anAnnotation(TEXT, [[1, 5]], { id: 'a', label: 'Big|org' }),
    anAnnotation(TEXT, [[13, 21]], { id: 'b', label: 'LOC' }),
  ],
});

describe('CoNLL-U that is written', () => {
  it('is rows with all white space told', () => {
    const none = '\t_\t_\t_\t_\t_\t_\t_\t';
    expect(writtenText(writeDataset(conllU, [article])).split('\n')).toEqual([
      '# newdoc id = one',
      '# title = A title',
      '# language = en',
      `# sha256 = ${article.article.sha256}`,
      '# sent_id = one-1',
      '# text = Acme said.',
      `1\tAcme${none}NER=B-Big\\porg|SpacesBefore=\\s|SpacesAfter=\\s\\s`,
      `2\tsaid${none}SpaceAfter=No`,
      `3\t.${none}SpacesAfter=\\n`,
      '',
      '# sent_id = one-2',
      '# text = New York|Times!',
      `1\tNew${none}NER=B-LOC`,
      `2\tYork${none}NER=I-LOC|SpaceAfter=No`,
      `3\t|${none}SpaceAfter=No`,
      `4\tTimes${none}SpaceAfter=No`,
      `5\t!${none}_`,
      '',
      '',
    ]);
  });

  it.each(nastyArticles())('comes back with its text: %s', (_id, one) => {
    const { read, lost } = thereAndBack(conllU, [one]);
    const gone = lost.filter(({ what }) => /^(?:annotations|overlapping|white)/.test(what));
    expect(read[0]?.text).toBe(one.text);
    if (gone.length === 0) {
      expect(placesOf(read[0]?.annotations ?? [])).toEqual(placesOf(one.annotations));
    } else expect(read[0]?.annotations.length).toBeLessThanOrEqual(one.annotations.length);
  });

  it('keeps every text that has a word, by its own rules', () => {
    fc.assert(
      fc.property(markedText(3), ({ text, marks }) => {
        const annotations = marks.map((spans, index) =>
          anAnnotation(text, [spans[0] ?? [0, 0]], { id: `a-${index}` }),
        );
        const one = anExportArticle(text, { annotations });
        const content = writtenText(writeDataset(conllU, [one]));
        fc.pre(content !== '');
        const [result] = readDataset(conllU, content);
        expect(valueOf(result).text).toBe(text);
        expect(valueOf(result).refused).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('counts an article without a word', () => {
    const { read, lost } = thereAndBack(conllU, [anExportArticle(' \n '), article]);
    expect(read).toHaveLength(1);
    expect(lost.find(({ what }) => what === 'articles without words')?.count).toBe(1);
  });
});

describe.skipIf(sampleNames('conll').length === 0)('CoNLL-U samples', () => {
  const names = sampleNames('conll').filter((name) => name.endsWith('.conllu'));

  it.each(names)('reads what is valid: %s', (name) => {
    const results = readDataset(conllU, [[name, sample('conll', name)]]);
    if (name === 'empty-file.conllu') {
      expect(refusalOf(results[0])).toBe('1: there is no sentence in it');
    } else expect(results.map((one) => refusalOf(one))).toEqual(results.map(() => ''));
  });

  it.each(sampleNames('conll/invalid'))('refuses what is not, at its line: %s', (name) => {
    const [result] = readDataset(conllU, [[name, sample('conll/invalid', name)]]);
    expect(refusalOf(result)).toMatch(/^\d+: \S/);
    expect(result?.ok === false ? (result.error.column ?? 0) : 0).toBeGreaterThan(0);
  });

  it('says the place', () => {
    const places = [
      'empty-field',
      'pseudo-empty-line',
      'unicode-normalization',
      'missing-final-line',
    ];
    const said = places.map((name) => {
      const file = `${name}.conllu`;
      const [result] = readDataset(conllU, [[file, sample('conll/invalid', file)]]);
      return result?.ok === false ? [result.error.line, result.error.column] : [];
    });
    expect(said).toEqual([
      [4, 3],
      [5, 1],
      [8, 9],
      [5, 1],
    ]);
  });

  it('holds multiword tokens as they stand in the text', () => {
    const [result] = readDataset(conllU, [['tanl.conllu', sample('conll', 'tanl.conllu')]]);
    expect(valueOf(result).text).toContain('Gas dalla statua');
    expect(valueOf(result).unknown.map(({ path }) => path)).toEqual(['conllu']);
  });
});

describe('CoNLL-U that is hostile', () => {
  it.each([
    ['\u0000', '1: '],
    ['1\ta\t_\t_\t_\t_\t_\t_\t_\t_', 'an empty line is missing'],
    ['999999999999\ta\t_\t_\t_\t_\t_\t_\t_\t_\n\n', '1: “999999999999” is no ID'],
  ])('is refused: %j', (content, said) => {
    expect(refusalOf(readDataset(conllU, content)[0])).toContain(said);
  });
});
