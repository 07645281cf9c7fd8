import type { Input, Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import type { Handlers } from '../../ipc/server.ts';
import { refuse } from './problems.ts';
import { projectName } from './project-view.ts';
import type { ServiceOptions } from './service-options.ts';

type Answer = Reply<Output<'export.write'>>;

async function write(
  { session, dialogs }: ServiceOptions,
  { format: id, offsetUnit, whose, articles }: Input<'export.write'>,
): Promise<Answer> {
  const open = session.need();
  if (!open.ok) return open;
  const { store, me } = open.value;
  // Formats bring packages with them that a window without an export does not need.
  const { findFormat } = await import('../../core/formats/index.ts');
  const { exportDataset } = await import('./export-dataset.ts');
  const format = findFormat(id);
  if (format === undefined) return refuse('invalid-input', `There is no format ${id}.`);
  const extension = (format.extensions[0] ?? '').replace('.', '');
  const name = `${projectName(store)}.${extension}`;
  const file = await dialogs.saveAs('Export', name, extension);
  if (file === undefined) return { ok: true, value: { cancelled: true } };
  const choice = {
    format,
    offsetUnit,
    whose: whose === 'mine' ? new Set([me.id]) : undefined,
    ...(articles === undefined ? {} : { articles: new Set(articles) }),
  };
  const done = await exportDataset(store, choice, file, { at: new Date().toISOString() });
  if (!done.ok) return refuse('io', done.error, file);
  const lost = done.value.lost.map((loss) => ({ ...loss, examples: [...loss.examples] }));
  return { ok: true, value: { file, records: done.value.records, lost } };
}

/** Datasets out of the window. */
export function exportHandlers(options: ServiceOptions): Pick<Handlers, 'export.write'> {
  return { 'export.write': (input) => write(options, input) };
}
