import type { Format } from '../../core/formats/format.ts';
import type { Loss } from '../../core/formats/loss.ts';
import type { Input, Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import type { Handlers } from '../../ipc/server.ts';
import type { ExportChoice } from './export-dataset.ts';
import { exampleKeeper } from './export-example.ts';
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
      formats: written.map(({ id, label, extensions, layout, offsetUnit }) => ({
        id,
        label,
        extension: extensions[0] ?? '',
        layout,
        offsetUnit,
      })),
    },
  };
}

async function choiceOf(
  { format: id, offsetUnit, whose, articles }: Input<'export.write'>,
  { me }: Workspace,
): Promise<ExportChoice | undefined> {
  const format = (await formatList()).findFormat(id);
  if (format?.write === undefined) return undefined;
  return {
    format,
    offsetUnit,
    whose: whose === 'mine' ? new Set([me.id]) : undefined,
    ...(articles === undefined ? {} : { articles: new Set(articles) }),
  };
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

function unknown(id: string): Reply<never> {
  return refuse('invalid-input', `There is no format ${id} that can be written.`);
}

async function preview(
  { session, clock }: ServiceOptions,
  input: Input<'export.preview'>,
  signal: AbortSignal,
): Promise<Reply<Output<'export.preview'>>> {
  const open = session.need();
  if (!open.ok) return open;
  const choice = await choiceOf(input, open.value);
  if (choice === undefined) return unknown(input.format);
  const { rehearseExport } = await exporter();
  const { add, example } = exampleKeeper();
  const watch = { at: new Date(clock()).toISOString(), signal };
  const done = await rehearseExport(open.value.store, choice, watch, add);
  if (signal.aborted) return { ok: true, value: { cancelled: true } };
  if (!done.ok) return refuse('io', done.error);
  const { counts, byLabelId, lost } = done.value;
  const { articles, annotations, relations } = counts;
  return {
    ok: true,
    value: {
      articles,
      annotations,
      relations,
      byLabel: { ...byLabelId },
      lost: await lossesOf(lost, choice.format),
      example: example(),
    },
  };
}

async function write(
  { session, dialogs, clock }: ServiceOptions,
  input: Input<'export.write'>,
): Promise<Reply<Output<'export.write'>>> {
  const open = session.need();
  if (!open.ok) return open;
  const { store } = open.value;
  const choice = await choiceOf(input, open.value);
  if (choice === undefined) return unknown(input.format);
  const { format } = choice;
  const isFolder = format.layout === 'folder';
  const extension = isFolder ? '' : (format.extensions[0] ?? '').replace('.', '');
  const name = isFolder
    ? `${projectName(store)} ${format.id}`
    : `${projectName(store)}.${extension}`;
  const file = await dialogs.saveAs('Export', name, extension);
  if (file === undefined) return { ok: true, value: { cancelled: true } };
  const { exportDataset } = await exporter();
  const done = await exportDataset(store, choice, file, { at: new Date(clock()).toISOString() });
  if (!done.ok) return refuse('io', done.error, file);
  const { records, lost } = done.value;
  return { ok: true, value: { file, records, lost: await lossesOf(lost, format) } };
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
