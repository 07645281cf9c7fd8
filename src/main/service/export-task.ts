import type { ExportChoice } from '../../core/datasets/choice.ts';
import type { Format, WriteOptions } from '../../core/formats/format.ts';
import type { Loss } from '../../core/formats/loss.ts';
import type { DatasetCounts } from './dataset-manifest.ts';

/** What goes out, and how. */
export interface ExportTask {
  readonly format: Format;
  readonly options: WriteOptions;
  readonly choice: ExportChoice;
  /** Name of the recipe it was asked for by. */
  readonly recipe?: string;
  /** Id of the analyst who `mine` is. */
  readonly me: string;
}

/** Who watches an export, and may end it. */
export interface ExportWatch {
  /** ISO-8601 UTC: what the dataset says it is as of. */
  readonly at: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
}

/** Something that a choice leaves out. */
export type LeftOutLine = Omit<Loss, 'needs'>;

/** What an export came to. */
export interface Exported {
  /** The dataset's own, absolute. */
  readonly files: readonly string[];
  /** About it (manifest, datasheet), absolute, where they are not in its folder. */
  readonly beside: readonly string[];
  /** What stood in one of their places before, absolute. */
  readonly replaced: readonly string[];
  /** The first of the folders that had to be made to reach their place, absolute. */
  readonly madeFolder: string | undefined;
  readonly records: number;
  /** What the format could not hold. */
  readonly lost: readonly Loss[];
  /** What was not chosen. */
  readonly leftOut: readonly LeftOutLine[];
}

/** What an export would come to. */
export interface Rehearsed {
  readonly counts: DatasetCounts;
  /** Annotations by label id. */
  readonly byLabelId: Readonly<Record<string, number>>;
  readonly lost: readonly Loss[];
  readonly leftOut: readonly LeftOutLine[];
}

/** Why an export ended before its end. */
export const CANCELLED = 'The export was cancelled. Nothing was written.';
