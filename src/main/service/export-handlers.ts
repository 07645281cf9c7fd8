import type { ExportChoice } from '../../core/datasets/choice.ts';
import type { Format, WriteOptions } from '../../core/formats/format.ts';
import type { Loss } from '../../core/formats/loss.ts';
import type { Input, Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import type { Handlers } from '../../ipc/server.ts';
import type { DatasetCounts } from './dataset-manifest.ts';
import { exampleKeeper } from './export-example.ts';
import type { ExportTask, LeftOutLine } from './export-task.ts';
import { refuse } from './problems.ts';
import { projectName } from './project-view.ts';
import type { ServiceOptions } from './service-options.ts';
import type { Workspace } from './workspace.ts';

// Formats bring packages with them that a window without an export does not need: they are imported
// when somebody asks for them.
const formatList = (): Promise<typeof import('../../core/formats/index.ts')> =>
  import('../../core/formats/index.ts');
const exporter = (): Promise<typeof import('./export-dataset.ts')> => import('./export-dataset.ts');

async function formats(): Promise<Reply<Output<'export.formats'>>> {
  const { FORMATS } = await formatList();
  const written = FORMATS.filter(({ write }) => write !== undefined);
  return {
    ok: true,
    value: {
      formats: written.map(({ id, label, extensions, layout, offsetUnit, hasScheme }) => ({
        id,
        label,
        extension: extensions[0] ?? '',
        layout,
        offsetUnit,
        hasScheme: hasScheme === true,
      })),
    },
  };
}

async function taskOf(
  { format: id, options, choice, recipe }: Input<'export.write'>,
  { me }: Workspace,
): Promise<ExportTask | undefined> {
  const format = (await formatList()).findFormat(id);
  if (format?.write === undefined) return undefined;
  return {
    format,
    options: options as WriteOptions,
    choice: choice as ExportChoice,
    me: me.id,
    ...(recipe === undefined ? {} : { recipe }),
  };
}

function leftOutOf(
  all: readonly LeftOutLine[],
): { what: string; count: number; examples: string[] }[] {
  return all.map(({ what, count, examples }) => ({ what, count, examples: [...examples] }));
}

async function lossesOf(
  lost: readonly Loss[],
  format: Format,
): Promise<Extract<Output<'export.write'>, { file: string }>['lost']> {
  const { holdersOf } = await import('./write-manifest.ts');
  return lost.map((one) => ({
    what: one.what,
    count: one.count,
    examples: [...one.examples],
    couldBeHeldBy: holdersOf(one, format),
  }));
}

function splitsIn(
  splits: NonNullable<DatasetCounts['splits']>,
): Record<string, { articles: number; annotations: number }> {
  return Object.fromEntries(
    Object.entries(splits).map(([split, { articles, annotations }]) => [
      split,
      { articles, annotations },
    ]),
  );
}

function unknown(id: string): Reply<never> {
  return refuse('invalid-input', `There is no format ${id} that can be written.`);
}

/** Why the filter cannot be read, as it is while somebody types it. */
async function filterProblem(
  { store, me }: Workspace,
  choice: Input<'export.write'>['choice'],
): Promise<string | undefined> {
  const { readFilter } = await import('./select-articles.ts');
  const read = readFilter(store, choice as ExportChoice, me.id);
  return read.ok ? undefined : read.error.message;
}

async function preview(
  { session }: ServiceOptions,
  input: Input<'export.preview'>,
  signal: AbortSignal,
): Promise<Reply<Output<'export.preview'>>> {
  const open = session.need();
  if (!open.ok) return open;
  const task = await taskOf(input, open.value);
  if (task === undefined) return unknown(input.format);
  const unread = await filterProblem(open.value, input.choice);
  if (unread !== undefined) return { ok: true, value: { filterProblem: unread } };
  const { rehearseExport } = await exporter();
  const { add, example } = exampleKeeper();
  const { store } = open.value;
  const watch = { at: store.lastChange(), signal };
  const done = await rehearseExport(store, task, watch, add);
  if (signal.aborted) return { ok: true, value: { cancelled: true } };
  if (!done.ok) return refuse('io', done.error);
  const { counts, byLabelId, lost, leftOut } = done.value;
  const { articles, sentences, annotations, relations } = counts;
  return {
    ok: true,
    value: {
      articles,
      ...(sentences === undefined ? {} : { sentences }),
      ...(counts.splits === undefined ? {} : { splits: splitsIn(counts.splits) }),
      annotations,
      relations,
      byLabel: { ...byLabelId },
      lost: await lossesOf(lost, task.format),
      leftOut: leftOutOf(leftOut),
      example: example(),
    },
  };
}

async function write(
  { session, dialogs }: ServiceOptions,
  input: Input<'export.write'>,
): Promise<Reply<Output<'export.write'>>> {
  const open = session.need();
  if (!open.ok) return open;
  const { store } = open.value;
  const task = await taskOf(input, open.value);
  if (task === undefined) return unknown(input.format);
  const unread = await filterProblem(open.value, input.choice);
  if (unread !== undefined) return { ok: true, value: { filterProblem: unread } };
  const { format } = task;
  const isFolder = format.layout === 'folder';
  const extension = isFolder ? '' : (format.extensions[0] ?? '').replace('.', '');
  const name = isFolder
    ? `${projectName(store)} ${format.id}`
    : `${projectName(store)}.${extension}`;
  const file = await dialogs.saveAs('Export', name, extension);
  if (file === undefined) return { ok: true, value: { cancelled: true } };
  const { exportDataset } = await exporter();
  const done = await exportDataset(store, task, file, { at: store.lastChange() });
  if (!done.ok) return refuse('io', done.error, file);
  const { records, lost, leftOut } = done.value;
  return {
    ok: true,
    value: { file, records, lost: await lossesOf(lost, format), leftOut: leftOutOf(leftOut) },
  };
}

type Mine = `export.${'formats' | 'preview' | 'write'}`;

/** Datasets out of the window. */
export function exportHandlers(options: ServiceOptions): Pick<Handlers, Mine> {
  let last = new AbortController();
  return {
    'export.formats': () => formats(),
    'export.preview': (input) => {
      last.abort();
      last = new AbortController();
      return preview(options, input, last.signal);
    },
    'export.write': (input) => write(options, input),
  };
}
