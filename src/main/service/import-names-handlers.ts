import { matchOf } from '../../core/formats/mapping/match-names.ts';
import type { Input, Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import type { Handlers } from '../../ipc/server.ts';
import { codebookOf } from './codebook-view.ts';
import type { BatchEntry } from './import-batch.ts';
import { type Batch, settleDatasets } from './import-batches.ts';
import type { ReadArticles } from './import-reading.ts';
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
  readArticles: ReadArticles,
): Promise<Reply<Output<'import.units'>>> {
  const { sampleFileUnits } = await import('./read-dataset.ts');
  const samples = await sampleFileUnits(item.file, store, { analyst: me.name, at }, readArticles);
  if (!samples.ok) return refuse('refused', samples.error);
  const value = samples.value.map((one) => ({ ...one, quotes: [...one.quotes] }));
  return { ok: true, value: { units: value } };
}

interface ReadIn {
  readonly unit: Input<'import.readIn'>['unit'];
  /** ISO-8601 UTC. */
  readonly at: string;
  readonly readArticles: ReadArticles;
}

async function readIn(
  { store, me }: Workspace,
  batch: Batch,
  entry: BatchEntry,
  { unit, at, readArticles }: ReadIn,
): Promise<Reply<Output<'import.readIn'>>> {
  const keys = new Map([[entry.item.file, entry.item.key]]);
  const unsigned = { analyst: me.name, at };
  const touch = (): void => undefined;
  await settleDatasets(batch, store, keys, { readArticles, unsigned, offsetUnit: unit, touch });
  return { ok: true, value: { item: { ...entry.item } } };
}

/** What the preview asks about datasets: their names, and what their offsets count. */
export function importNamesHandlers(
  { session, clock, readArticles }: ServiceOptions,
  batches: ReadonlyMap<string, Batch>,
): Pick<Handlers, AboutDatasets> {
  const now = (): string => new Date(clock()).toISOString();
  async function about<T>(
    { batch, key }: { readonly batch: string; readonly key: string },
    answer: (workspace: Workspace, entry: BatchEntry, batch: Batch) => Promise<Reply<T>>,
  ): Promise<Reply<T>> {
    const open = session.need();
    if (!open.ok) return open;
    const held = batches.get(batch);
    const entry = held?.entries.get(key);
    if (held === undefined || entry === undefined) return refuse('not-found', GONE);
    return answer(open.value, entry, held);
  }
  return {
    'import.names': (input) =>
      about(input, (workspace, entry) =>
        Promise.resolve({ ok: true, value: names(workspace, entry) }),
      ),
    'import.units': (input) =>
      about(input, (workspace, entry) => units(workspace, entry, now(), readArticles)),
    'import.readIn': (input) =>
      about(input, (workspace, entry, batch) =>
        readIn(workspace, batch, entry, { unit: input.unit, at: now(), readArticles }),
      ),
  };
}
