import type { ReportArticle, ReportOptions } from '../../core/agreement/report/input.ts';
import type { AgreementReport } from '../../core/agreement/report/report.ts';
import { reportFile } from '../../core/agreement/report/report-file.ts';
import type { Input, Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import type { Handlers } from '../../ipc/server.ts';
import type { Store } from '../store/store.ts';
import { withWords } from './agreement-behind.ts';
import { gatherLayers, reportProject } from './agreement-gather.ts';
import type { AgreementThread } from './agreement-thread.ts';
import type { Dialogs } from './dialogs.ts';
import { refuse, storeRefusal } from './problems.ts';
import type { ServiceOptions } from './service-options.ts';
import { writeWhole } from './write-whole.ts';

/** The latest report. A new one takes its place. */
interface Held {
  readonly run: string;
  readonly store: Store;
  readonly thread: AgreementThread;
  readonly stop: AbortController;
  report: AgreementReport | undefined;
}

/** Articles that a page shows; the files have all. */
const ARTICLES_SHOWN = 200;
/** Articles that go to the thread at once. */
const TOGETHER = 2;

type Read = Reply<Output<'agreement.read'>>;
const CANCELLED: Read = { ok: true, value: { cancelled: true } };

/** What crosses the border: all but articles with more agreement than a page shows. */
function answer(report: AgreementReport): Read {
  const worth = (one: AgreementReport['byArticle'][number]) => one.finding.value ?? 2;
  const byArticle = report.byArticle
    .toSorted((a, b) => worth(a) - worth(b))
    .slice(0, ARTICLES_SHOWN);
  // The window gets a copy with the same shape, so readonly lists pass as plain ones.
  return { ok: true, value: { report: { ...report, byArticle } } } as unknown as Read;
}

function failure(cause: unknown): Read {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return refuse('io', `The report was not made: ${reason}. Your work is not touched. Try again.`);
}

async function measured(held: Held, call: 'measure' | 'resample'): Promise<Read> {
  try {
    held.report = await held.thread.ask(call, null);
    return answer(held.report);
  } catch (cause) {
    return held.stop.signal.aborted ? CANCELLED : failure(cause);
  }
}

/** Sends articles to the thread a few at a time, and waits for it: it sets the pace. */
function sending(thread: AgreementThread) {
  let waiting: ReportArticle[] = [];
  const send = async (): Promise<void> => {
    const articles = waiting;
    waiting = [];
    if (articles.length > 0) await thread.ask('add', { articles });
  };
  return {
    send,
    take: (article: ReportArticle): Promise<void> | undefined => {
      waiting.push(article);
      return waiting.length < TOGETHER ? undefined : send();
    },
  };
}

async function read(
  { session, emit }: ServiceOptions,
  held: Held,
  options: ReportOptions,
): Promise<Read> {
  const { run, store, thread, stop } = held;
  const { send, take } = sending(thread);
  try {
    await thread.ask('begin', { project: reportProject(store), options });
    const gathered = await gatherLayers({
      store,
      options,
      take: (article) => take(article) ?? Promise.resolve(),
      progress: (done, total) => {
        if (session.current()?.store !== store) stop.abort();
        else emit({ type: 'agreement', run, phase: 'reading', done, total });
      },
      signal: stop.signal,
    });
    if (!gathered.ok) return storeRefusal(gathered.error);
    if (!gathered.value) return CANCELLED;
    await send();
  } catch (cause) {
    return stop.signal.aborted ? CANCELLED : failure(cause);
  }
  return measured(held, 'measure');
}

/** Writes a report where a person says. */
async function save(
  dialogs: Dialogs,
  report: AgreementReport,
  format: Input<'agreement.save'>['format'],
): Promise<Reply<Output<'agreement.save'>>> {
  const { extension, text } = reportFile(report, format);
  const name = `${report.scope.project} agreement.${extension}`;
  const file = await dialogs.saveAs('Export the agreement report', name, extension);
  if (file === undefined) return { ok: true, value: { cancelled: true } };
  const written = await writeWhole(file, [text]);
  return written.ok ? { ok: true, value: { file } } : refuse('io', written.error, file);
}

type Mine = `agreement.${'read' | 'intervals' | 'cancel' | 'behind' | 'save'}`;

/** The agreement of a team, what is behind each number, and its report as a file. */
export function agreementHandlers(options: ServiceOptions): Pick<Handlers, Mine> {
  const { session, dialogs, emit, agreementThread } = options;
  let held: Held | undefined;

  function drop(): void {
    held?.stop.abort();
    held?.thread.end();
    held = undefined;
  }

  function begin(run: string, store: Store): Held {
    drop();
    let phase: 'comparing' | 'resampling' = 'comparing';
    const thread = agreementThread((done, total) => {
      if (held?.report !== undefined) phase = 'resampling';
      if (held?.run === run) emit({ type: 'agreement', run, phase, done, total });
    });
    held = { run, store, thread, stop: new AbortController(), report: undefined };
    return held;
  }

  /** The report of this name, as long as its project is open. */
  function need(run: string): Reply<Held & { report: AgreementReport }> {
    const open = session.need();
    if (!open.ok) return open;
    const { report } = held ?? {};
    return held?.run === run && held.store === open.value.store && report !== undefined
      ? { ok: true, value: Object.assign(held, { report }) }
      : refuse('not-found', 'This report is not there any more. Make it again.');
  }

  return {
    'agreement.read': ({ run, options: asked }) => {
      const open = session.need();
      if (!open.ok) return Promise.resolve(open);
      return read(options, begin(run, open.value.store), asked);
    },
    'agreement.intervals': async ({ run }) => {
      const found = need(run);
      return found.ok ? measured(found.value, 'resample') : found;
    },
    'agreement.cancel': ({ run }) => {
      if (held?.run === run) drop();
      return Promise.resolve({ ok: true, value: {} });
    },
    'agreement.behind': async ({ run, selector, from, count }) => {
      const found = need(run);
      if (!found.ok) return found;
      const { thread, store } = found.value;
      try {
        const page = await thread.ask('behind', { selector, from, count });
        return {
          ok: true,
          value: { total: page.total, items: await withWords(store, page.items) },
        };
      } catch (cause) {
        return failure(cause) as Reply<never>;
      }
    },
    'agreement.save': async ({ run, format }) => {
      const found = need(run);
      return found.ok ? save(dialogs, found.value.report, format) : found;
    },
  };
}
