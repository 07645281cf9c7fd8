import { commentFrom } from '../../core/log/comment-ops.ts';
import { layerChannel } from '../../core/log/op.ts';
import { type Comment, commentsShownTo } from '../../core/model/comment.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { StoreError } from '../store/errors.ts';
import type { Layer, Store } from '../store/store.ts';
import type { Workspace } from './workspace.ts';

/** The comments of one layer, deleted ones left out. */
export function commentsIn(layer: Layer, analyst: string): Comment[] {
  const channel = layerChannel(analyst);
  return [...(layer.get('comment') ?? [])].flatMap(
    ([id, record]) => commentFrom(channel, id, record) ?? [],
  );
}

async function readOthers(
  store: Store,
  articleId: string,
  me: string,
): Promise<Result<Comment[], StoreError>> {
  const found: Comment[] = [];
  for (const analyst of store.layerAnalysts(articleId)) {
    if (analyst === me) continue;
    const layer = await store.layer(articleId, analyst);
    if (!layer.ok) return err(layer.error);
    found.push(...commentsIn(layer.value, analyst));
  }
  return ok(found);
}

/**
 * The comments of others on an article that the acting analyst sees.
 * @param own the analyst's own layer of it
 */
export async function commentsOfOthers(
  { store, me }: Workspace,
  articleId: string,
  own: Layer,
): Promise<Result<Comment[], StoreError>> {
  const others = await readOthers(store, articleId, me.id);
  return others.ok ? ok(commentsShownTo(me.id, commentsIn(own, me.id), others.value)) : others;
}
