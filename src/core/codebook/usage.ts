import type { LayerContents } from '../log/remove-annotations.ts';
import type { Json } from '../model/json.ts';
import type { Gone } from './gone.ts';

/** How often something that goes is in use. */
export interface Use {
  /** Annotations, or relations of a relation type. */
  readonly count: number;
  readonly articles: number;
  /** Analyst id → count. */
  readonly byAnalyst: { readonly [analyst: string]: number };
  /** Of an attribute: the value ids in use, for one that is to take its place. */
  readonly values: readonly string[];
}

interface Tally {
  count: number;
  readonly articles: Set<string>;
  readonly byAnalyst: Record<string, number>;
  readonly values: Set<string>;
}

/** Uses of everything that goes. */
export interface Usage {
  readonly label: (id: string) => Use | undefined;
  readonly attribute: (id: string) => Use | undefined;
  readonly value: (attribute: string, id: string) => Use | undefined;
  readonly relationType: (id: string) => Use | undefined;
}

function asUse(tally: Tally | undefined): Use | undefined {
  return tally === undefined
    ? undefined
    : { ...tally, articles: tally.articles.size, values: [...tally.values] };
}

/** The ids in the value of a choice. */
function idsIn(value: Json): readonly string[] {
  const list: readonly Json[] = Array.isArray(value) ? value : [value];
  return [...new Set(list.filter((one) => typeof one === 'string'))];
}

const NONE: ReadonlySet<string> = new Set();

type Count = (key: string, layer: LayerContents, values?: readonly string[]) => void;

function countLayer(layer: LayerContents, gone: Gone, count: Count): void {
  for (const { label, attributes } of layer.annotations) {
    if (gone.labels.has(label)) count(`label ${label}`, layer);
    for (const [name, value] of Object.entries(attributes)) {
      if (gone.attributes.has(name)) count(`attribute ${name}`, layer, idsIn(value));
      const going = gone.values.get(name) ?? NONE;
      const used = going.size === 0 ? [] : idsIn(value).filter((id) => going.has(id));
      for (const id of used) count(`value ${name} ${id}`, layer);
    }
  }
  for (const { type } of layer.relations) {
    if (gone.relationTypes.has(type)) count(`relationType ${type}`, layer);
  }
}

/** Counts how often what goes is in use, over all layers. */
export function usageOf(gone: Gone, layers: Iterable<LayerContents>): Usage {
  const tallies = new Map<string, Tally>();
  const count: Count = (key, { articleId, analyst }, values = []) => {
    const tally = tallies.get(key) ?? {
      count: 0,
      articles: new Set<string>(),
      byAnalyst: {},
      values: new Set<string>(),
    };
    tally.count += 1;
    tally.articles.add(articleId);
    tally.byAnalyst[analyst] = (tally.byAnalyst[analyst] ?? 0) + 1;
    for (const value of values) tally.values.add(value);
    tallies.set(key, tally);
  };
  for (const layer of layers) countLayer(layer, gone, count);
  return {
    label: (id) => asUse(tallies.get(`label ${id}`)),
    attribute: (id) => asUse(tallies.get(`attribute ${id}`)),
    value: (attribute, id) => asUse(tallies.get(`value ${attribute} ${id}`)),
    relationType: (id) => asUse(tallies.get(`relationType ${id}`)),
  };
}
