import { describe, expect, it } from 'vitest';
import { sourceFacts } from './facts.ts';

describe('sourceFacts', () => {
  it('names file, kind and charset, and says how sure a guess is', () => {
    const { facts } = sourceFacts({
      file: 'talks.html',
      kind: 'html',
      charset: { name: 'windows-1252', confidence: 0.874 },
    });
    expect(facts.map((fact) => fact.value)).toEqual([
      'talks.html',
      'HTML',
      'windows-1252, 87\u2009% sure',
    ]);
  });

  it('leaves out what is not known', () => {
    expect(sourceFacts({ charset: { name: 'utf-8', confidence: 1 } }).facts).toEqual([
      { name: 'Charset', value: 'UTF-8' },
    ]);
    expect(sourceFacts({}).facts).toEqual([]);
  });

  it('says each warning and note once and nothing that is no text', () => {
    expect(sourceFacts({ warnings: ['a'], notes: ['b', 'a'] }).warnings).toEqual(['a', 'b']);
    expect(sourceFacts({ warnings: ['a', 'b', 'a', 7] }).warnings).toEqual(['a', 'b']);
    expect(sourceFacts({ warnings: 'a' }).warnings).toEqual([]);
  });
});
