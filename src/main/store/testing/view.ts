import { isDeleted, type RecordState } from '../../../core/log/record.ts';
import type { Json } from '../../../core/model/json.ts';
import type { Layer, Store } from '../store.ts';
import { must } from './project.ts';

/** What a person sees of a project: records that are not deleted, without stamps. */
export type View = { readonly [record: string]: { readonly [field: string]: Json } };

/** The values of a record that somebody sees; `null` counts as not set. */
export function visible(record: RecordState): { readonly [field: string]: Json } {
  return Object.fromEntries(
    Object.entries(record)
      .filter(([field, { value }]) => field !== '_del' && value !== null)
      .map(([field, { value }]) => [field, value]),
  );
}

function layerView(analyst: string, layer: Layer): View {
  const records = [...layer].flatMap(([kind, byId]) =>
    [...byId].map(([id, record]) => ({ name: `${analyst} ${kind} ${id}`, record })),
  );
  return Object.fromEntries(
    records
      .filter(({ record }) => !isDeleted(record))
      .map(({ name, record }) => [name, visible(record)]),
  );
}

const PROJECT_KINDS = ['project', 'label', 'analyst', 'article'];

/** Everything that can be seen in a project, for comparing. Layers without anything are left out. */
export async function view(store: Store): Promise<View> {
  const seen: Record<string, { readonly [field: string]: Json }> = {};
  for (const kind of PROJECT_KINDS) {
    for (const [id, record] of store.projectRecords(kind)) {
      if (!isDeleted(record)) seen[`${kind} ${id}`] = visible(record);
    }
  }
  for (const articleId of store.annotatedArticles()) {
    for (const analyst of store.layerAnalysts(articleId)) {
      const layer = must(await store.layer(articleId, analyst));
      Object.assign(seen, layerView(analyst, layer));
    }
  }
  return seen;
}
