import type { ExportArticle } from '../../core/formats/format.ts';
import type { DatasetCounts } from './dataset-manifest.ts';

/** Counts what goes out. */
export interface Counter {
  readonly count: (from: ExportArticle) => void;
  readonly total: () => DatasetCounts;
  /** Annotations by the id of their label. */
  readonly byLabelId: () => Readonly<Record<string, number>>;
}

function raise(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** By name, in code unit order, so that the same dataset says the same. */
function inOrder(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Nothing counted yet. */
export function datasetCounter(): Counter {
  const labels = new Map<string, number>();
  const ids = new Map<string, number>();
  const analysts = new Map<string, number>();
  let articles = 0;
  let annotations = 0;
  let relations = 0;
  return {
    count(from) {
      articles += 1;
      annotations += from.annotations.length;
      relations += from.relations.length;
      for (const one of from.annotations) {
        raise(labels, from.labelName(one.label));
        raise(ids, one.label);
        raise(analysts, from.analystName(one.analyst));
      }
    },
    byLabelId: () => inOrder(ids),
    total: () => ({
      articles,
      annotations,
      relations,
      byLabel: inOrder(labels),
      byAnalyst: inOrder(analysts),
    }),
  };
}
