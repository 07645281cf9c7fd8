import { describe, expect, it } from 'vitest';
import { leftFiles, resultWords } from './result-words.ts';

const FAILED = [
  {
    file: '/a/set.jsonl',
    reason: 'set.jsonl, line 2: annotation x1: no label. The article is in the project.',
  },
  { file: '/b/cut.txt', reason: 'The file has changed since the preview. Import it again.' },
  { file: '/a/set.jsonl', reason: 'set.jsonl, line 9: not JSON' },
];
const ONE = {
  articleId: 'a1',
  title: 'A',
  characters: 1,
  annotations: 0,
  relations: 0,
  warnings: [],
};

describe('what did not come in', () => {
  it('is told by file, each reason once and without the file’s name', () => {
    expect(leftFiles(FAILED)).toEqual([
      {
        file: 'set.jsonl',
        reasons: [
          'line 2: annotation x1: no label. The article is in the project.',
          'line 9: not JSON',
        ],
      },
      {
        file: 'cut.txt',
        reasons: ['The file has changed since the preview. Import it again.'],
      },
    ]);
  });

  it('does not hide what did', () => {
    const words = resultWords({ imported: [ONE], skipped: [], failed: FAILED });
    expect(words).toBe(
      '1 article came in. 3 things could not be taken over; the files themselves were not touched.',
    );
    expect(resultWords({ imported: [], skipped: [], failed: FAILED.slice(0, 1) })).toBe(
      'Nothing came in. 1 thing could not be taken over.',
    );
  });
});
