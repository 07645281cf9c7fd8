import { matchOf } from '../../core/formats/mapping/match-names.ts';
import type { Input, Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import type { Handlers } from '../../ipc/server.ts';
import { codebookOf } from './codebook-view.ts';
import type { BatchEntry } from './import-batch.ts';
import { type Batch, settleDataset } from './import-batches.ts';
import { refuse } from './problems.ts';
import type { ServiceOptions } from './service-options.ts';
import type { Workspace } from './workspace.ts';

/** The methods about datasets that were read and are not yet in the project. */
export type AboutDatasets = `import.${'names' | 'units' | 'readIn'}`;

const GONE = 'This import was closed. Choose the files again.';

/** The names that a file uses, with what the codebook has like them. */
function names({ store }: Workspace, { content }: BatchEntry): Output<'import.names'> {
  const codebook = codebookOf(store);
  const used = content?.kind === 'dataset' ? content.names : [];
  return {
    names: used.map((one) => {
      const { kind, name, count, example } = one;
      const match = matchOf(one, codebook);
      const known = match === undefined ? {} : { match: { ...match } };
      return { kind, name, count, example, ...known };
    }),
  };
}

async function units(
  { store, me }: Workspace,
  { item }: BatchEntry,
  at: string,
): Promise<Reply<Output<'import.units'>>> {
  const { sampleFileUnits } = await import('./read-dataset.ts');
  const samples = await sampleFileUnits(item.file, store, { analyst: me.name, at });
  if (!samples.ok) return refuse('refused', samples.error);
  const value = samples.value.map((one) => ({ ...one, quotes: [...one.quotes] }));
  return { ok: true, value: { units: value } };
}

async function readIn(
  { store, me }: Workspace,
  entry: BatchEntry,
  unit: Input<'import.readIn'>['unit'],
  at: string,
): Promise<Reply<Output<'import.readIn'>>> {
  await settleDataset(store, entry, { analyst: me.name, at }, unit);
  return { ok: true, value: { item: { ...entry.item } } };
}

/** What the preview asks about datasets: their names, and what their offsets count. */
export function importNamesHandlers(
  { session, clock }: ServiceOptions,
  batches: ReadonlyMap<string, Batch>,
): Pick<Handlers, AboutDatasets> {
  const now = (): string => new Date(clock()).toISOString();
  async function about<T>(
    { batch, key }: { readonly batch: string; readonly key: string },
    answer: (workspace: Workspace, entry: BatchEntry) => Promise<Reply<T>>,
  ): Promise<Reply<T>> {
    const open = session.need();
    if (!open.ok) return open;
    const entry = batches.get(batch)?.entries.get(key);
    return entry === undefined ? refuse('not-found', GONE) : answer(open.value, entry);
  }
  return {
    'import.names': (input) =>
      about(input, (workspace, entry) =>
        Promise.resolve({ ok: true, value: names(workspace, entry) }),
      ),
    'import.units': (input) => about(input, (workspace, entry) => units(workspace, entry, now())),
    'import.readIn': (input) =>
      about(input, (workspace, entry) => readIn(workspace, entry, input.unit, now())),
  };
}
