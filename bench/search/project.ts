import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RecordState } from '../../src/core/log/record.ts';
import type { Json } from '../../src/core/model/json.ts';
import type { Layer, Store } from '../../src/main/store/store.ts';
import type { newsroom } from './news.ts';

/** Every so many articles have a layer, and so many annotations are in it. */
const ANNOTATED = 10;
const ANNOTATIONS = 5;
export const ANALYST = 'ana-1';

const STAMP = '000000000.r-bench';

function record(fields: Readonly<Record<string, Json>>): RecordState {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, { value, stamp: STAMP }]),
  );
}

const pad = (number: number): string => String(number).padStart(2, '0');

function articleRecord(number: number, text: string): RecordState {
  return record({
    title: `Article ${String(number)}`,
    outlet: `Outlet ${String(number % 40)}`,
    byline: '',
    date: `20${pad(10 + (number % 15))}-${pad(1 + (number % 12))}-${pad(1 + (number % 28))}`,
    language: 'en',
    sha256: createHash('sha256').update(text).digest('hex'),
    characters: text.length,
    furniture: [],
    source: {},
    addedAt: '2026-11-21T12:00:00.000Z',
    _del: false,
  });
}

function layerOf(articleId: string, number: number): Layer {
  const annotations = Array.from({ length: ANNOTATIONS }, (_, index) => {
    const start = 40 + index * 200;
    const anchor = { spans: [[start, start + 60]], quote: [''], prefix: '', suffix: '' };
    const label = (number / ANNOTATED) % 50 === 0 && index === 0 ? 'threat' : 'claim';
    return [
      `${articleId}/x${String(index)}`,
      record({ label, spans: anchor, 'a.polarity': 'negative', _del: false }),
    ] as const;
  });
  return new Map([['annotation', new Map(annotations)]]);
}

/** Writes the articles, and stands in for the store of a project that has them. */
export function makeProject(
  dir: string,
  count: number,
  news: ReturnType<typeof newsroom>,
): { readonly store: Store; readonly bytes: number } {
  mkdirSync(path.join(dir, 'articles'), { recursive: true });
  const articles = new Map<string, RecordState>();
  let bytes = 0;
  for (let number = 0; number < count; number += 1) {
    const id = `art-${String(number).padStart(6, '0')}`;
    const text = news.article(number);
    writeFileSync(path.join(dir, 'articles', `${id}.txt`), text);
    bytes += Buffer.byteLength(text);
    articles.set(id, articleRecord(number, text));
  }
  const numberOf = (id: string): number => Number(id.slice('art-'.length));
  const isAnnotated = (id: string): boolean => numberOf(id) % ANNOTATED === 0;
  const none = new Map<string, RecordState>();
  const stand: Partial<Store> = {
    id: 'bench',
    dir,
    replica: 'r-bench',
    readOnly: false,
    projectRecords: (kind) => (kind === 'article' ? articles : none),
    layerAnalysts: (id) => (isAnnotated(id) ? [ANALYST] : []),
    layerVersion: () => '1',
    layer: (id) => Promise.resolve({ ok: true, value: layerOf(id, numberOf(id)) }),
    heads: () => '1',
    onOps: () => () => undefined,
  };
  return { store: stand as Store, bytes };
}
