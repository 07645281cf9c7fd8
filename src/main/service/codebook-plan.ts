import { goneFrom, isNothing, type PublishChoices } from '../../core/codebook/gone.ts';
import { type CodebookPlan, planCodebookChange } from '../../core/codebook/plan-change.ts';
import type { LayerContents } from '../../core/log/remove-annotations.ts';
import type { Codebook, CodebookContent } from '../../core/model/codebook.ts';
import { ok, type Result } from '../../core/result.ts';
import type { StoreError } from '../store/errors.ts';
import type { Store } from '../store/store.ts';
import { codebookOf, codebookVersionsOf } from './codebook-view.ts';
import { contentsOf } from './layer-contents.ts';

/** A codebook that is to follow the one in force. */
export interface Proposal {
  readonly next: CodebookContent;
  readonly choices: PublishChoices;
  readonly summary: string;
  /** Analyst id. */
  readonly by: string;
  /** ISO-8601 UTC. */
  readonly at: string;
}

/**
 * Every layer, also of articles that were removed: taking that removal back must not bring labels
 * that are gone.
 */
async function allLayers(store: Store): Promise<Result<LayerContents[], StoreError>> {
  const layers: LayerContents[] = [];
  for (const articleId of store.annotatedArticles()) {
    for (const analyst of store.layerAnalysts(articleId)) {
      const layer = await store.layer(articleId, analyst);
      if (!layer.ok) return layer;
      layers.push(contentsOf(articleId, analyst, layer.value));
    }
  }
  return ok(layers);
}

/** What publishing would do to this project, exactly. Layers are read only where something goes. */
export async function planFor(
  store: Store,
  { next, choices, summary, by, at }: Proposal,
): Promise<Result<{ current: Codebook; plan: CodebookPlan }, StoreError>> {
  const current = codebookOf(store);
  const layers = isNothing(goneFrom(current, next)) ? ok([]) : await allLayers(store);
  if (!layers.ok) return layers;
  const plan = planCodebookChange({
    current,
    next,
    choices,
    layers: layers.value,
    versions: codebookVersionsOf(store),
    publication: { at, by, summary },
  });
  return ok({ current, plan });
}
