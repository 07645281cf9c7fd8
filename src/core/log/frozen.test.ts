import { describe, expect, it } from 'vitest';
import { DEFAULT_LABELS } from '../model/codebook.ts';
import { anAnnotation, aRelation, SOME_TIME } from '../testing/builders.ts';
import { addAnnotation, addRelation, editAnnotation, removeAnnotation } from './annotation-ops.ts';
import { addComment } from './comment-ops.ts';
import { editDocument } from './document-ops.ts';
import { frozenIn, frozenWords } from './frozen.ts';
import { DELETED, type OpDraft } from './op.ts';
import { addLabel, editArticle } from './project-ops.ts';
import { applyOp, type RecordState } from './record.ts';

const ONE = anAnnotation('One bank, two banks.', [[4, 8]]);
const AT = { articleId: ONE.articleId, analyst: ONE.analyst };

function documentIn(state: string): RecordState {
  return applyOp(undefined, { t: '1', p: { state, [DELETED]: false } });
}

/** The layers of articles whose state is told; `submitted` for that of {@link ONE}. */
function frozen(drafts: readonly OpDraft[], state = 'submitted', mayOpen = true) {
  const own = editDocument(ONE.articleId, ONE.analyst, {});
  return frozenIn(
    drafts,
    ({ c, k, r }) => (c === own.c && k === own.k && r === own.r ? documentIn(state) : undefined),
    () => mayOpen,
  );
}

const document = (edit: Parameters<typeof editDocument>[2]): OpDraft =>
  editDocument(AT.articleId, AT.analyst, edit);

describe('a submitted layer', () => {
  it.each<[string, OpDraft]>([
    ['a new annotation', addAnnotation(ONE)],
    ['an edit', editAnnotation(ONE, { note: 'n' }, SOME_TIME)],
    ['a removal', removeAnnotation(ONE)],
    ['a relation', addRelation(aRelation(ONE, ONE))],
    ['a label of the article', document({ labels: { stance: 'firm' } })],
    ['a note on the article', document({ note: 'n' })],
  ])('does not take %s', (_what, draft) => {
    expect(frozen([draft])).toEqual([AT]);
    expect(frozen([draft], 'in-progress')).toEqual([]);
  });

  it.each<[string, OpDraft]>([
    [
      'a comment',
      addComment({
        ...AT,
        id: 'c',
        target: ONE.id,
        targetAnalyst: AT.analyst,
        thread: 'c',
        text: 't',
        action: 'say',
        createdAt: SOME_TIME,
        updatedAt: SOME_TIME,
      }),
    ],
    ['another state', document({ state: 'in-progress' })],
    ['how far somebody has read', document({ seen: 7 })],
    ['other facts about its article', editArticle(AT.articleId, { tags: ['t'] })],
    ['work in another article', addAnnotation({ ...ONE, articleId: 'other' })],
    ['work of another analyst', addAnnotation({ ...ONE, analyst: 'ben' })],
  ])('lets through %s', (_what, draft) => {
    expect(frozen([draft])).toEqual([]);
  });

  it('may be opened and changed in one step, and not changed and submitted again in one', () => {
    const edit = removeAnnotation(ONE);
    expect(frozen([edit, document({ state: 'in-progress' })])).toEqual([]);
    expect(frozen([edit, { ...document({}), p: { [DELETED]: true } }])).toEqual([]);
    expect(frozen([edit, document({ state: 'submitted' })])).toEqual([AT]);
  });

  it('is not opened by somebody who may not', () => {
    const away = { ...document({}), p: { [DELETED]: true } };
    for (const opens of [document({ state: 'in-progress' }), away]) {
      expect(frozen([opens], 'submitted', false)).toEqual([AT]);
      expect(frozen([removeAnnotation(ONE), opens], 'submitted', false)).toEqual([AT]);
      expect(frozen([opens], 'in-progress', false)).toEqual([]);
    }
    expect(frozen([document({ seen: 7 })], 'submitted', false)).toEqual([]);
  });

  it('is converted by the publication of a codebook, and not by labels that an import brings', () => {
    const edit = editAnnotation(ONE, { label: 'threat' }, SOME_TIME);
    const head: OpDraft = { c: 'project', k: 'codebook', r: 'codebook', p: { version: 2 } };
    expect(frozen([head, edit])).toEqual([]);
    expect(frozen([...DEFAULT_LABELS.map(addLabel), edit])).toEqual([AT]);
  });

  it('is named once, with its owner', () => {
    const drafts = [removeAnnotation(ONE), removeAnnotation({ ...ONE, id: 'two' })];
    const layers = frozen(drafts);
    expect(layers).toHaveLength(1);
    const words = (actor: string): string =>
      frozenWords(
        layers,
        actor,
        () => 'T'.repeat(90),
        () => 'Lena',
      );
    expect(words(AT.analyst)).toMatch(
      /^Your layer of “T{80}…” is submitted and was kept as it is/u,
    );
    expect(words('ben')).toMatch(/^Lena’s layer of /u);
  });
});
