import { expect, it } from 'vitest';
import type { Comment } from '../model/comment.ts';
import { aChoice, aCodebook, anAttribute, aRelationType, aRule } from '../testing/codebook.ts';
import { addRelation, editRelation, relationFrom, removeRelation } from './annotation-ops.ts';
import {
  addCodebookVersion,
  addEntry,
  attributeFrom,
  codebookHeadFrom,
  codebookVersionFrom,
  editEntry,
  relationTypeFrom,
  removeEntry,
  ruleFrom,
  setCodebookHead,
} from './codebook-ops.ts';
import { addComment, commentFrom, editComment, removeComment } from './comment-ops.ts';
import { documentFrom, editDocument } from './document-ops.ts';
import { resolveTombstone } from './invert.ts';
import type { OpDraft } from './op.ts';
import { applyOp, type RecordState, seenStamps } from './record.ts';

/** The record after drafts, each seeing what the one before left. */
function after(...drafts: OpDraft[]): RecordState {
  let record: RecordState | undefined;
  drafts.forEach((draft, index) => {
    const { p } = resolveTombstone(draft, record);
    const b = seenStamps(record, Object.keys(p));
    record = applyOp(record, { t: `00000000${index}0000.r`, p, ...(b === undefined ? {} : { b }) });
  });
  return record ?? {};
}

const ATTRIBUTE = anAttribute({
  values: [aChoice('a', { key: 'x' })],
  labels: ['claim'],
  showWhen: { attribute: 'other', anyOf: ['b', true] },
  required: true,
  agreement: false,
  enabled: false,
});

it('entries come back from their records, changed and removed', () => {
  const added = addEntry('attribute', ATTRIBUTE);
  expect(attributeFrom('kind', after(added))).toEqual(ATTRIBUTE);
  const renamed = after(added, editEntry('attribute', 'kind', { name: 'Sort' }));
  expect(attributeFrom('kind', renamed)).toEqual({ ...ATTRIBUTE, name: 'Sort' });
  expect(attributeFrom('kind', after(added, removeEntry('attribute', 'kind')))).toBeUndefined();
  const type = aRelationType({ from: ['claim'], sameLabel: true });
  const typeDraft = addEntry('relationType', type);
  expect(relationTypeFrom('targets', after(typeDraft))).toEqual(type);
  const gone = after(typeDraft, removeEntry('relationType', 'targets'));
  expect(relationTypeFrom('targets', gone)).toBeUndefined();
  const rule = aRule({ text: 'T', labels: ['claim'] });
  const ruleDraft = addEntry('rule', rule);
  expect(ruleFrom(rule.id, after(ruleDraft))).toEqual(rule);
  expect(ruleFrom(rule.id, after(ruleDraft, removeEntry('rule', rule.id)))).toBeUndefined();
});

it('an attribute that another version wrote is read as far as it is understood', () => {
  const odd = { type: 'hologram', values: [{ id: 'a' }, { name: 'no id' }, null, 7], labels: 'x' };
  const record = after({ c: 'project', k: 'attribute', r: 'odd', p: odd });
  expect(attributeFrom('odd', record)).toEqual(
    anAttribute({ id: 'odd', name: '', type: 'text', values: [aChoice('a')], order: 0 }),
  );
});

it('the head and the versions come back; a project older than them has version 1', () => {
  const head = { name: 'N', guidelines: '# G', version: 4 };
  expect(codebookHeadFrom(after(setCodebookHead(head)))).toEqual(head);
  expect(codebookHeadFrom(undefined)).toEqual({ name: '', guidelines: '', version: 1 });
  const version = { number: 4, at: 'T', by: 'ana', summary: 'S', content: aCodebook() };
  const draft = addCodebookVersion(version);
  expect(draft.r).toBe('v4');
  expect(codebookVersionFrom(after(draft))).toEqual(version);
  expect(codebookVersionFrom({})).toBeUndefined();
});

const COMMENT: Comment = {
  id: 'co_1',
  articleId: 'a1',
  analyst: 'ana',
  target: 'an_1',
  targetAnalyst: 'ben',
  thread: 'co_1',
  text: 'Why?',
  action: 'say',
  createdAt: 'T1',
  updatedAt: 'T1',
};

it('comments come back, changed and removed', () => {
  const read = (record: RecordState) => commentFrom('layer.ana', 'a1/co_1', record);
  const added = addComment(COMMENT);
  expect(read(after(added))).toEqual(COMMENT);
  const edited = after(added, editComment(COMMENT, 'How?', 'T2'));
  expect(read(edited)).toEqual({ ...COMMENT, text: 'How?', updatedAt: 'T2' });
  expect(read(after(added, removeComment(COMMENT)))).toBeUndefined();
  expect(commentFrom('project', 'a1/co_1', after(added))).toBeUndefined();
  expect(read(after({ ...added, p: { action: 'shout' } }))?.action).toBe('say');
});

it('what is said about an article comes back, and what is not set is as it is at first', () => {
  const read = (...drafts: OpDraft[]) => documentFrom('layer.ana', 'a1/document', after(...drafts));
  const seen = editDocument('a1', 'ana', { seen: 7 });
  const first = { articleId: 'a1', analyst: 'ana', labels: {}, note: '', state: 'new', seen: 7 };
  expect(read(seen)).toEqual(first);
  const more = { labels: { tone: 'calm' }, note: 'N', state: 'submitted' } as const;
  expect(read(seen, editDocument('a1', 'ana', more))).toEqual({ ...first, ...more });
  expect(documentFrom('project', 'a1/document', after(seen))).toBeUndefined();
});

it('relations can be changed and removed; older ones lack what was added later', () => {
  const old = { id: 'r1', articleId: 'a1', analyst: 'ana', type: 't', from: 'x', to: 'y' };
  const read = (...drafts: OpDraft[]) => relationFrom('layer.ana', 'a1/r1', after(...drafts));
  expect(read(addRelation(old))).toEqual(old);
  const relation = { ...old, note: 'N', codebookVersion: 2, createdAt: 'T', updatedAt: 'T' };
  const edited = editRelation(old, { type: 'u', note: 'M' }, 'T2');
  expect(read(addRelation(relation), edited)).toEqual({
    ...relation,
    type: 'u',
    note: 'M',
    updatedAt: 'T2',
  });
  expect(read(addRelation(relation), removeRelation(old))).toBeUndefined();
});
