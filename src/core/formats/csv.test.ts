import { describe, expect, it } from 'vitest';
import type { Annotation } from '../model/annotation.ts';
import type { Article } from '../model/article.ts';
import { anAnnotation, anArticle, anExportArticle, SOME_TIME } from '../testing/builders.ts';
import { writeDataset, writtenText } from '../testing/datasets.ts';
import { csv } from './csv.ts';
import type { ExportArticle } from './format.ts';
import { lossLog } from './loss.ts';

const TEXT = 'Banks wait. Moscow will answer.';
const LATER = '2027-01-01T00:00:00.000Z';

const PLAIN = anAnnotation(TEXT, [[0, 5]], { id: 'one' });

/** Another value for every field of an annotation that is not made from the others. */
const ANNOTATION: Omit<Required<Annotation>, 'articleId'> = {
  id: 'other',
  analyst: 'ben',
  label: 'threat',
  anchor: anAnnotation(TEXT, [[12, 18]]).anchor,
  attributes: { polarity: 'negative' },
  note: 'a note',
  confidence: 'low',
  origin: { kind: 'import', file: 'x.csv' },
  codebookVersion: 7,
  createdAt: LATER,
  updatedAt: LATER,
};

/** The same of an article; its characters are counted from its text. */
const ARTICLE: Omit<Article, 'characters'> = {
  id: 'article-other',
  title: 'Another title',
  outlet: 'Another outlet',
  byline: 'B. Writer',
  date: '2023-02-03',
  language: 'pt',
  sha256: 'f'.repeat(64),
  furniture: [{ start: 0, end: 5, kind: 'caption' }],
  source: { file: 'other.txt' },
  addedAt: LATER,
  tags: ['banks'],
  assigned: ['ben'],
};

/** The same of what goes with an article. */
const BESIDE: Omit<
  Required<ExportArticle>,
  'article' | 'annotations' | 'analystName' | 'labelName'
> = {
  text: `${TEXT} `,
  split: 'test',
  relations: [
    { id: 'r', articleId: 'a', analyst: 'ana', type: 'supports', from: 'one', to: 'one' },
  ],
  documentLabels: [{ analyst: 'ana', labels: { opinion: {} } }],
  documents: [{ analyst: 'ana', note: 'n', state: 'submitted', seen: 3 }],
  comments: [
    {
      id: 'c',
      articleId: 'a',
      analyst: 'ana',
      target: '',
      targetAnalyst: '',
      thread: 'c',
      text: 'Really?',
      action: 'say',
      createdAt: SOME_TIME,
      updatedAt: SOME_TIME,
    },
  ],
  gold: [PLAIN],
  decisions: [{ item: 1 }],
};

function said(over: Partial<ExportArticle>): string {
  const losses = lossLog();
  const article = anArticle(TEXT, { source: {}, byline: '' });
  const from = anExportArticle(TEXT, { article, annotations: [PLAIN], ...over });
  return writtenText(writeDataset(csv, [from], { losses })) + JSON.stringify(losses.losses());
}

describe('a CSV and its account of what it leaves out', () => {
  const nothing = said({});

  it.each(Object.entries(ANNOTATION))('tell of an annotation’s %s', (name, value) => {
    expect(said({ annotations: [{ ...PLAIN, [name]: value }] })).not.toBe(nothing);
  });

  it.each(Object.entries(ARTICLE))('tell of an article’s %s', (name, value) => {
    const article = { ...anArticle(TEXT, { source: {}, byline: '' }), [name]: value };
    expect(said({ article })).not.toBe(nothing);
  });

  it.each(Object.entries(BESIDE))('tell of the %s that go with an article', (name, value) => {
    expect(said({ [name]: value })).not.toBe(nothing);
  });

  it('write how sure somebody was, the codebook’s version and where it came from', () => {
    const lines = said({ annotations: [{ ...PLAIN, confidence: 'low' }] }).split('\r\n');
    expect(lines[0]).toMatch(/,confidence,codebook_version,origin,byline,language,tags$/u);
    expect(lines[1]).toMatch(/,low,1,"\{""kind"":""manual""\}",,en,\[\]$/u);
    expect(lines[2]).not.toContain('how sure');
  });
});
