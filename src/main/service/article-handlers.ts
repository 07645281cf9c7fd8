import { articleFrom } from '../../core/log/project-ops.ts';
import type { Result } from '../../core/result.ts';
import type { Input, Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import type { Handlers } from '../../ipc/server.ts';
import type { StoreError } from '../store/errors.ts';
import type { Outcome } from '../store/settled.ts';
import type { Layer } from '../store/store.ts';
import { commentsOfOthers } from './comments-of-others.ts';
import { commitEdits } from './commit-edits.ts';
import { refuse, storeRefusal } from './problems.ts';
import type { Session } from './session.ts';
import type { Workspace } from './workspace.ts';

type LayerView = Output<'article.read'>['layer'];

function layerView(layer: Layer): LayerView {
  const view: LayerView = {};
  for (const [kind, records] of layer) {
    view[kind] = Object.fromEntries(records) as LayerView[string];
  }
  return view;
}

async function readArticle(
  workspace: Workspace,
  articleId: string,
): Promise<Reply<Output<'article.read'>>> {
  const { store, me } = workspace;
  const record = store.projectRecords('article').get(articleId);
  if (record === undefined || articleFrom(articleId, record) === undefined) {
    return refuse('not-found', 'This article is not in the project any more.');
  }
  const before = store.notices().length;
  const text = await store.text(articleId);
  if (!text.ok) return storeRefusal(text.error);
  const layer = await store.layer(articleId, me.id);
  if (!layer.ok) return storeRefusal(layer.error);
  const comments = await commentsOfOthers(workspace, articleId, layer.value);
  if (!comments.ok) return storeRefusal(comments.error);
  workspace.lastArticle = articleId;
  const notices = store
    .notices()
    .slice(before)
    .map((notice) => ({ ...notice }));
  return {
    ok: true,
    value: {
      articleId,
      text: text.value,
      analyst: { ...me },
      layer: layerView(layer.value),
      comments: comments.value.map((comment) => ({ ...comment })),
      notices,
    },
  };
}

type Travelled = Reply<Output<'history.undo'>>;

function travelled(
  { store, me }: Workspace,
  result: Result<Outcome | undefined, StoreError>,
): Travelled {
  if (!result.ok) return storeRefusal(result.error);
  const history = { ...store.history(me.id) };
  if (result.value === undefined) return { ok: true, value: { ops: [], history, label: '' } };
  const { label, articleId } = result.value;
  const ops = result.value.ops as Output<'history.undo'>['ops'];
  return {
    ok: true,
    value: { ops, history, label, ...(articleId === undefined ? {} : { articleId }) },
  };
}

type Mine = 'article.read' | 'commit' | 'history.undo' | 'history.redo';

/** Reading and changing what is on the desk. */
export function articleHandlers(session: Session): Pick<Handlers, Mine> {
  return {
    'article.read': async ({ articleId }) => {
      const open = session.need();
      return open.ok ? readArticle(open.value, articleId) : open;
    },
    commit: async ({ label, drafts }: Input<'commit'>) => {
      const open = session.need();
      return open.ok ? commitEdits(open.value, label, drafts) : open;
    },
    'history.undo': async () => {
      const open = session.need();
      return open.ok ? travelled(open.value, await open.value.store.undo(open.value.me.id)) : open;
    },
    'history.redo': async () => {
      const open = session.need();
      return open.ok ? travelled(open.value, await open.value.store.redo(open.value.me.id)) : open;
    },
  };
}
