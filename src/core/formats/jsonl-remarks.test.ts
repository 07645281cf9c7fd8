import { describe, expect, it } from 'vitest';
import { analystId } from '../model/analyst.ts';
import type { Comment } from '../model/comment.ts';
import {
  anAnnotation,
  anArticle,
  anExportArticle,
  aRelation,
  exportAgain,
  SOME_TIME,
} from '../testing/builders.ts';
import { type Line, readLine, writeLine } from '../testing/native-lines.ts';
import { OFFSET_UNITS, offsetConverter } from '../text/offsets.ts';
import { lossLog } from './loss.ts';

const TEXT = '\u{1f4a9} “Non”, said e\u0301 Moscow. Brussels waits, Brussels says.';
const at = (words: string): [number, number] => {
  const start = TEXT.indexOf(words);
  return [start, start + words.length];
};

const target = { quote: ['Moscow'], spans: [at('Moscow')] };
const first = anAnnotation(TEXT, [at('“Non”')], {
  id: 'a1',
  attributes: {
    target,
    actors: [{ annotation: 'a2' }, { text: 'the Kremlin' }],
    places: [target, { quote: ['waits', 'says'], spans: [at('waits'), at('says')] }],
    other: { quote: ['no spans'] },
  },
});
const second = anAnnotation(TEXT, [at('Moscow')], { id: 'a2' });

function comment(over: Partial<Comment>): Comment {
  return {
    id: 'c1',
    articleId: first.articleId,
    analyst: 'Ben',
    target: 'a1',
    targetAnalyst: 'Ana',
    thread: 'c1',
    text: 'Really?',
    action: 'say',
    createdAt: SOME_TIME,
    updatedAt: SOME_TIME,
    ...over,
  };
}

const whole = anExportArticle(TEXT, {
  article: anArticle(TEXT, { tags: ['pilot', 'talks'], assigned: [analystId('Ben')] }),
  annotations: [first, second],
  relations: [
    aRelation(first, second, {
      id: 'r1',
      note: 'a note',
      codebookVersion: 3,
      createdAt: SOME_TIME,
      updatedAt: '2026-02-01T00:00:00.000Z',
    }),
    aRelation(second, first, { id: 'r2' }),
  ],
  comments: [
    comment({ id: 'c2', action: 'resolve', text: '', createdAt: '2026-03-01T00:00:00.000Z' }),
    comment({ quote: 'Moscow' }),
    comment({ id: 'c3', target: '', targetAnalyst: '', thread: 'c3', text: 'On the whole' }),
  ],
  documentLabels: [{ analyst: 'Ben', labels: { stance: 'firm' } }],
  documents: [
    { analyst: 'Ben', note: 'done', state: 'submitted', seen: TEXT.indexOf('Brussels') },
    { analyst: 'Cy', seen: 0 },
    { analyst: 'Di' },
  ],
  analystName: (id) => (id === analystId('Ben') ? 'Ben' : id),
});

describe('remarks and places in attributes', () => {
  it.each(OFFSET_UNITS)('come back as they were, in %s', (unit) => {
    const losses = lossLog();
    const content = writeLine(whole, unit, losses);
    expect(losses.losses()).toEqual([]);
    const read = readLine(content);
    expect([read.refused, read.warnings, read.unknown]).toEqual([[], [], []]);
    expect(read.article).toEqual(whole.article);
    expect(read.assignedNames).toEqual(['Ben']);
    expect(read.annotations.find(({ id }) => id === 'a1')?.attributes).toEqual(first.attributes);
    expect(read.relations[0]).toMatchObject({ note: 'a note', codebookVersion: 3 });
    expect(read.relations[1]).not.toHaveProperty('note');
    expect(read.comments.map(({ quote }) => quote)).toEqual(['Moscow', undefined, undefined]);
    expect(read.comments.map(({ id, targetAnalystName }) => [id, targetAnalystName])).toEqual([
      ['c1', 'Ana'],
      ['c3', ''],
      ['c2', 'Ana'],
    ]);
    expect(read.documents).toEqual([
      { analystName: 'Ben', note: 'done', state: 'submitted', seen: TEXT.indexOf('Brussels') },
      { analystName: 'Cy', seen: 0 },
    ]);
    const again = { ...exportAgain(read), analystName: whole.analystName };
    expect(writeLine(again, unit)).toBe(content);
  });

  it('are written in the unit of the file', () => {
    for (const unit of OFFSET_UNITS) {
      const line = JSON.parse(writeLine(whole, unit)) as {
        annotations: { id: string; attributes: { target: { spans: number[][] } } }[];
        document: { Ben: { seen: number } };
      };
      const converter = offsetConverter(TEXT, unit);
      const there = converter.spanFromUtf16(at('Moscow'));
      const seen = converter.fromUtf16(TEXT.indexOf('Brussels'));
      const written = line.annotations.find(({ id }) => id === 'a1')?.attributes.target.spans;
      expect(there.ok && written).toEqual(there.ok && [there.value]);
      expect(seen.ok && line.document.Ben.seen).toBe(seen.ok && seen.value);
    }
  });

  it('add no key to a line that has none', () => {
    const plain = writeLine(anExportArticle(TEXT, { annotations: [second] }));
    expect(Object.keys(JSON.parse(plain) as Line)).not.toContain('comments');
    expect(Object.keys(JSON.parse(plain) as Line)).not.toContain('document');
    expect(plain).not.toContain('tags');
  });

  it('an attribute is placed by its quote, or left out alone', () => {
    const read = readLine({
      text: TEXT,
      offsetUnit: 'utf16',
      annotations: [
        {
          id: 'a',
          label: 'L',
          start: 0,
          end: 2,
          attributes: {
            moved: { quote: ['Moscow'], spans: [[0, 6]] },
            lost: { quote: ['Berlin'], spans: [[0, 6]] },
            outside: { quote: ['Moscow'], spans: [[900, 906]] },
            twice: { quote: ['Brussels'], spans: [[0, 8]] },
            list: [target, { quote: ['Berlin'], spans: [[0, 6]] }],
            fine: target,
          },
        },
      ],
    });
    expect(read.annotations[0]?.attributes).toEqual({ moved: target, fine: target });
    expect(read.warnings.map(({ kind }) => kind)).toEqual(['moved']);
    expect(read.refused.map(({ place, id }) => `${id} ${place}`)).toEqual([
      'a annotations[0], attribute “lost”',
      'a annotations[0], attribute “outside”',
      'a annotations[0], attribute “twice”',
      'a annotations[0], attribute “list”',
    ]);
    expect(read.refused[1]?.reason).toContain('it starts at 900, but the text has');
  });

  it('an attribute whose words are not in the text is not written, and counted', () => {
    const losses = lossLog();
    const wrong = anAnnotation(TEXT, [at('Moscow')], {
      attributes: { target: { quote: ['Berlin'], spans: [[0, 6]] } },
    });
    expect(writeLine(anExportArticle(TEXT, { annotations: [wrong] }), 'utf8', losses)).toContain(
      '"attributes":{}',
    );
    expect(losses.losses()).toMatchObject([
      { what: 'attributes whose words are not in the text, or split a utf8', count: 1 },
    ]);
  });

  it('a comment may leave out all but its text; ids that are replaced still meet', () => {
    const read = readLine({
      text: TEXT,
      annotations: [{ id: 'T 1', label: 'L', start: 0, end: 1, analyst: 'Ben' }],
      comments: [
        { text: 'on the article' },
        { text: 'on a mark', target: 'T 1', id: 'C 1' },
        { text: 'an answer', target: 'T 1', thread: 'C 1' },
      ],
    });
    const [whole1, onMark, answer] = read.comments;
    expect(whole1).toMatchObject({ target: '', targetAnalystName: '', thread: whole1?.id });
    expect(onMark).toMatchObject({
      target: read.annotations[0]?.id,
      targetAnalystName: 'Ben',
      analystName: 'Ana',
      action: 'say',
      thread: onMark?.id,
    });
    expect(answer?.thread).toBe(onMark?.id);
  });

  it('a place of reading beyond the text is its end; a state that is none is refused', () => {
    const read = readLine({
      text: 'short',
      document: { Ana: { seen: 99 }, Ben: { state: 'asleep' }, Cy: 'x' },
    });
    expect(read.documents).toEqual([{ analystName: 'Ana', seen: 5 }]);
    expect(read.refused.map(({ place, reason }) => `${place}: ${reason}`)).toEqual([
      'document of “Ben”: in state, “new” or “in-progress” or “submitted” was expected, but there is text (“asleep”)',
      'document of “Cy”: an object with fields was expected, but there is text (“x”)',
    ]);
  });
});
