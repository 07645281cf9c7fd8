import { createHash } from 'node:crypto';
import { DEFAULT_CODEBOOK } from '../../src/core/codebook/default-codebook.ts';
import type { DatasetFacts, ExportArticle } from '../../src/core/formats/format.ts';
import type { Annotation } from '../../src/core/model/annotation.ts';
import { describeAnchor } from '../../src/core/text/anchor.ts';

const AT = '2026-11-22T10:00:00.000Z';
const ANNOTATIONS = 10;
const SENTENCES = [
  'The minister said on Monday that sanctions would follow unless the talks went on.',
  'Brussels has not answered; diplomats in Séoul and Kyiv expect a reply “within days”.',
  'A second official, who asked not to be named, called the offer a threat to the region.',
  'Exports fell by 3.5 % in the third quarter, the bank reported, and prices rose again.',
];

/** SHA-256 of a text in UTF-8, lower-case hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** What a project with the default codebook and one analyst says of itself. */
export const FACTS: DatasetFacts = {
  name: 'Bench',
  codebook: { ...DEFAULT_CODEBOOK, version: 1 },
  analysts: [{ id: 'ana', name: 'Ana' }],
  tool: 'Verbale bench',
  at: AT,
  sha256,
};

const LABELS = DEFAULT_CODEBOOK.labels.map(({ name }) => name);

function annotation(articleId: string, text: string, number: number, start: number): Annotation {
  const end = text.indexOf(' ', start + 20 + (number % 7));
  const anchor = describeAnchor(text, [[start, end]]);
  if (!anchor.ok) throw new Error(anchor.error.kind);
  return {
    id: `a${number}`,
    articleId,
    analyst: 'ana',
    label: LABELS[number % LABELS.length] ?? '',
    anchor: anchor.value,
    attributes: number % 3 === 0 ? { certainty: 'high', about: 'the talks' } : {},
    note: number % 5 === 0 ? 'Said twice, once by the spokesman.' : '',
    origin: { kind: 'manual' },
    codebookVersion: 1,
    createdAt: AT,
    updatedAt: AT,
  };
}

/** The article of a number, the same in every run, its values as a project's files give them. */
export function articleNumber(number: number): ExportArticle {
  const { analystName, labelName, ...values } = articleMade(number);
  const read = JSON.parse(JSON.stringify(values)) as typeof values;
  return { ...read, analystName, labelName };
}

/** Some 1,700 characters, ten annotations that stand apart. */
function articleMade(number: number): ExportArticle {
  const lines: string[] = [];
  const starts: number[] = [];
  let at = 0;
  for (let index = 0; index < 2 * ANNOTATIONS; index += 1) {
    const sentence = SENTENCES[(number + index * 3) % SENTENCES.length] ?? '';
    if (index % 2 === 0) starts.push(at + 4);
    const line = `${sentence}${index % 5 === 4 ? '\n' : ' '}`;
    lines.push(line);
    at += line.length;
  }
  // One article in ten has a sign outside the BMP.
  const text = `${lines.join('')}No. ${number}${number % 10 === 0 ? ' \u{1f30d}' : ''}.`;
  const id = `article-${number}`;
  return {
    article: {
      id,
      title: `Talks, day ${number}`,
      outlet: 'The Paper',
      byline: 'A. Writer',
      date: '2026-11-22',
      language: 'en',
      sha256: sha256(text),
      characters: text.length,
      furniture: [],
      source: {},
      addedAt: AT,
      tags: [],
      assigned: [],
    },
    text,
    annotations: starts.map((start, index) =>
      annotation(id, text, index, text.indexOf(' ', start) + 1),
    ),
    relations: [],
    documentLabels: [],
    analystName: () => 'Ana',
    labelName: (name) => name,
  };
}
