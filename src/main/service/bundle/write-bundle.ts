import { err, ok, type Result } from '../../../core/result.ts';
import type { Store } from '../../store/store.ts';
import { writeWhole } from '../write-whole.ts';
import { type Lock, lockBundle } from './locked-bundle.ts';
import { type BundleChoice, makeBundle } from './make-bundle.ts';

/** What was written. */
export interface WrittenBundle {
  readonly edits: number;
  readonly articles: number;
  readonly bytes: number;
}

/**
 * Makes a bundle and writes it to a file, encrypted where a lock is given; whole or not at all. The
 * error is in words.
 */
export async function writeBundle(
  store: Store,
  choice: BundleChoice,
  file: string,
  lock: Lock | undefined,
): Promise<Result<WrittenBundle, string>> {
  const made = await makeBundle(store, choice);
  if (!made.ok) return made;
  const { bytes, ops, articles } = made.value;
  const locked = lock === undefined ? ok(bytes) : await lockBundle(bytes, lock);
  if (!locked.ok) return locked;
  const written = await writeWhole(file, [locked.value]);
  return written.ok ? ok({ edits: ops, articles, bytes: locked.value.length }) : err(written.error);
}
