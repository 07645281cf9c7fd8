import { describe, expect, it } from 'vitest';
import type { Annotation } from '../model/annotation.ts';
import {
  addAnnotation,
  addRelation,
  annotationFrom,
  editAnnotation,
  relationFrom,
  removeAnnotation,
  setDocumentLabels,
} from './annotation-ops.ts';
import { resolveTombstone } from './invert.ts';
import type { OpDraft } from './op.ts';
import { applyOp, type RecordState, seenStamps } from './record.ts';

const ANNOTATION: Annotation = {
  id: 'x1',
  articleId: 'a1',
  analyst: 'ana',
  label: 'claim',
  anchor: { spans: [[0, 3]], quote: ['The'], prefix: '', suffix: ' end' },
  attributes: { certainty: 'high', actor: null },
  note: '',
  origin: { kind: 'manual' },
  codebookVersion: 2,
  createdAt: '2026-11-21T12:00:00.000Z',
  updatedAt: '2026-11-21T12:00:00.000Z',
};
const AT = '2026-11-22T08:00:00.000Z';

/** The record after drafts, each made by somebody who saw the one before. */
function after(...drafts: readonly OpDraft[]): RecordState {
  let record: RecordState | undefined;
  drafts.forEach((draft, index) => {
    const { p } = resolveTombstone(draft, record);
    const b = seenStamps(record, Object.keys(p));
    const t = `00000000${index + 1}0000.r-a`;
    record = applyOp(record, { t, p, ...(b === undefined ? {} : { b }) });
  });
  return record ?? {};
}

const read = (record: RecordState) => annotationFrom('layer.ana', 'a1/x1', record);

describe('an annotation', () => {
  it('comes back from its record as it was made', () => {
    const draft = addAnnotation(ANNOTATION);
    expect(draft).toMatchObject({ c: 'layer.ana', k: 'annotation', r: 'a1/x1' });
    expect(read(after(draft))).toEqual({ ...ANNOTATION, attributes: { certainty: 'high' } });
  });

  it('is changed field by field, each attribute on its own', () => {
    const anchor = { spans: [[4, 7]] as const, quote: ['end'], prefix: 'The ', suffix: '' };
    const edits = [
      editAnnotation(ANNOTATION, { label: 'threat', note: 'why' }, AT),
      editAnnotation(ANNOTATION, { attributes: { certainty: null, tone: 'sharp' } }, AT),
      editAnnotation(ANNOTATION, { anchor }, AT),
    ];
    expect(Object.keys(edits[1]?.p ?? {}).sort()).toEqual(['a.certainty', 'a.tone', 'updatedAt']);
    expect(read(after(addAnnotation(ANNOTATION), ...edits))).toEqual({
      ...ANNOTATION,
      label: 'threat',
      note: 'why',
      anchor,
      attributes: { tone: 'sharp' },
      updatedAt: AT,
    });
  });

  it('says how sure its analyst is, and can take that back', () => {
    const sure = { ...ANNOTATION, attributes: {}, confidence: 'high' as const };
    expect(read(after(addAnnotation(sure)))).toEqual(sure);
    const low = editAnnotation(ANNOTATION, { confidence: 'low' }, AT);
    expect(read(after(addAnnotation(sure), low))?.confidence).toBe('low');
    const none = editAnnotation(ANNOTATION, { confidence: null }, AT);
    expect(read(after(addAnnotation(sure), none))).not.toHaveProperty('confidence');
  });

  it('is gone when removed, and back when added again', () => {
    const gone = [addAnnotation(ANNOTATION), removeAnnotation(ANNOTATION)];
    expect(read(after(...gone))).toBeUndefined();
    expect(read(after(...gone, addAnnotation(ANNOTATION)))?.label).toBe('claim');
  });

  it('is not read from what is none', () => {
    const record = after(addAnnotation(ANNOTATION));
    expect(annotationFrom('project', 'a1/x1', record)).toBeUndefined();
    expect(annotationFrom('layer.ana', 'x1', record)).toBeUndefined();
    expect(read({})).toBeUndefined();
    const bare = after({ c: 'layer.ana', k: 'annotation', r: 'a1/x1', p: { spans: {} } });
    expect(read(bare)).toMatchObject({ label: '', origin: {}, codebookVersion: 0 });
  });
});

describe('a relation', () => {
  it('comes back from its record', () => {
    const relation = {
      id: 'e1',
      articleId: 'a1',
      analyst: 'ana',
      type: 'targets',
      from: 'x1',
      to: 'x2',
    };
    const record = after(addRelation(relation));
    expect(relationFrom('layer.ana', 'a1/e1', record)).toEqual(relation);
    expect(relationFrom('gold', 'a1/e1', record)).toBeUndefined();
    expect(relationFrom('layer.ana', 'e1', record)).toBeUndefined();
  });
});

describe('labels of a whole article', () => {
  it('are one record of the layer', () => {
    expect(setDocumentLabels('a1', 'ana', { topic: 'oil' })).toEqual({
      c: 'layer.ana',
      k: 'document',
      r: 'a1/document',
      p: { labels: { topic: 'oil' } },
    });
  });
});
