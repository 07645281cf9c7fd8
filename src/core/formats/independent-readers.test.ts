import { describe, expect, it } from 'vitest';
import { memoryPages, validateXML } from 'xmllint-wasm';
import { anAnnotation, anArticle, anExportArticle } from '../testing/builders.ts';
import { aCodebook } from '../testing/codebook.ts';
import { datasetFacts, writeDataset } from '../testing/datasets.ts';
import { OWN_NASTY_CASES } from '../testing/own-nasty-cases.ts';
import { HAS_SAMPLES, richArticle, sampleFile } from '../testing/rich-cases.ts';
import type { ExportArticle } from './format.ts';
import { findFormat } from './index.ts';

const FACTS = datasetFacts({ codebook: { ...aCodebook(), version: 1 } });
const ARTICLES: readonly ExportArticle[] = [
  richArticle(),
  ...OWN_NASTY_CASES.map(({ id, text, spans }) =>
    anExportArticle(text, {
      article: anArticle(text, { id, title: id }),
      annotations: spans.map(({ utf16, label }, index) =>
        anAnnotation(text, [utf16], { id: `a${index}`, label, articleId: id }),
      ),
    }),
  ),
];

function written(id: string): ReadonlyMap<string, Uint8Array> {
  const format = findFormat(id);
  if (format === undefined) throw new Error(`no format ${id}`);
  return writeDataset(format, ARTICLES, { facts: FACTS });
}

describe.skipIf(!HAS_SAMPLES)('libxml2 checks our REFI-QDA project by its schema', () => {
  const schema = (): string =>
    sampleFile('refi-qda/Project-mrt2019.xsd')
      .toString('utf8')
      // The one thing it would fetch: `xml:lang` is in none of our files.
      .replace(/<xsd:import\b[^>]*\/>/g, '');
  const check = (contents: string) =>
    validateXML({
      xml: [{ fileName: 'project.qde', contents }],
      schema: [schema()],
      maxMemoryPages: memoryPages.MiB * 256,
    });
  const project = (): string =>
    Buffer.from(written('refi-qda').get('project.qde') ?? []).toString('utf8');

  it('and finds nothing wrong', async () => {
    const { errors } = await check(project());
    expect(errors.map(({ rawMessage }) => rawMessage)).toEqual([]);
  });

  it('and finds what is wrong where something is', async () => {
    const { valid } = await check(project().replace('<Users>', '<Users><x/>'));
    expect(valid).toBe(false);
  });
});
