import { annotationFrom, relationFrom } from '../../core/log/annotation-ops.ts';
import { DOCUMENT } from '../../core/log/document-ops.ts';
import { isFrozen } from '../../core/log/frozen.ts';
import { layerChannel } from '../../core/log/op.ts';
import type { LayerContents } from '../../core/log/remove-annotations.ts';
import type { Layer } from '../store/store.ts';

/** The annotations and relations of a layer as its records say, deleted ones left out. */
export function contentsOf(articleId: string, analyst: string, layer: Layer): LayerContents {
  const channel = layerChannel(analyst);
  const read = <T>(kind: string, from: typeof annotationFrom | typeof relationFrom): T[] =>
    [...(layer.get(kind) ?? [])].flatMap(([id, record]) => {
      const value = from(channel, id, record);
      return value === undefined ? [] : (value as T);
    });
  return {
    articleId,
    analyst,
    annotations: read('annotation', annotationFrom),
    relations: read('relation', relationFrom),
    isSubmitted: isFrozen(layer.get(DOCUMENT)?.get(`${articleId}/${DOCUMENT}`)),
  };
}
