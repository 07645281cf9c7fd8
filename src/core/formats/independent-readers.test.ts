import { tableFromIPC } from 'apache-arrow';
import jsonld from 'jsonld';
import { readParquet } from 'parquet-wasm/node';
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

/** Code points `[start, end)` of a text, counted as Python does. */
function slice(text: string, start: number, end: number): string {
  return Array.from(text).slice(start, end).join('');
}

interface Row {
  readonly text: string;
  readonly entities: readonly {
    readonly id: string;
    readonly parts: readonly {
      readonly start: number;
      readonly end: number;
      readonly text: string;
    }[];
  }[];
  readonly tokens: readonly string[];
  readonly ner_tags: readonly unknown[];
}

describe('Arrow’s own reader, in Rust, reads our Parquet', () => {
  it.each([
    ['parquet', ''],
    ['huggingface-parquet', 'data/train.parquet'],
  ])('%s: text, places and words as they were written', (id, file) => {
    const stream = readParquet(written(id).get(file) ?? new Uint8Array()).intoIPCStream();
    const rows = tableFromIPC(stream)
      .toArray()
      .map((row) => JSON.parse(JSON.stringify(row)) as Row);
    // The binding to JavaScript takes a byte order mark away from the beginning of a text.
    const texts = ARTICLES.map((one) => one.text);
    expect(rows.map(({ text }) => text)).toEqual(texts.map((one) => one.replace(/^\ufeff/, '')));
    for (const [index, { entities, tokens, ner_tags: tags }] of rows.entries()) {
      const ids = ARTICLES[index]?.annotations.map((one) => one.id);
      expect(entities.map((one) => one.id)).toEqual(ids);
      for (const part of entities.flatMap(({ parts }) => parts)) {
        expect(slice(texts[index] ?? '', part.start, part.end)).toBe(part.text);
      }
      expect(tags).toHaveLength(tokens.length);
    }
  });

  it('and refuses what is cut', () => {
    const bytes = written('parquet').get('') ?? new Uint8Array();
    expect(() => readParquet(bytes.slice(0, -9))).toThrow(/parquet/i);
  });
});

const ANNO = 'http://www.w3.org/ns/anno.jsonld';
const OA = 'http://www.w3.org/ns/oa#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** Of the vocabulary (W3C REC annotation-vocab), the terms that our files use. */
const OUR_CONTEXT = {
  oa: OA,
  rdf: RDF,
  as: 'http://www.w3.org/ns/activitystreams#',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  id: { '@type': '@id', '@id': '@id' },
  type: { '@type': '@id', '@id': '@type' },
  Annotation: 'oa:Annotation',
  AnnotationPage: 'as:OrderedCollectionPage',
  TextualBody: 'oa:TextualBody',
  TextQuoteSelector: 'oa:TextQuoteSelector',
  TextPositionSelector: 'oa:TextPositionSelector',
  SpecificResource: 'oa:SpecificResource',
  Person: 'foaf:Person',
  Text: 'http://purl.org/dc/dcmitype/Text',
  body: { '@type': '@id', '@id': 'oa:hasBody' },
  target: { '@type': '@id', '@id': 'oa:hasTarget' },
  source: { '@type': '@id', '@id': 'oa:hasSource' },
  selector: { '@type': '@id', '@id': 'oa:hasSelector' },
  creator: { '@type': '@id', '@id': 'dcterms:creator' },
  motivation: { '@type': '@vocab', '@id': 'oa:motivatedBy' },
  purpose: { '@type': '@vocab', '@id': 'oa:hasPurpose' },
  items: { '@type': '@id', '@id': 'as:items', '@container': '@list' },
  exact: 'oa:exact',
  prefix: 'oa:prefix',
  suffix: 'oa:suffix',
  start: { '@type': 'xsd:nonNegativeInteger', '@id': 'oa:start' },
  end: { '@type': 'xsd:nonNegativeInteger', '@id': 'oa:end' },
  created: { '@type': 'xsd:dateTime', '@id': 'dcterms:created' },
  modified: { '@type': 'xsd:dateTime', '@id': 'dcterms:modified' },
  value: 'rdf:value',
  format: 'dc:format',
  name: 'foaf:name',
  tagging: 'oa:tagging',
  classifying: 'oa:classifying',
  commenting: 'oa:commenting',
  linking: 'oa:linking',
};

type Expanded = Readonly<Record<string, readonly { '@value'?: unknown; '@id'?: string }[]>>;

/** Every object in a tree of JSON-LD. */
function nodesIn(value: unknown): readonly Expanded[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(nodesIn);
  return Array.isArray(value) ? inside : [value as Expanded, ...inside];
}

/** Expands as a processor that knows no web: with this context for that of the annotations. */
async function expanded(content: string, context: object): Promise<unknown> {
  const documentLoader = (url: string) =>
    url === ANNO
      ? Promise.resolve({ documentUrl: url, document: { '@context': context } })
      : Promise.reject(new Error(`nothing is fetched: ${url}`));
  // Safe mode: a term that no context knows is an error, not dropped.
  const options = { documentLoader, safe: true } as Parameters<typeof jsonld.expand>[1];
  return jsonld.expand(JSON.parse(content) as never, options);
}

describe('a JSON-LD processor expands our Web Annotations', () => {
  const content = (): string => Buffer.from(written('w3c').get('') ?? []).toString('utf8');

  it('and drops no word of them', async () => {
    const nodes = nodesIn(await expanded(content(), OUR_CONTEXT));
    const annotations = ARTICLES.flatMap((one) => one.annotations);
    const quotes = annotations.flatMap(({ anchor }) => anchor.quote);
    const said = nodes.flatMap((one) => one[`${OA}exact`] ?? []).map((one) => one['@value']);
    expect(said.map(String).toSorted()).toEqual(quotes.toSorted());
    const types = nodes.flatMap((one) => one['@type'] ?? []) as readonly unknown[];
    const all = types.filter((one) => one === `${OA}Annotation`);
    const labels = ARTICLES.flatMap((one) =>
      one.documentLabels.flatMap(({ labels: given }) => Object.keys(given)),
    );
    const relations = ARTICLES.flatMap((one) => one.relations);
    expect(all).toHaveLength(annotations.length + relations.length + labels.length);
  });

  it('and stops at a term of nobody', async () => {
    const wrong = content().replace('"motivation":', '"motive":');
    await expect(expanded(wrong, OUR_CONTEXT)).rejects.toThrow('Safe mode validation error');
  });

  it.skipIf(!HAS_SAMPLES)('to the same with the context of the W3C', async () => {
    const file = sampleFile('w3c-annotation/anno.jsonld').toString('utf8');
    const { '@context': theirs } = JSON.parse(file) as { '@context': object };
    expect(await expanded(content(), theirs)).toEqual(await expanded(content(), OUR_CONTEXT));
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
