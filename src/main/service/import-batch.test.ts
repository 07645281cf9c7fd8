import { describe, expect, it } from 'vitest';
import { DEFAULT_CODEBOOK } from '../../core/codebook/default-codebook.ts';
import type { ReadArticle } from '../../core/formats/format.ts';
import type { ImportedArticle, ImportWarning } from '../importers/imported-article.ts';
import { articleItem, datasetItem, waitingItem } from './import-batch.ts';

function read(kind: ImportWarning['kind'], message: string): ImportedArticle {
  return {
    file: 'a.txt',
    kind: 'text',
    text: 'Words.',
    title: 'Words',
    outlet: '',
    byline: '',
    date: '',
    language: 'en',
    furniture: [],
    charset: { name: 'utf-8', confidence: 1 },
    bom: false,
    lineEndings: 'lf',
    removed: { bom: false, returns: [] },
    warnings: [{ kind, message }],
    recognised: {},
    sha256: '',
    originalSha256: '',
    bytes: 6,
  };
}

const CODEBOOK = { ...DEFAULT_CODEBOOK, version: 1 };
const READ = { file: 'a.jsonl', format: 'Lines', names: [] };

function line(number: number, refusedId?: string): ReadArticle {
  const refused =
    refusedId === undefined
      ? []
      : [{ what: 'annotation', id: refusedId, place: 'annotations[0]', reason: 'no label' }];
  return {
    line: number,
    article: { title: 'Words' },
    text: 'Words.',
    annotations: [],
    relations: [],
    warnings: [{ kind: 'moved', message: 'moved' }],
    refused,
  } as unknown as ReadArticle;
}

describe('an item of an import', () => {
  it.each<[ImportWarning['kind'], 'question' | 'note']>([
    ['charset-guessed', 'question'],
    ['unreadable-characters', 'question'],
    ['all-furniture', 'question'],
    ['caption-lines', 'note'],
    ['charset-mismatch', 'note'],
    ['unclosed', 'question'],
    ['deep-nesting', 'note'],
  ])('%s is a %s', (kind, what) => {
    const { warnings, notes } = articleItem(waitingItem('0', 'a.txt'), read(kind, 'x'), undefined);
    expect({ warnings, notes }).toEqual(
      what === 'question' ? { warnings: ['x'], notes: [] } : { warnings: [], notes: ['x'] },
    );
  });

  it('asks about what of a dataset does not come in, and only notes the rest', () => {
    const reads = [line(1, 'x1'), line(1)];
    const given = { ...READ, reads, problems: ['line 3: bad'] };
    const { warnings, notes } = datasetItem(waitingItem('0', 'a.jsonl'), given, CODEBOOK);
    expect(warnings).toEqual([
      'line 3: bad',
      'line 1, annotations[0]: no label (its id: x1). It will be left out.',
    ]);
    expect(notes).toEqual(['line 1: moved']);
  });

  it.each([
    [3, 'bad 1 bad 2 bad 3'],
    [4, 'bad 1 bad 2 bad 3 One more line was refused.'],
    [92, 'bad 1 bad 2 bad 3 89 more lines were refused.'],
  ])('of %i refused lines, and nothing else, the first three are named', (count, reason) => {
    const problems = Array.from({ length: count }, (_, i) => `bad ${i + 1}`);
    const given = { ...READ, reads: [], problems };
    expect(datasetItem(waitingItem('0', 'a.jsonl'), given, CODEBOOK)).toMatchObject({
      state: 'failed',
      reason,
    });
  });
});
