import { SOME_TIME } from '../../testing/builders.ts';
import type { AnnotationRow } from '../row.ts';

/** A row on the first three characters. */
export function aRow(over: Partial<AnnotationRow> = {}): AnnotationRow {
  return {
    id: 'a1',
    articleId: 'art',
    analyst: 'ana',
    label: 'claim',
    attributes: {},
    spans: [[0, 3]],
    createdAt: SOME_TIME,
    furniture: false,
    ...over,
  };
}
