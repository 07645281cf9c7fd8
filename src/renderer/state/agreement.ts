import { create } from 'zustand';
import type { Input, Output } from '../../ipc/contract.ts';
import type { AppError } from '../../ipc/errors.ts';
import { t } from '../words/words.ts';
import { inBackground } from './background.ts';
import { openArticle, whenSaved } from './desk.ts';
import { call, onEvent } from './host.ts';
import { announce, onOtherProject, select, useProject } from './project.ts';
import { goTo } from './view.ts';

/** How far a team agrees, as far as a page shows it. */
export type Agreement = Extract<Output<'agreement.read'>, { report: unknown }>['report'];

/** What is compared, and how. */
export type AgreementOptions = Input<'agreement.read'>['options'];

/** The way from a number to what it counts. */
export type Behind = Input<'agreement.behind'>['selector'];

/** One of the things that a number counts, with its words. */
export type BehindItem = Output<'agreement.behind'>['items'][number];

/** What is behind a number, as far as it has come. */
export interface BehindList {
  readonly title: string;
  readonly behind: Behind;
  readonly total: number | undefined;
  readonly items: readonly BehindItem[];
  readonly error: AppError | undefined;
}

/** The agreement of the open project. */
export interface AgreementState {
  readonly options: AgreementOptions;
  /** Name of the report that is made or shown. */
  readonly run: string | undefined;
  readonly working: boolean;
  /** How far the work is, while it goes on. */
  readonly progress:
    | { readonly phase: string; readonly done: number; readonly total: number }
    | undefined;
  readonly report: Agreement | undefined;
  readonly error: AppError | undefined;
  readonly list: BehindList | undefined;
}

const USUAL: AgreementOptions = {
  readers: 'two',
  rule: { kind: 'half' },
  unsubmitted: false,
  seed: 7,
  resamples: 2000,
};

function nothing(): Omit<AgreementState, 'options'> {
  return {
    run: undefined,
    working: false,
    progress: undefined,
    report: undefined,
    error: undefined,
    list: undefined,
  };
}

/** The agreement. Read with a selector. */
export const useAgreement = create<AgreementState>()(() => ({ options: USUAL, ...nothing() }));

const get = useAgreement.getState;
const set = useAgreement.setState;

/** As many items of a list as are fetched at once. */
const PAGE = 50;

let runs = 0;

/** Takes in a report, or why there is none. False where another one was begun since. */
function takeIn(run: string, reply: Awaited<ReturnType<typeof call<'agreement.read'>>>): boolean {
  if (get().run !== run) return false;
  if (!reply.ok) {
    set({ working: false, progress: undefined, error: reply.error });
    return false;
  }
  if (!('report' in reply.value)) return false;
  set({ report: reply.value.report });
  return true;
}

/** Makes the report: the numbers first, and then how sure they are. */
export async function compare(): Promise<void> {
  runs += 1;
  const run = `agreement-${String(runs)}`;
  // The numbers before stay in sight until the new ones are there.
  set({ run, working: true, progress: undefined, error: undefined, list: undefined });
  await whenSaved();
  if (!takeIn(run, await call('agreement.read', { run, options: get().options }))) return;
  if (!takeIn(run, await call('agreement.intervals', { run }))) return;
  set({ working: false, progress: undefined });
}

/** Stops the work; what is known already stays. */
export async function stopComparing(): Promise<void> {
  const { run, working, report } = get();
  if (run === undefined || !working) return;
  set(report === undefined ? nothing() : { working: false, progress: undefined, run: undefined });
  await call('agreement.cancel', { run });
}

/** Compares something else, or in another way. */
export async function compareWith(change: Partial<AgreementOptions>): Promise<void> {
  set((state) => ({ options: { ...state.options, ...change } }));
  await compare();
}

/** Listens for how far the work is, for as long as the page is open; returns how to stop. */
export function followAgreement(): () => void {
  if (get().report === undefined) inBackground(compare());
  const stop = onEvent((event) => {
    if (event.type !== 'agreement' || event.run !== get().run || !get().working) return;
    const { phase, done, total } = event;
    set({ progress: { phase, done, total } });
  });
  const stopProject = onOtherProject(() => {
    set({ options: USUAL, ...nothing() });
    inBackground(compare());
  });
  return () => {
    stop();
    stopProject();
    inBackground(stopComparing());
  };
}

async function fetchMore(run: string, list: BehindList): Promise<void> {
  const from = list.items.length;
  const reply = await call('agreement.behind', {
    run,
    selector: list.behind,
    from,
    count: PAGE,
  });
  if (get().list !== list) return;
  if (!reply.ok) set({ list: { ...list, error: reply.error } });
  else {
    const { total, items } = reply.value;
    set({ list: { ...list, total, items: [...list.items, ...items] } });
  }
}

/** Lists what is behind a number. @param title what the number is, in words */
export async function showSpans(title: string, behind: Behind): Promise<void> {
  const { run } = get();
  if (run === undefined) {
    announce(() => t('agreement.noSpans'), 'problem');
    return;
  }
  const list = { title, behind, total: undefined, items: [], error: undefined };
  set({ list });
  await fetchMore(run, list);
}

/** Lists more of what is behind the number. */
export async function showMoreSpans(): Promise<void> {
  const { run, list } = get();
  if (run !== undefined && list !== undefined) await fetchMore(run, list);
}

/** Closes the list. */
export function closeSpans(): void {
  set({ list: undefined });
}

/** Opens the article of an item, at one’s own annotation where it has one. */
export async function openItem({ articleId, annotations }: BehindItem): Promise<void> {
  goTo('articles');
  await openArticle(articleId);
  const me = useProject.getState().project?.me.id;
  const own = annotations.find(({ analyst, gone }) => analyst === me && !gone);
  if (own === undefined) announce(() => t('agreement.notYours'));
  else select(own.id);
}

/** Writes the whole report as a file; a dialog asks where. */
export async function saveReport(format: Input<'agreement.save'>['format']): Promise<void> {
  const { run } = get();
  if (run === undefined) return;
  const reply = await call('agreement.save', { run, format });
  if (!reply.ok) announce(reply.error.message, 'problem');
  else if ('file' in reply.value) {
    const { file } = reply.value;
    announce(() => t('state.exported', { file }));
  }
}
