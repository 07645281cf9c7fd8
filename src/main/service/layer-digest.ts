import { canonical } from '../../core/formats/canonical-json.ts';
import { DOCUMENT, documentFrom } from '../../core/log/document-ops.ts';
import { layerChannel } from '../../core/log/op.ts';
import type { Json } from '../../core/model/json.ts';
import { compareStrings } from '../../core/text/order.ts';
import { sha256 } from '../store/articles.ts';
import type { Layer } from '../store/store.ts';
import { contentsOf } from './layer-contents.ts';

/**
 * The digest of what an analyst hands in: SHA-256, lower-case hex, of the canonical JSON of the
 * layer’s annotations, relations and labels and note of the whole article, by id. It is the same on
 * every machine, and another one where any of it is.
 */
export function layerDigest(articleId: string, analyst: string, layer: Layer): string {
  const { annotations, relations } = contentsOf(articleId, analyst, layer);
  const key = `${articleId}/${DOCUMENT}`;
  const record = layer.get(DOCUMENT)?.get(key);
  const said = record === undefined ? undefined : documentFrom(layerChannel(analyst), key, record);
  const byId = <T extends { readonly id: string }>(all: readonly T[]): T[] =>
    all.toSorted((a, b) => compareStrings(a.id, b.id));
  const work = {
    annotations: byId(annotations),
    relations: byId(relations),
    labels: said?.labels ?? {},
    note: said?.note ?? '',
  };
  return sha256(JSON.stringify(canonical(JSON.parse(JSON.stringify(work)) as Json)));
}
