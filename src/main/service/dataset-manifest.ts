import type { Loss } from '../../core/formats/loss.ts';
import type { OffsetUnit } from '../../core/text/offsets.ts';

/** What was counted while a dataset was written. */
export interface DatasetCounts {
  readonly articles: number;
  readonly annotations: number;
  readonly relations: number;
  /** Annotations by the name of their label. */
  readonly byLabel: Readonly<Record<string, number>>;
  /** Annotations by the name of their analyst. */
  readonly byAnalyst: Readonly<Record<string, number>>;
}

/** What a dataset says about itself. */
export interface DatasetManifest {
  readonly kind: 'verbale-dataset';
  readonly tool: string;
  readonly project: string;
  readonly format: string;
  readonly offsetUnit: OffsetUnit;
  /** ISO-8601 UTC. */
  readonly at: string;
  readonly codebook: { readonly name: string; readonly version: number };
  readonly counts: DatasetCounts;
  /** What the format could not hold; `couldBeHeldBy` are ids of formats that could. */
  readonly losses: readonly (Loss & { readonly couldBeHeldBy: readonly string[] })[];
  /** Size in bytes and SHA-256 (lower-case hex) of each file, by its path in the dataset. */
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}
