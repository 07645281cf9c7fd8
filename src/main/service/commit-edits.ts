import { checkDrafts } from '../../core/log/draft-check.ts';
import { articleOfOp, layerAnalyst, type OpDraft } from '../../core/log/op.ts';
import { articleFrom } from '../../core/log/project-ops.ts';
import type { RecordState } from '../../core/log/record.ts';
import type { Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import type { Layer, Store } from '../store/store.ts';
import { fromStore, refuse } from './problems.ts';
import { labelsOf } from './project-view.ts';
import type { Workspace } from './workspace.ts';

/** The articles and layers that some drafts concern, read once before they are checked. */
interface Surroundings {
  readonly texts: Map<string, string>;
  readonly layers: Map<string, Layer>;
}

async function readArticle(
  store: Store,
  articleId: string,
  into: Surroundings,
): Promise<Reply<void>> {
  const record = store.projectRecords('article').get(articleId);
  if (record === undefined || articleFrom(articleId, record) === undefined) {
    return { ok: true, value: undefined };
  }
  const text = await store.text(articleId);
  if (!text.ok) return { ok: false, error: fromStore(text.error) };
  into.texts.set(articleId, text.value);
  return { ok: true, value: undefined };
}

async function readSurroundings(
  store: Store,
  drafts: readonly OpDraft[],
): Promise<Reply<Surroundings>> {
  const found: Surroundings = { texts: new Map(), layers: new Map() };
  for (const draft of drafts) {
    const articleId = articleOfOp(draft);
    if (articleId === undefined) continue;
    if (!found.texts.has(articleId)) {
      const read = await readArticle(store, articleId, found);
      if (!read.ok) return read;
    }
    const analyst = layerAnalyst(draft.c);
    const key = `${articleId} ${draft.c}`;
    if (analyst === undefined || found.layers.has(key) || !found.texts.has(articleId)) continue;
    const layer = await store.layer(articleId, analyst);
    if (!layer.ok) return { ok: false, error: fromStore(layer.error) };
    found.layers.set(key, layer.value);
  }
  return { ok: true, value: found };
}

function recordOf(store: Store, found: Surroundings, draft: OpDraft): RecordState | undefined {
  if (draft.c === 'project') return store.projectRecords('article').get(draft.r);
  const articleId = articleOfOp(draft) ?? '';
  return found.layers.get(`${articleId} ${draft.c}`)?.get(draft.k)?.get(draft.r);
}

/** Checks edits that the window proposes and makes them last. Answers once they are on disk. */
export async function commitEdits(
  { store, me }: Workspace,
  label: string,
  drafts: readonly OpDraft[],
): Promise<Reply<Output<'commit'>>> {
  const found = await readSurroundings(store, drafts);
  if (!found.ok) return found;
  const checked = checkDrafts(drafts, {
    analyst: me.id,
    labelIds: new Set(labelsOf(store).map((one) => one.id)),
    record: (draft) => recordOf(store, found.value, draft),
    text: (articleId) => found.value.texts.get(articleId),
  });
  if (!checked.ok) return refuse('refused', checked.error);
  const written = await store.commit(me.id, drafts, { label });
  if (!written.ok) return { ok: false, error: fromStore(written.error) };
  const ops = written.value as Output<'commit'>['ops'];
  return { ok: true, value: { ops, history: { ...store.history(me.id) } } };
}
