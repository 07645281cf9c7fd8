import { reasonIn } from '../../core/fault-words.ts';
import { ok } from '../../core/result.ts';
import type { Input, Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import type { Handlers } from '../../ipc/server.ts';
import { filesIn } from './files-in.ts';
import { applyBatch } from './import-apply.ts';
import { articlesIn } from './import-articles.ts';
import { previewOf } from './import-batch.ts';
import {
  type Batch,
  createBatch,
  createPastedBatch,
  heldBefore,
  itemsOf,
  readBatch,
  settle,
} from './import-batches.ts';
import { type AboutDatasets, importNamesHandlers } from './import-names-handlers.ts';
import { refuse } from './problems.ts';
import { readFiles } from './read-files.ts';
import type { ServiceOptions } from './service-options.ts';

type Batches = Map<string, Batch>;

const GONE = 'This import was closed. Choose the files again.';

async function choose(
  { dialogs }: ServiceOptions,
  what: 'files' | 'folder',
): Promise<Reply<Output<'import.choose'>>> {
  const folder = what === 'folder' ? await dialogs.chooseFolder('Import a folder') : undefined;
  const chosen = what === 'folder' ? [folder] : await dialogs.chooseArticles();
  const paths = (chosen ?? []).filter((path) => path !== undefined);
  return { ok: true, value: paths.length === 0 ? { cancelled: true } : { paths } };
}

async function read(
  { session, readArticles, emit, clock }: ServiceOptions,
  batches: Batches,
  paths: readonly string[],
): Promise<Reply<Output<'import.read'>>> {
  const open = session.need();
  if (!open.ok) return open;
  const { files, problem } = await filesIn(paths);
  if (files.length === 0) {
    return refuse('refused', problem ?? 'There is nothing here that can be imported.');
  }
  if (problem !== undefined) emit({ type: 'notice', notice: { kind: 'import', message: problem } });
  const batch = createBatch(files);
  batches.set(batch.id, batch);
  const { store, me } = open.value;
  const unsigned = { analyst: me.name, at: new Date(clock()).toISOString() };
  readBatch(batch, store, readArticles, emit, unsigned).catch((cause: unknown) => {
    emit({
      type: 'notice',
      notice: { kind: 'import', message: `Reading stopped: ${reasonIn(cause)}` },
    });
  });
  return { ok: true, value: { batch: batch.id, items: itemsOf(batch) } };
}

async function paste(
  { session }: ServiceOptions,
  batches: Batches,
  text: string,
): Promise<Reply<Output<'import.paste'>>> {
  const open = session.need();
  if (!open.ok) return open;
  // The parsers are read when someone pastes; no start waits for them.
  const { readPastedText } = await import('../importers/import-file.ts');
  const batch = createPastedBatch(text);
  const read = await readPastedText(text);
  const pasted = read.ok ? ok({ articles: [read.value], problems: [] }) : read;
  settle(batch, open.value.store, '0', pasted);
  batches.set(batch.id, batch);
  return { ok: true, value: { batch: batch.id, items: itemsOf(batch) } };
}

async function reread(
  { session, readArticles }: ServiceOptions,
  batch: Batch | undefined,
  { key, charset, columns }: Input<'import.reread'>,
): Promise<Reply<Output<'import.reread'>>> {
  const open = session.need();
  if (!open.ok) return open;
  const entry = batch?.entries.get(key);
  if (batch === undefined || entry === undefined) return refuse('not-found', GONE);
  const job = {
    path: entry.item.file,
    ...(charset === undefined ? {} : { charset }),
    ...(columns === undefined ? {} : { columns }),
  };
  await readFiles([job], readArticles, {
    signal: batch.stop.signal,
    onStart: () => undefined,
    onResult: (_file, result) => {
      settle(batch, open.value.store, key, result);
    },
  });
  return { ok: true, value: { item: { ...entry.item } } };
}

async function apply(
  { session, clock }: ServiceOptions,
  batches: Batches,
  { batch: id, items, names }: Input<'import.apply'>,
): Promise<Reply<Output<'import.apply'>>> {
  const open = session.need();
  if (!open.ok) return open;
  const batch = batches.get(id);
  if (batch === undefined) return refuse('not-found', GONE);
  const reply = await applyBatch(open.value, batch, { items, names }, clock());
  if (reply.ok) batches.delete(id);
  return reply;
}

function articles(
  { session }: ServiceOptions,
  batch: Batch | undefined,
  key: string,
): Promise<Reply<Output<'import.articles'>>> {
  const open = session.need();
  if (!open.ok) return Promise.resolve(open);
  const entry = batch?.entries.get(key);
  if (batch === undefined || entry === undefined) return Promise.resolve(refuse('not-found', GONE));
  const held = heldBefore(batch, open.value.store, key);
  return Promise.resolve({ ok: true, value: { articles: [...articlesIn(entry, held)] } });
}

function preview(
  batch: Batch | undefined,
  { key, article = 0 }: Input<'import.preview'>,
): Promise<Reply<Output<'import.preview'>>> {
  const entry = batch?.entries.get(key);
  const shown = entry === undefined ? undefined : previewOf(entry, article);
  return Promise.resolve(
    shown === undefined
      ? refuse('not-found', 'There is no preview of this file.')
      : { ok: true, value: shown },
  );
}

type Mine =
  | `import.${'choose' | 'read' | 'paste' | 'articles' | 'preview' | 'reread' | 'apply' | 'cancel'}`
  | AboutDatasets;

/** Reading files for a preview, and adding them. Nothing is added before `import.apply`. */
export function importHandlers(options: ServiceOptions): Pick<Handlers, Mine> {
  const batches: Batches = new Map();
  return {
    'import.choose': ({ what }) => choose(options, what),
    'import.read': ({ paths }) => read(options, batches, paths),
    'import.paste': ({ text }) => paste(options, batches, text),
    'import.articles': ({ batch, key }) => articles(options, batches.get(batch), key),
    'import.preview': (input) => preview(batches.get(input.batch), input),
    ...importNamesHandlers(options, batches),
    'import.reread': (input) => reread(options, batches.get(input.batch), input),
    'import.apply': (input) => apply(options, batches, input),
    'import.cancel': ({ batch }) => {
      batches.get(batch)?.stop.abort();
      batches.delete(batch);
      return Promise.resolve({ ok: true, value: {} });
    },
  };
}
