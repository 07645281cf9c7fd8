import { validateDocument } from '../../core/codebook/validate-document.ts';
import { type LayerProblem, validateLayer } from '../../core/codebook/validate-layer.ts';
import { submitLayer } from '../../core/log/article-state.ts';
import { DOCUMENT, documentFrom } from '../../core/log/document-ops.ts';
import { layerChannel, type OpDraft } from '../../core/log/op.ts';
import { articleFrom } from '../../core/log/project-ops.ts';
import { compareAnnotations } from '../../core/model/annotation.ts';
import type { Article } from '../../core/model/article.ts';
import type { Codebook } from '../../core/model/codebook.ts';
import { isHandedIn } from '../../core/model/layer-document.ts';
import type { Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import { LEFT_LIMIT } from '../../ipc/methods/layers.ts';
import { newPace } from '../store/pace.ts';
import { codebookOf } from './codebook-view.ts';
import { contentsOf } from './layer-contents.ts';
import { layerDigest } from './layer-digest.ts';
import { fromStore, storeRefusal } from './problems.ts';
import type { Workspace } from './workspace.ts';

type Answer = Output<'layer.submit'>;

/** What layers are checked against. */
interface Rules {
  readonly codebook: Codebook;
  readonly hasArticle: (id: string) => boolean;
}

function articleOf({ store }: Workspace, id: string): Article | undefined {
  const record = store.projectRecords('article').get(id);
  return record === undefined ? undefined : articleFrom(id, record);
}

/** What keeps one's own layer of an article from being submitted. Nothing marked lacks nothing. */
async function problemsOf(
  { store, me }: Workspace,
  articleId: string,
  { codebook, hasArticle }: Rules,
): Promise<Reply<readonly LayerProblem[]>> {
  const counts = store.counts(articleId).get(me.id);
  if (counts === undefined) return { ok: true, value: [] };
  const { annotations: marks, relations: links, documentLabels = [] } = counts;
  if (marks + links + documentLabels.length === 0) return { ok: true, value: [] };
  const text = await store.text(articleId);
  if (!text.ok) return storeRefusal(text.error);
  const layer = await store.layer(articleId, me.id);
  if (!layer.ok) return storeRefusal(layer.error);
  const { annotations, relations } = contentsOf(articleId, me.id, layer.value);
  const inOrder = annotations.toSorted(compareAnnotations);
  const channel = layerChannel(me.id);
  const key = `${articleId}/${DOCUMENT}`;
  const record = layer.value.get(DOCUMENT)?.get(key);
  const document = record === undefined ? undefined : documentFrom(channel, key, record);
  return {
    ok: true,
    value: [
      ...validateDocument(codebook, document?.labels ?? {}, text.value, hasArticle),
      ...validateLayer(codebook, inOrder, relations, text.value, hasArticle),
    ],
  };
}

/** The layers that are ready, and what is told of the others. */
interface Sorted {
  readonly ready: readonly Article[];
  readonly left: Answer['left'];
  readonly leftCount: number;
}

async function sortOut(
  workspace: Workspace,
  articleIds: readonly string[],
): Promise<Reply<Sorted>> {
  const { store, me } = workspace;
  const rules: Rules = {
    codebook: codebookOf(store),
    hasArticle: (id) => articleOf(workspace, id) !== undefined,
  };
  const turn = newPace();
  const ready: Article[] = [];
  const left: Answer['left'] = [];
  let leftCount = 0;
  for (const id of new Set(articleIds)) {
    const article = articleOf(workspace, id);
    if (article === undefined || isHandedIn(store.counts(id).get(me.id)?.state)) continue;
    const found = await problemsOf(workspace, id, rules);
    if (!found.ok) return found;
    const [first] = found.value;
    if (first === undefined) ready.push(article);
    else {
      leftCount += 1;
      const { title } = article;
      const one = { articleId: id, title, problems: found.value.length, first: first.message };
      if (left.length < LEFT_LIMIT) left.push(one);
    }
    const pause = turn();
    if (pause !== undefined) await pause;
  }
  return { ok: true, value: { ready, left, leftCount } };
}

/** The draft that freezes a layer, with the digest of what is frozen. */
async function submission({ store, me }: Workspace, articleId: string): Promise<Reply<OpDraft>> {
  const layer = await store.layer(articleId, me.id);
  if (!layer.ok) return storeRefusal(layer.error);
  return {
    ok: true,
    value: submitLayer(articleId, me.id, layerDigest(articleId, me.id, layer.value)),
  };
}

function label(ready: readonly Article[]): string {
  const [only] = ready;
  if (ready.length !== 1 || only === undefined) {
    return `Submit ${ready.length.toLocaleString('en')} articles`;
  }
  const { title } = only;
  return `Submit “${title.length > 80 ? `${title.slice(0, 80)}…` : title}”`;
}

/**
 * Submits one's own layers of some articles: those that lack nothing, as one step that undo takes
 * back. The others stay as they are and are told, with what they lack. Articles that are gone, and
 * layers that are submitted already, are passed over.
 */
export async function submitLayers(
  workspace: Workspace,
  articleIds: readonly string[],
): Promise<Reply<Answer>> {
  const { store, me } = workspace;
  // What was sent before this has to be checked with the rest.
  await store.drain();
  const sorted = await sortOut(workspace, articleIds);
  if (!sorted.ok) return sorted;
  const { ready, left, leftCount } = sorted.value;
  const drafts: OpDraft[] = [];
  for (const { id } of ready) {
    const draft = await submission(workspace, id);
    if (!draft.ok) return draft;
    drafts.push(draft.value);
  }
  const written =
    drafts.length === 0
      ? { ok: true as const, value: [] }
      : await store.commit(me.id, drafts, { label: label(ready) });
  if (!written.ok) return { ok: false, error: fromStore(written.error) };
  return {
    ok: true,
    value: {
      ops: [...written.value] as Answer['ops'],
      history: { ...store.history(me.id) },
      submitted: ready.length,
      leftCount,
      left,
    },
  };
}
