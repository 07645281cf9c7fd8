import { describe, expect, it } from 'vitest';
import type { ImportedArticle, ImportWarning } from '../importers/imported-article.ts';
import { articleItem, datasetItem, waitingItem } from './import-batch.ts';
import type { PlannedArticle } from './planned-article.ts';

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

function plan(warnings: readonly string[], refused: readonly string[]): PlannedArticle {
  const article = { title: 'Words' } as PlannedArticle['article'];
  const rest = { layers: [], labels: [], people: [], warnings, refused };
  return { file: 'a.jsonl', article, text: 'Words.', ...rest };
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
    const plans = [plan(['moved'], ['line 1: annotation x1: no label']), plan(['moved'], [])];
    const { warnings, notes } = datasetItem(waitingItem('0', 'a.jsonl'), {
      format: 'Lines',
      plans,
      problems: ['line 3: bad'],
    });
    expect(warnings).toEqual([
      'line 3: bad',
      'line 1: annotation x1: no label. It will be left out.',
    ]);
    expect(notes).toEqual(['moved']);
  });

  it.each([
    [3, 'bad 1 bad 2 bad 3'],
    [4, 'bad 1 bad 2 bad 3 One more line was refused.'],
    [92, 'bad 1 bad 2 bad 3 89 more lines were refused.'],
  ])('of %i refused lines, and nothing else, the first three are named', (count, reason) => {
    const problems = Array.from({ length: count }, (_, i) => `bad ${i + 1}`);
    expect(
      datasetItem(waitingItem('0', 'a.jsonl'), { format: 'Lines', plans: [], problems }),
    ).toMatchObject({
      state: 'failed',
      reason,
    });
  });
});
