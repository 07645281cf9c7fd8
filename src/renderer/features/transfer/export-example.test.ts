import { describe, expect, it } from 'vitest';
import { anAnnotation } from '../../../core/testing/builders.ts';
import { exampleOf } from './export-example.ts';

const TEXT = `Kyiv 🇺🇦 asks for penalties. ${'It asks again. '.repeat(20)}`;
const ARTICLE = {
  id: 'a1',
  title: 'Kyiv asks',
  outlet: '',
  byline: '',
  date: '',
  language: 'en',
  sha256: '',
  characters: TEXT.length,
  furniture: [],
  source: {},
  addedAt: '',
  tags: [],
  assigned: [],
};
const FROM = {
  article: ARTICLE,
  text: TEXT,
  annotations: [anAnnotation(TEXT, [[10, 28]])],
  relations: [],
  documentLabels: [],
  labelName: () => 'Claim',
  analystName: () => 'Ana',
};

describe('the example of an export', () => {
  it('is a row under the names of the columns', () => {
    const lines = exampleOf(FROM, { format: 'csv', offsetUnit: 'utf16' }).split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('article_id,title');
    expect(lines[1]).toContain('Claim,10,28,utf16');
  });

  it('counts in the unit that was asked for', () => {
    // The flag is two code points, of two UTF-16 code units each.
    expect(exampleOf(FROM, { format: 'csv', offsetUnit: 'codePoint' })).toContain('Claim,8,26,');
  });

  it('is a line whose long texts are cut', () => {
    const line = exampleOf(FROM, { format: 'jsonl', offsetUnit: 'utf16' });
    const parsed = JSON.parse(line) as { text: string; annotations: { spans: number[][] }[] };
    expect(parsed.text).toMatch(/^Kyiv .{50,60}…$/u);
    expect(parsed.annotations[0]?.spans).toEqual([[10, 28]]);
  });
});
