import type { ExportArticle, Split } from '../../core/formats/format.ts';
import type { DatasetCounts } from './dataset-manifest.ts';

/** What is known of an article whose records are counted. */
export interface CountedArticle {
  /** Article id in the project. */
  readonly id: string;
  /** Absent where the dataset is not split. */
  readonly split: Split | undefined;
}

/** Counts what goes out. */
export interface Counter {
  /** Counts what a choice made of an article: the article, or its sentences. */
  readonly count: (made: readonly ExportArticle[], of: CountedArticle) => void;
  readonly total: () => DatasetCounts;
  /** Annotations by the id of their label. */
  readonly byLabelId: () => Readonly<Record<string, number>>;
}

type Tally = Map<string, number>;

function raise(counts: Tally, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** By name, in code unit order, so that the same dataset says the same. */
function inOrder(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface SplitTally {
  articles: number;
  annotations: number;
  readonly labels: Tally;
}

function splitCounts(splits: ReadonlyMap<Split, SplitTally>): NonNullable<DatasetCounts['splits']> {
  return Object.fromEntries(
    Array.from(splits, ([split, { articles, annotations, labels }]) => [
      split,
      { articles, annotations, byLabel: inOrder(labels) },
    ]),
  );
}

/**
 * Nothing counted yet.
 * @param isCutUp true where sentences go out  @param splitNames of a dataset that is split
 */
export function datasetCounter(isCutUp = false, splitNames: readonly Split[] = []): Counter {
  const labels: Tally = new Map();
  const ids: Tally = new Map();
  const analysts: Tally = new Map();
  const splits = new Map<Split, SplitTally>(
    splitNames.map((split) => [split, { articles: 0, annotations: 0, labels: new Map() }]),
  );
  const sum = { articles: 0, sentences: 0, annotations: 0, relations: 0 };
  return {
    count(made, { split }) {
      const own = split === undefined ? undefined : splits.get(split);
      sum.articles += 1;
      sum.sentences += made.length;
      if (own !== undefined) own.articles += 1;
      for (const from of made) {
        sum.annotations += from.annotations.length;
        sum.relations += from.relations.length;
        if (own !== undefined) own.annotations += from.annotations.length;
        for (const one of from.annotations) {
          raise(labels, from.labelName(one.label));
          raise(ids, one.label);
          raise(analysts, from.analystName(one.analyst));
          if (own !== undefined) raise(own.labels, from.labelName(one.label));
        }
      }
    },
    byLabelId: () => inOrder(ids),
    total: () => ({
      articles: sum.articles,
      ...(isCutUp ? { sentences: sum.sentences } : {}),
      annotations: sum.annotations,
      relations: sum.relations,
      byLabel: inOrder(labels),
      byAnalyst: inOrder(analysts),
      ...(splits.size === 0 ? {} : { splits: splitCounts(splits) }),
    }),
  };
}
