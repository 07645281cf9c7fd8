import { expect, test } from 'vitest';
import type { Annotation } from '../model/annotation.ts';
import { DEFAULT_LABELS } from '../model/codebook.ts';
import type { Comment } from '../model/comment.ts';
import type { Json } from '../model/json.ts';
import { aChoice, aLabel, anAttribute } from '../testing/codebook.ts';
import {
  addAnnotation,
  addRelation,
  editAnnotation,
  removeAnnotation,
  setDocumentLabels,
} from './annotation-ops.ts';
import { addComment, editComment } from './comment-ops.ts';
import { editDocument } from './document-ops.ts';
import { checkDrafts } from './draft-check.ts';
import type { DraftContext } from './draft-context.ts';
import { DELETED, type OpDraft } from './op.ts';
import { addAnalyst, addLabel, editArticle, nameProject, removeArticle } from './project-ops.ts';
import { applyOp, type RecordState } from './record.ts';

const TEXT = 'Banks will be cut off 🚀 if troops move.';
const AT = '2026-11-21T10:00:00.000Z';

const MADE: Annotation = {
  id: 'an_1',
  articleId: 'art-1',
  analyst: 'ana',
  label: 'claim',
  anchor: { spans: [[0, 5]], quote: ['Banks'], prefix: '', suffix: TEXT.slice(5, 37) },
  attributes: { mode: ['sanctions'] },
  note: '',
  origin: { kind: 'manual' },
  codebookVersion: 1,
  createdAt: AT,
  updatedAt: AT,
};

const LABELS = [
  ...DEFAULT_LABELS.filter(({ id }) => id === 'claim' || id === 'threat'),
  aLabel({ id: 'gap', zeroWidth: true }),
  aLabel({ id: 'old', name: 'Old', retired: true }),
  aLabel({ id: 'genre', name: 'Genre', document: true }),
  aLabel({ id: 'past', name: 'Past', document: true, retired: true }),
];
const ACTORS = anAttribute({ id: 'source', name: 'Source', type: 'actor', multiple: true });
const CHOICE = anAttribute({ id: 'kind', name: 'Kind', values: [aChoice('a'), aChoice('b')] });

function recordOf(...drafts: OpDraft[]): RecordState {
  let record: RecordState | undefined;
  drafts.forEach((draft, index) => {
    record = applyOp(record, { t: `00000000${index}0000.r`, p: draft.p });
  });
  return record ?? {};
}

function context(records: Record<string, RecordState> = {}): DraftContext {
  return {
    analyst: 'ana',
    labels: new Map(LABELS.map((label) => [label.id, label] as const)),
    attributes: new Map([ACTORS, CHOICE].map((one) => [one.id, one] as const)),
    hasAnalyst: (id) => id === 'ana' || id === 'ben',
    hasArticle: (id) => id === 'art-1',
    record: ({ c, k, r }) => (c === 'layer.ben' ? records[`ben ${k} ${r}`] : records[`${k} ${r}`]),
    thread: (_articleId, id) =>
      id === 'co_1'
        ? { target: 'an_1', targetAnalyst: 'ana' }
        : id === 'co_9'
          ? { target: 'an_9', targetAnalyst: 'ben' }
          : undefined,
    text: (articleId) => (articleId === 'art-1' ? TEXT : undefined),
  };
}

const HELD = { 'annotation art-1/an_1': recordOf(addAnnotation(MADE)) };
const BOTH = {
  ...HELD,
  'annotation art-1/an_2': recordOf(addAnnotation({ ...MADE, id: 'an_2' })),
};

function withAnchor(
  spans: Json,
  quote: Json = ['Banks'],
  more: Record<string, Json> = {},
): OpDraft {
  const draft = addAnnotation(MADE);
  const anchor = { spans, quote, prefix: '', suffix: TEXT.slice(5, 37), ...more };
  return { ...draft, p: { ...draft.p, spans: anchor } };
}

/** An annotation on no words, before the first. */
function gap(label: string): OpDraft {
  const anchor = { spans: [[0, 0]] as const, quote: [''], prefix: '', suffix: TEXT.slice(0, 32) };
  return addAnnotation({ ...MADE, label, anchor });
}

const COMMENT: Comment = {
  id: 'co_1',
  articleId: 'art-1',
  analyst: 'ana',
  target: 'an_1',
  targetAnalyst: 'ana',
  thread: 'co_1',
  text: 'Is it?',
  action: 'say',
  createdAt: AT,
  updatedAt: AT,
};

const FINE: readonly (readonly [string, OpDraft, Record<string, RecordState>])[] = [
  ['a new annotation', addAnnotation(MADE), {}],
  [
    'an edit',
    editAnnotation(MADE, { label: 'threat', note: 'n', attributes: { mode: null } }, AT),
    HELD,
  ],
  ['a moved edge', editAnnotation(MADE, { anchor: MADE.anchor }, AT), HELD],
  ['a removal', removeAnnotation(MADE), HELD],
  [
    'a document label with an answer',
    setDocumentLabels('art-1', 'ana', { genre: { kind: 'a' } }),
    {},
  ],
  [
    'a retired document label that was there before',
    setDocumentLabels('art-1', 'ana', { past: {} }),
    { 'document art-1/document': recordOf(setDocumentLabels('art-1', 'ana', { past: {} })) },
  ],
  ['labels on the article', setDocumentLabels('art-1', 'ana', { tone: 'calm' }), {}],
  [
    'a corrected title',
    editArticle('art-1', { title: 'T', furniture: [{ start: 0, end: 5, kind: 'manual' }] }),
    {},
  ],
  ['a removed article', removeArticle('art-1'), {}],
  [
    'an attribute the codebook does not know',
    editAnnotation(MADE, { attributes: { x: 1 } }, AT),
    HELD,
  ],
  ['a value of a choice', editAnnotation(MADE, { attributes: { kind: 'b' } }, AT), HELD],
  ['an attribute that is cleared', editAnnotation(MADE, { attributes: { kind: null } }, AT), HELD],
  [
    'an actor that is there',
    editAnnotation(MADE, { attributes: { source: [{ annotation: 'an_1' }, { text: 'B' }] } }, AT),
    HELD,
  ],
  ['a place without words where the label allows it', gap('gap'), {}],
  ['tags and assignments', editArticle('art-1', { tags: ['a'], assigned: ['ana', 'ben'] }), {}],
  ['a comment on one’s own', addComment(COMMENT), HELD],
  [
    'a comment on another’s',
    addComment({ ...COMMENT, targetAnalyst: 'ben' }),
    { 'ben annotation art-1/an_1': recordOf(addAnnotation({ ...MADE, analyst: 'ben' })) },
  ],
  ['a comment on the article', addComment({ ...COMMENT, target: '', targetAnalyst: '' }), {}],
  [
    'an answer about an annotation that is gone',
    addComment({
      ...COMMENT,
      id: 'co_2',
      thread: 'co_9',
      target: 'an_9',
      targetAnalyst: 'ben',
      quote: 'Banks',
    }),
    HELD,
  ],
  ['an answer', addComment({ ...COMMENT, id: 'co_2' }), HELD],
  ['a thread that is closed', addComment({ ...COMMENT, action: 'resolve', text: '' }), HELD],
  [
    'other words of a comment',
    editComment(COMMENT, 'Yes?', AT),
    { ...HELD, 'comment art-1/co_1': recordOf(addComment(COMMENT)) },
  ],
  [
    'how far one is',
    editDocument('art-1', 'ana', { state: 'in-progress', seen: 40, note: 'n' }),
    {},
  ],
  [
    'a relation',
    addRelation({
      id: 'rel_1',
      articleId: 'art-1',
      analyst: 'ana',
      type: 'supports',
      from: 'an_1',
      to: 'an_2',
    }),
    BOTH,
  ],
];

test.each(FINE)('%s passes', (_what, draft, records) => {
  expect(checkDrafts([draft], context(records))).toEqual({ ok: true, value: undefined });
});

function relation(more: Record<string, Json>): OpDraft {
  const draft = addRelation({
    id: 'rel_1',
    articleId: 'art-1',
    analyst: 'ana',
    type: 'supports',
    from: 'an_1',
    to: 'an_2',
  });
  return { ...draft, p: { ...draft.p, ...more } };
}

function comment(more: Record<string, Json>): OpDraft {
  const draft = addComment(COMMENT);
  return { ...draft, p: { ...draft.p, ...more } };
}

function layerDocument(p: Record<string, Json>): OpDraft {
  return { ...editDocument('art-1', 'ana', {}), p };
}

function without(draft: OpDraft, field: string): OpDraft {
  const { [field]: _gone, ...p } = draft.p;
  return { ...draft, p };
}

function article(p: Record<string, Json>): OpDraft {
  return { c: 'project', k: 'article', r: 'art-1', p };
}

const DELETED_ONE = recordOf(addAnnotation(MADE), {
  ...addAnnotation(MADE),
  p: { [DELETED]: ['0000000000000.r'] },
});

const WRONG: readonly (readonly [string, OpDraft, Record<string, RecordState>, RegExp])[] = [
  ['another’s layer', addAnnotation({ ...MADE, analyst: 'eve' }), {}, /own layer/u],
  ['an unknown article', addAnnotation({ ...MADE, articleId: 'art-2' }), {}, /not in the project/u],
  [
    'a layer record without an article',
    { ...addAnnotation(MADE), r: 'an_1' },
    {},
    /not in the project/u,
  ],
  ['an unknown label', addAnnotation({ ...MADE, label: 'rumour' }), {}, /no such label/u],
  [
    'a label that is no text',
    { ...addAnnotation(MADE), p: { ...addAnnotation(MADE).p, label: 1 } },
    {},
    /no such label/u,
  ],
  ['an edit of nothing', editAnnotation(MADE, { note: 'n' }, AT), {}, /needs “label”/u],
  [
    'an edit of what is deleted',
    editAnnotation(MADE, { note: 'n' }, AT),
    { 'annotation art-1/an_1': DELETED_ONE },
    /deleted/u,
  ],
  [
    'an unknown field',
    { ...editAnnotation(MADE, {}, AT), p: { colour: 'red' } },
    HELD,
    /no field “colour”/u,
  ],
  ['a note that is no text', { ...editAnnotation(MADE, {}, AT), p: { note: 7 } }, HELD, /note/u],
  [
    'a confidence there is not',
    { ...editAnnotation(MADE, {}, AT), p: { confidence: 'maybe' } },
    HELD,
    /low, medium or high/u,
  ],
  ['a note without end', editAnnotation(MADE, { note: 'x'.repeat(100_001) }, AT), HELD, /note/u],
  ['a time in words', editAnnotation(MADE, {}, 'yesterday'), HELD, /ISO-8601/u],
  ['a position that is no object', withAnchor([]), {}, /shape/u],
  ['a span that is no pair', withAnchor([[0]]), {}, /shape/u],
  ['a span of fractions', withAnchor([[0, 1.5]]), {}, /shape/u],
  ['fewer quotes than spans', withAnchor([[0, 5]], []), {}, /shape/u],
  ['a quote that is no text', withAnchor([[0, 5]], [5]), {}, /shape/u],
  ['a missing prefix', withAnchor([[0, 5]], ['Banks'], { prefix: 1 }), {}, /shape/u],
  [
    'an anchor that is a list',
    { ...addAnnotation(MADE), p: { ...addAnnotation(MADE).p, spans: [1] } },
    {},
    /shape/u,
  ],
  [
    'more parts than an annotation has',
    withAnchor(
      Array.from({ length: 501 }, () => [0, 1]),
      Array.from({ length: 501 }, () => 'M'),
    ),
    {},
    /at most 500 parts; this one has 501/u,
  ],
  ['an empty span', withAnchor([[3, 3]], ['']), {}, /at least one/u],
  ['a span beyond the end', withAnchor([[0, 99]]), {}, /outside the text/u],
  ['a negative span', withAnchor([[-1, 5]]), {}, /outside the text/u],
  ['other words', withAnchor([[0, 5]], ['Tanks']), {}, /not the words/u],
  ['half a rocket', withAnchor([[22, 23]], [TEXT.slice(22, 23)]), {}, /not the words/u],
  ['a relation to nothing', relation({ to: 'an_9' }), HELD, /exist/u],
  ['a relation to itself', relation({ to: 'an_1' }), HELD, /to itself/u],
  [
    'an end of a relation moved to its other end',
    { ...relation({}), p: { from: 'an_2' } },
    { ...BOTH, 'relation art-1/rel_1': recordOf(relation({})) },
    /to itself/u,
  ],
  ['a relation to a number', relation({ to: 2 }), HELD, /two annotations/u],
  ['a relation of a wild type', relation({ type: 'x'.repeat(300) }), BOTH, /short text/u],
  ['a relation without a type', without(relation({}), 'type'), BOTH, /needs “type”/u],
  ['a relation with a colour', relation({ colour: 1 }), BOTH, /no field “colour”/u],
  ['a relation at no time', relation({ updatedAt: 'now' }), BOTH, /ISO-8601/u],
  ['a relation with a wild note', relation({ note: 1 }), BOTH, /note/u],
  ['a retired label', editAnnotation(MADE, { label: 'old' }, AT), HELD, /retired/u],
  ['no words under another label', gap('claim'), {}, /at least one/u],
  [
    'a label that needs words, given to what has none',
    editAnnotation(MADE, { label: 'claim' }, AT),
    { 'annotation art-1/an_1': recordOf(gap('gap')) },
    /at least one/u,
  ],
  [
    'no words beside others',
    {
      ...withAnchor(
        [
          [0, 5],
          [7, 7],
        ],
        ['Banks', ''],
      ),
      p: {
        ...withAnchor(
          [
            [0, 5],
            [7, 7],
          ],
          ['Banks', ''],
        ).p,
        label: 'gap',
      },
    },
    {},
    /stands alone/u,
  ],
  [
    'a value that is none',
    editAnnotation(MADE, { attributes: { kind: 'c' } }, AT),
    HELD,
    /no value “c”/u,
  ],
  [
    'an actor that is not there',
    editAnnotation(MADE, { attributes: { source: [{ annotation: 'an_9' }] } }, AT),
    HELD,
    /does not exist/u,
  ],
  ['one tag too odd', article({ tags: [''] }), {}, /Tags/u],
  ['an assignment that is no list', article({ assigned: 'ana' }), {}, /assigned/u],
  ['an assignment to nobody', article({ assigned: ['eve'] }), {}, /assigned/u],
  ['a comment on nothing', addComment({ ...COMMENT, target: 'an_9' }), HELD, /exist any more/u],
  [
    'a comment on a stranger’s',
    addComment({ ...COMMENT, targetAnalyst: 'eve' }),
    HELD,
    /no such analyst/u,
  ],
  [
    'an answer about another annotation than its thread',
    addComment({ ...COMMENT, id: 'co_2', target: 'an_2' }),
    BOTH,
    /what its thread is about/u,
  ],
  [
    'an answer about the same words in another’s layer',
    addComment({ ...COMMENT, id: 'co_2', targetAnalyst: 'ben' }),
    HELD,
    /what its thread is about/u,
  ],
  [
    'an answer about the article in a thread about an annotation',
    addComment({ ...COMMENT, id: 'co_2', target: '', targetAnalyst: '' }),
    HELD,
    /what its thread is about/u,
  ],
  [
    'an answer in no thread',
    addComment({ ...COMMENT, id: 'co_2', thread: 'co_3' }),
    HELD,
    /no such thread/u,
  ],
  [
    'a comment that moves to something else',
    { ...comment({}), p: { target: 'an_2', targetAnalyst: 'ana' } },
    { ...BOTH, 'comment art-1/co_1': recordOf(addComment(COMMENT)) },
    /stays with what it is about/u,
  ],
  ['a comment on a number', comment({ target: 1 }), HELD, /names the annotation/u],
  ['a comment with a quote of numbers', comment({ quote: 7 }), HELD, /quote/u],
  ['a comment that says nothing', addComment({ ...COMMENT, text: ' ' }), HELD, /empty/u],
  ['a comment of numbers', comment({ text: 7 }), HELD, /are not text/u],
  ['a comment that shouts', comment({ action: 'shout' }), HELD, /resolves/u],
  ['a comment without a thread', comment({ thread: 7 }), HELD, /thread/u],
  ['a comment at no time', comment({ createdAt: 'now' }), HELD, /ISO-8601/u],
  ['a comment in red', comment({ colour: 'red' }), HELD, /no field “colour”/u],
  ['half a comment', without(addComment(COMMENT), 'text'), HELD, /needs “text”/u],
  ['two documents', { ...editDocument('art-1', 'ana', {}), r: 'art-1/other' }, {}, /one document/u],
  ['a document in red', layerDocument({ colour: 'red' }), {}, /no field “colour”/u],
  ['a document label on words', addAnnotation({ ...MADE, label: 'genre' }), {}, /whole articles/u],
  [
    'a label for words on the article',
    setDocumentLabels('art-1', 'ana', { claim: {} }),
    {},
    /is for words/u,
  ],
  [
    'an answer its attribute does not take',
    setDocumentLabels('art-1', 'ana', { genre: { kind: 'z' } }),
    {},
    /Kind/u,
  ],
  ['a retired document label', setDocumentLabels('art-1', 'ana', { past: {} }), {}, /retired/u],
  ['labels that are a list', layerDocument({ labels: [] }), {}, /labels/u],
  ['a note on the article that is none', layerDocument({ note: 1 }), {}, /note/u],
  ['a state there is not', layerDocument({ state: 'done' }), {}, /no such state/u],
  ['a submission unchecked', layerDocument({ state: 'submitted' }), {}, /once it was checked/u],
  ['a place beyond the end', layerDocument({ seen: 999 }), {}, /outside the text/u],
  ['an unknown kind', { ...addAnnotation(MADE), k: 'article' }, {}, /no article/u],
  ['an article that is not there', { ...article({}), r: 'art-2' }, {}, /not in the project/u],
  ['another text', article({ sha256: 'x' }), {}, /does not change/u],
  ['a title without end', article({ title: 'x'.repeat(2000) }), {}, /short text/u],
  ['furniture that is no list', article({ furniture: 1 }), {}, /Furniture/u],
  [
    'furniture out of order',
    article({
      furniture: [
        { start: 5, end: 9, kind: 'other' },
        { start: 0, end: 3, kind: 'other' },
      ],
    }),
    {},
    /Furniture/u,
  ],
  [
    'furniture of no length',
    article({ furniture: [{ start: 5, end: 5, kind: 'other' }] }),
    {},
    /Furniture/u,
  ],
  ['a label from the window', addLabel(DEFAULT_LABELS[0] as never), {}, /does not write/u],
  ['an analyst from the window', addAnalyst({ id: 'x', name: 'X' }), {}, /does not write/u],
  ['a name from the window', nameProject('x'), {}, /does not write/u],
];

test.each(WRONG)('%s is refused', (_what, draft, records, words) => {
  const checked = checkDrafts([addAnnotation(MADE), draft].slice(1), context(records));
  expect(checked.ok).toBe(false);
  expect(checked.ok ? '' : checked.error).toMatch(words);
});

test('one bad draft refuses them all', () => {
  expect(checkDrafts([addAnnotation(MADE), article({ sha256: 'x' })], context()).ok).toBe(false);
});

test('a relation may link what the same commit creates, and not what it removes', () => {
  const other = addAnnotation({ ...MADE, id: 'an_2' });
  const linked = [addAnnotation(MADE), other, relation({})];
  expect(checkDrafts(linked, context())).toEqual({ ok: true, value: undefined });
  expect(checkDrafts([removeAnnotation(MADE), relation({})], context(BOTH)).ok).toBe(false);
});
