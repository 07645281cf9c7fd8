import { performance } from 'node:perf_hooks';
import { shortened, topArticles } from '../../core/statistics/report.ts';
import type { Input, Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import type { Handlers } from '../../ipc/server.ts';
import type { Store } from '../store/store.ts';
import { refuse, storeRefusal } from './problems.ts';
import type { ServiceOptions } from './service-options.ts';
import { annotationsBehind, articlesBehind } from './statistics-answers.ts';
import { savePicture, saveTable } from './statistics-files.ts';
import { createPace } from './statistics-pace.ts';
import { type Counted, countProject } from './statistics-run.ts';

/** As many articles and attribute values as a page shows; the CSV has all. */
const ARTICLES_SHOWN = 40;
const VALUES_SHOWN = 24;

/** The latest run. A new one takes its place. */
interface Held {
  readonly run: string;
  readonly store: Store;
  readonly stop: AbortController;
  counted: Counted | undefined;
}

type Read = Reply<Output<'statistics.read'>>;

const now = (): number => performance.now();

/** What crosses the border: everything but the long tails of lists, as plain values. */
function answer({ report }: Counted): Extract<Output<'statistics.read'>, { report: unknown }> {
  const shown = {
    ...report,
    byArticle: topArticles(report.byArticle, 'annotations', ARTICLES_SHOWN),
    attributes: shortened(report.attributes, VALUES_SHOWN),
  };
  const densest = topArticles(report.byArticle, 'density', ARTICLES_SHOWN);
  // The window gets a copy with the same shape, so readonly lists pass as plain ones.
  return { report: shown, densest } as ReturnType<typeof answer>;
}

async function read(
  { session, emit }: ServiceOptions,
  held: Held,
  analysts: readonly string[],
): Promise<Read> {
  const { run, store, stop } = held;
  const counted = await countProject({
    store,
    analysts,
    signal: stop.signal,
    now,
    progress(done, total) {
      if (session.current()?.store !== store) stop.abort();
      else emit({ type: 'statistics', run, done, total });
    },
  });
  if (stop.signal.aborted) return { ok: true, value: { cancelled: true } };
  if (!counted.ok) return storeRefusal(counted.error);
  if (counted.value === undefined) return { ok: true, value: { cancelled: true } };
  held.counted = counted.value;
  return { ok: true, value: answer(counted.value) };
}

type Mine =
  `statistics.${'read' | 'cancel' | 'annotations' | 'articles' | 'saveTable' | 'savePicture'}`;

/** Counts over a project, what is behind each number, and pictures and tables as files. */
export function statisticsHandlers(options: ServiceOptions): Pick<Handlers, Mine> {
  const { session, dialogs } = options;
  let held: Held | undefined;
  /** The finished run of this name, as long as its project is open. */
  function need(run: string): Reply<{ store: Store; counted: Counted }> {
    const open = session.need();
    if (!open.ok) return open;
    const counted = held?.run === run && held.store === open.value.store ? held.counted : undefined;
    return counted === undefined
      ? refuse('not-found', 'These statistics are not there any more. Count again.')
      : { ok: true, value: { store: open.value.store, counted } };
  }
  return {
    'statistics.read': ({ run, analysts }) => {
      const open = session.need();
      if (!open.ok) return Promise.resolve(open);
      held?.stop.abort();
      held = { run, store: open.value.store, stop: new AbortController(), counted: undefined };
      return read(options, held, analysts);
    },
    'statistics.cancel': ({ run }) => {
      if (held?.run === run) {
        held.stop.abort();
        held = undefined;
      }
      return Promise.resolve({ ok: true, value: {} });
    },
    'statistics.annotations': async (input) => {
      const found = need(input.run);
      if (!found.ok) return found;
      const { store, counted } = found.value;
      const pace = createPace(new AbortController().signal, now);
      return { ok: true, value: await annotationsBehind(store, counted, input, pace) };
    },
    'statistics.articles': (input: Input<'statistics.articles'>) => {
      const found = need(input.run);
      if (!found.ok) return Promise.resolve(found);
      const { store, counted } = found.value;
      return Promise.resolve({ ok: true, value: articlesBehind(store, counted, input) });
    },
    'statistics.saveTable': async ({ run, chart }) => {
      const found = need(run);
      if (!found.ok) return found;
      const { store, counted } = found.value;
      return saveTable(dialogs, store, counted.report, chart);
    },
    'statistics.savePicture': async (input) => {
      const open = session.need();
      return open.ok ? savePicture(dialogs, open.value.store, input) : open;
    },
  };
}
