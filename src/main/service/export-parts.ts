import { type ExportChoice, SPLITS } from '../../core/datasets/choice.ts';
import type {
  DatasetFacts,
  DatasetWriter,
  ExportArticle,
  FilePiece,
  Format,
  Split,
} from '../../core/formats/format.ts';
import type { LossLog } from '../../core/formats/loss.ts';
import type { ExportTask } from './export-task.ts';

/** One split, or one analyst's work in a format that knows no analysts, or the whole of a dataset. */
export interface Part {
  /** Analyst id as the dataset has it; `undefined` for everybody together. */
  readonly analyst: string | undefined;
  /** `undefined` for all articles. */
  readonly split: Split | undefined;
  /** Goes before the paths of its files; empty for the whole. */
  readonly prefix: string;
  readonly writer: DatasetWriter;
}

/** The splits of a choice that have a share. */
export function splitsOf({ shares }: Pick<ExportChoice, 'shares'>): readonly Split[] {
  return shares === undefined ? [] : SPLITS.filter((split) => shares[split] > 0);
}

/** A name as part of a file's name. */
function slug(name: string): string {
  const plain = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  const trimmed = plain.replaceAll(/^-+|-+$/g, '');
  return trimmed === '' ? 'analyst' : trimmed;
}

/** Names no other of them has. */
function uniqueSlugs(names: readonly string[]): string[] {
  const taken = new Map<string, number>();
  return names.map((name) => {
    const wished = slug(name);
    const before = taken.get(wished) ?? 0;
    taken.set(wished, before + 1);
    return before === 0 ? wished : `${wished}-${before + 1}`;
  });
}

/** Between the names of a part in front of a path: folders, or words of one file's name. */
function separator({ layout }: Format): string {
  return layout === 'folder' ? '/' : '.';
}

/** What a dataset is divided by, beside what its format holds itself. */
interface Division {
  /** Ids of analysts who get files of their own, with what these are called. */
  readonly analysts: readonly { readonly id: string | undefined; readonly name: string }[];
  readonly splits: readonly (Split | undefined)[];
}

function divisionOf({ format, choice }: ExportTask, analysts: DatasetFacts['analysts']): Division {
  const slugs = uniqueSlugs(analysts.map(({ name }) => name));
  const isOne = format.can.analysts || analysts.length < 2;
  const splits = format.holdsSplits === true ? [] : splitsOf(choice);
  return {
    analysts: isOne
      ? [{ id: undefined, name: '' }]
      : analysts.map(({ id }, index) => ({ id, name: slugs[index] ?? id })),
    splits: splits.length === 0 ? [undefined] : splits,
  };
}

/**
 * The parts of a dataset: one for each split, unless the format tells splits apart; in each, one for
 * each analyst where the format cannot say who annotated what and more than one person did. So nobody's
 * work is lost or mixed with another's.
 * @param analysts those who have a layer that goes out
 */
export function partsOf(
  task: ExportTask,
  facts: DatasetFacts,
  analysts: DatasetFacts['analysts'],
  losses: LossLog,
): readonly Part[] {
  const { format, options } = task;
  const between = separator(format);
  const division = divisionOf(task, analysts);
  return division.splits.flatMap((split) =>
    division.analysts.flatMap(({ id, name }): Part[] => {
      const writer = format.write?.(facts, options, losses);
      const prefix = [split ?? '', name].filter((one) => one !== '').join(between);
      return writer === undefined ? [] : [{ analyst: id, split, prefix, writer }];
    }),
  );
}

/** The article as one analyst has it. */
export function onlyOf(from: ExportArticle, analyst: string): ExportArticle {
  const mine = <T extends { readonly analyst: string }>(all: readonly T[]): T[] =>
    all.filter((one) => one.analyst === analyst);
  return {
    ...from,
    annotations: mine(from.annotations),
    relations: mine(from.relations),
    documentLabels: mine(from.documentLabels),
    documents: mine(from.documents ?? []),
    comments: mine(from.comments ?? []),
  };
}

/** A piece's path with its part's name in it. A part of a zipped format is a zip of its own. */
export function inPart({ path, data }: FilePiece, prefix: string, format: Format): FilePiece {
  if (prefix === '') return { path, data };
  if (format.layout !== 'file') return { path: `${prefix}/${path}`, data };
  const end = path === '' ? (format.extensions[0] ?? '') : `.${path}`;
  return { path: `${prefix}${end}`, data };
}
