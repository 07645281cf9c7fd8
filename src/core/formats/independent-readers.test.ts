import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
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

/** What DuckDB gives as JSON in a string. */
function unpacked(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value;
}

/** Code points `[start, end)` of a text, counted as Python does. */
function slice(text: string, start: number, end: number): string {
  return Array.from(text).slice(start, end).join('');
}

describe('DuckDB reads our Parquet', () => {
  it.each([
    ['parquet', ''],
    ['huggingface-parquet', 'data/train.parquet'],
  ])('%s: text, places and words as they were written', async (id, file) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'verbale-duckdb-'));
    try {
      const at = path.join(folder, 'table.parquet');
      await writeFile(at, written(id).get(file) ?? '');
      const connection = await (await DuckDBInstance.create(':memory:')).connect();
      const query = `select to_json(text) as text, to_json(entities) as entities, to_json(tokens) as tokens, to_json(ner_tags) as tags from '${at}'`;
      const rows = (await connection.runAndReadAll(query)).getRowObjectsJson();
      connection.closeSync();
      // As JSON, because the binding takes a byte order mark away from a bare text.
      const texts = rows.map((row) => unpacked(row['text']) as string);
      expect(texts).toEqual(ARTICLES.map(({ text }) => text));
      for (const [index, row] of rows.entries()) {
        const entities = unpacked(row['entities']) as {
          id: string;
          start: number;
          end: number;
          text: string;
          parts: { start: number; end: number; text: string }[];
        }[];
        expect(entities.map((one) => one.id)).toEqual(
          ARTICLES[index]?.annotations.map((one) => one.id),
        );
        for (const part of entities.flatMap(({ parts }) => parts)) {
          expect(slice(texts[index] ?? '', part.start, part.end)).toBe(part.text);
        }
        const tokens = unpacked(row['tokens']) as unknown[];
        expect(unpacked(row['tags'])).toHaveLength(tokens.length);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

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
