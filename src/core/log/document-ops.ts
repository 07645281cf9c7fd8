import type { DocumentLabels } from '../model/annotation.ts';
import type { JsonObject } from '../model/json.ts';
import {
  LAYER_STATES,
  type LayerDocument,
  type LayerState,
  progressOf,
} from '../model/layer-document.ts';
import { numberField, textField } from './fields.ts';
import { DELETED, layerAnalyst, layerChannel, type OpDraft, splitRecordId } from './op.ts';
import { fieldValue, isDeleted, type RecordState } from './record.ts';

/** The id of the one document record of a layer. */
export const DOCUMENT = 'document';

/** What an analyst may change about a whole article. */
export type DocumentEdit = Partial<Pick<LayerDocument, 'labels' | 'note' | 'state' | 'seen'>>;

/** The draft that changes what an analyst says about an article, or how far they are. */
export function editDocument(articleId: string, analyst: string, edit: DocumentEdit): OpDraft {
  const p = { ...(edit as JsonObject), [DELETED]: false };
  return { c: layerChannel(analyst), k: DOCUMENT, r: `${articleId}/${DOCUMENT}`, p };
}

/** True for a state a layer can be in. */
export function isLayerState(value: unknown): value is LayerState {
  return typeof value === 'string' && (LAYER_STATES as readonly string[]).includes(value);
}

/**
 * What an analyst says about an article as its record says; `undefined` where there is none.
 * @param recordId `<article id>/document`
 */
export function documentFrom(
  channel: string,
  recordId: string,
  record: RecordState,
): LayerDocument | undefined {
  const ids = splitRecordId(recordId);
  const analyst = layerAnalyst(channel);
  if (ids === undefined || analyst === undefined || isDeleted(record)) return undefined;
  const labels = fieldValue(record, 'labels');
  return {
    articleId: ids.articleId,
    analyst,
    labels: (labels ?? {}) as DocumentLabels,
    note: textField(record, 'note'),
    state: progressOf(fieldValue(record, 'state')) ?? 'new',
    seen: numberField(record, 'seen'),
  };
}
