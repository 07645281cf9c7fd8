import type { Stamp } from '../../core/log/op.ts';

/**
 * A commit id is `<stamp of the batch's first op>-<ops in the batch>-<commit's index in it>`, the
 * numbers in base 36. Commits that are made durable by one flush are a batch. Since the next batch
 * begins only after the flush, a batch of which ops are missing is the last one and was never
 * acknowledged: that is how opening tells a torn end from damage.
 */
export function commitId(batch: Stamp, ops: number, index: number): string {
  return `${batch}-${ops.toString(36)}-${index.toString(36)}`;
}

/** The batch a commit was in and how many ops that had; `undefined` for ids of another form. */
export function batchOf(id: string): { readonly batch: Stamp; readonly ops: number } | undefined {
  const parts = id.split('-');
  const ops = Number.parseInt(parts.at(-2) ?? '', 36);
  if (parts.length < 3 || !Number.isInteger(ops)) return undefined;
  return { batch: parts.slice(0, -2).join('-'), ops };
}
