import { annotationFrom, relationFrom } from '../../core/log/annotation-ops.ts';
import { commentFrom } from '../../core/log/comment-ops.ts';
import { resolveTombstone } from '../../core/log/invert.ts';
import { layerChannel, type Op, type OpDraft } from '../../core/log/op.ts';
import { applyOp, type RecordState, seenStamps } from '../../core/log/record.ts';
import { type Annotation, compareAnnotations, type Relation } from '../../core/model/annotation.ts';
import type { Comment } from '../../core/model/comment.ts';

/** Records of one layer as the disk has them: `<kind> <record id>` → record. */
export type LayerRecords = ReadonlyMap<string, RecordState>;

/** The key of a record in {@link LayerRecords}. */
export function recordKey(of: Pick<OpDraft, 'k' | 'r'>): string {
  return `${of.k} ${of.r}`;
}

/** A stamp greater than any real one, for what is painted but not yet on disk. */
function provisionalStamp(order: number): string {
  return `~${order.toString(36).padStart(12, '0')}`;
}

/** Applies drafts that are not yet on disk, as if they had happened last. */
export function applyDrafts(
  records: LayerRecords,
  drafts: readonly OpDraft[],
  order: number,
): LayerRecords {
  const next = new Map(records);
  for (const draft of drafts) {
    const key = recordKey(draft);
    const before = next.get(key);
    const resolved = resolveTombstone(draft, before);
    const seen = seenStamps(before, Object.keys(resolved.p));
    const op = {
      t: provisionalStamp(order),
      p: resolved.p,
      ...(seen === undefined ? {} : { b: seen }),
    };
    next.set(key, applyOp(before, op));
  }
  return next;
}

/** Applies ops that are on disk. */
export function applyOps(records: LayerRecords, ops: readonly Op[]): LayerRecords {
  const next = new Map(records);
  for (const op of ops) {
    next.set(recordKey(op), applyOp(next.get(recordKey(op)), op));
  }
  return next;
}

/** What an analyst's layer says of an article. */
export interface LayerRead {
  /** In reading order. */
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  readonly comments: readonly Comment[];
}

/** The annotations, relations and comments of an analyst's layer; annotations in reading order. */
export function readLayer(records: LayerRecords, analyst: string): LayerRead {
  const channel = layerChannel(analyst);
  const annotations: Annotation[] = [];
  const relations: Relation[] = [];
  const comments: Comment[] = [];
  for (const [key, record] of records) {
    const space = key.indexOf(' ');
    const kind = key.slice(0, space);
    const id = key.slice(space + 1);
    if (kind === 'annotation') {
      const annotation = annotationFrom(channel, id, record);
      if (annotation !== undefined) annotations.push(annotation);
    } else if (kind === 'relation') {
      const relation = relationFrom(channel, id, record);
      if (relation !== undefined) relations.push(relation);
    } else if (kind === 'comment') {
      const comment = commentFrom(channel, id, record);
      if (comment !== undefined) comments.push(comment);
    }
  }
  return { annotations: annotations.sort(compareAnnotations), relations, comments };
}
