import type { Output } from '../../ipc/contract.ts';
import { call } from './host.ts';
import { forgetTexts, type ImportItem, type NameWish, useImport } from './import-batch.ts';
import { announce } from './project.ts';

/** A name that a dataset uses, and what the codebook has like it. */
export type ForeignName = Output<'import.names'>['names'][number];

/** What the first marks of a file would be in one unit. */
export type UnitSample = Output<'import.units'>['units'][number];

/** What its offsets count, as the preview offers it. */
export type OffsetUnit = UnitSample['unit'];

/** Names a name among all kinds. */
export function wishKey({ kind, name }: Pick<ForeignName, 'kind' | 'name'>): string {
  return `${kind} ${name}`;
}

/** Labels of these files that the codebook lacks and about which nothing was said yet. */
export function openNames(
  items: readonly Pick<ImportItem, 'unmatched'>[],
  choices: ReadonlyMap<string, NameWish>,
): readonly string[] {
  const names = new Set(items.flatMap(({ unmatched }) => unmatched));
  return [...names].filter((name) => !choices.has(wishKey({ kind: 'label', name })));
}

/** Says what is to become of names, in all files of the import. */
export function chooseNames(wishes: readonly NameWish[]): void {
  useImport.setState(({ choices }) => ({
    choices: new Map([...choices, ...wishes.map((wish) => [wishKey(wish), wish] as const)]),
  }));
}

/** The names that a file uses; empty where they cannot be had. */
export async function namesOf(key: string): Promise<readonly ForeignName[]> {
  const { batch } = useImport.getState();
  if (batch === undefined) return [];
  const reply = await call('import.names', { batch, key });
  return reply.ok ? reply.value.names : [];
}

/** What the first marks of a file would be in each unit; empty where they cannot be had. */
export async function unitsOf(key: string): Promise<readonly UnitSample[]> {
  const { batch } = useImport.getState();
  if (batch === undefined) return [];
  const reply = await call('import.units', { batch, key });
  return reply.ok ? reply.value.units : [];
}

/** Reads a file again, its offsets in this unit. */
export async function readIn(key: string, unit: OffsetUnit): Promise<void> {
  const { batch } = useImport.getState();
  if (batch === undefined) return;
  const reply = await call('import.readIn', { batch, key, unit });
  if (useImport.getState().batch !== batch) return;
  if (!reply.ok) {
    announce(reply.error.message, 'problem');
    return;
  }
  const { item } = reply.value;
  forgetTexts(key);
  useImport.setState(({ items }) => ({
    items: items.map((one) => (one.key === key ? item : one)),
  }));
}
