import type { Split, WriteOptions } from '../../core/formats/format.ts';
import type { Loss } from '../../core/formats/loss.ts';
import type { JsonObject } from '../../core/model/json.ts';
import type { OffsetUnit } from '../../core/text/offsets.ts';

/** What of a dataset is in one split. */
export interface SplitCounts {
  readonly articles: number;
  readonly annotations: number;
  /** Annotations by the name of their label. */
  readonly byLabel: Readonly<Record<string, number>>;
}

/** What was counted while a dataset was written. */
export interface DatasetCounts {
  readonly articles: number;
  /** Absent where articles go out as wholes. */
  readonly sentences?: number;
  readonly annotations: number;
  readonly relations: number;
  /** Annotations by the name of their label. */
  readonly byLabel: Readonly<Record<string, number>>;
  /** Annotations by the name of their analyst. */
  readonly byAnalyst: Readonly<Record<string, number>>;
  /** Absent where the dataset is not split. */
  readonly splits?: { readonly [S in Split]?: SplitCounts };
}

/** What a dataset says about itself. */
export interface DatasetManifest {
  readonly kind: 'verbale-dataset';
  readonly tool: string;
  readonly project: string;
  readonly format: string;
  readonly offsetUnit: OffsetUnit;
  /** Absent where the format's own is used. */
  readonly scheme?: WriteOptions['scheme'];
  /** ISO-8601 UTC: when the project was last changed. */
  readonly at: string;
  /** Name of the recipe it was written by; `null` where it was written by none. */
  readonly recipe: string | null;
  /** What was chosen, names in the place of ids. */
  readonly choice: JsonObject;
  readonly codebook: { readonly name: string; readonly version: number };
  readonly counts: DatasetCounts;
  /** How far analysts agree; `value` is `null`, with the reason, where that is not known. */
  readonly agreement: { readonly value: null; readonly reason: string };
  /** What the choice leaves out; no format is to blame for it. */
  readonly leftOut: readonly Omit<Loss, 'needs'>[];
  /** What the format could not hold; `couldBeHeldBy` are ids of formats that could. */
  readonly losses: readonly (Loss & { readonly couldBeHeldBy: readonly string[] })[];
  /** Size in bytes and SHA-256 (lower-case hex) of each file, by its path in the dataset. */
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}
