import { describe, expect, it } from 'vitest';
import { problemWords } from './problem-words.ts';

describe('why a project could not be opened', () => {
  it('is a sentence for a person; processes and folders stand apart', () => {
    const message = 'Lena Moor has this project open (Verbale window, process 4711 on vm).';
    expect(problemWords({ kind: 'locked', message, folder: '/home/lena/talks.verbale' })).toEqual({
      sentence: 'Lena Moor has this project open.',
      details: ['Verbale window, process 4711 on vm', '/home/lena/talks.verbale'],
    });
  });

  it('does not name the folder twice', () => {
    const folder = '/home/lena/talks.verbale';
    expect(
      problemWords({ kind: 'not-found', message: `There is no folder ${folder}.`, folder }),
    ).toEqual({ sentence: `There is no folder ${folder}.`, details: [] });
  });

  it('leaves a sentence without brackets alone', () => {
    const message = 'The log (its third file) is damaged.';
    expect(problemWords({ kind: 'corrupt', message, folder: '' })).toEqual({
      sentence: message,
      details: [],
    });
  });
});
