import { create } from 'zustand';
import type { Input, Output } from '../../ipc/contract.ts';
import type { AppError } from '../../ipc/errors.ts';
import { t } from '../words/words.ts';
import { inBackground } from './background.ts';
import { openArticle, whenSaved } from './desk.ts';
import { call, onEvent } from './host.ts';
import { announce, select, useProject } from './project.ts';
import { goTo } from './view.ts';

/** The numbers of a project, as far as a page shows them. */
export type Statistics = Extract<Output<'statistics.read'>, { report: unknown }>;

/** An annotation behind a number. */
export type Behind = Output<'statistics.annotations'>['annotations'][number];

/** Whose layers are counted. */
export type Whose = 'mine' | 'all';

/** What is behind a number, in words and as a question to the main process. */
export type Ask = { readonly title: string } & (
  | { readonly annotations: Input<'statistics.annotations'>['query'] }
  | { readonly articles: Input<'statistics.articles'>['query'] }
);

/** The list behind a number, as far as it has come. */
export interface OpenList {
  readonly ask: Ask;
  readonly total: number | undefined;
  readonly annotations: readonly Behind[];
  /** Article ids, where articles were asked for. */
  readonly articles: readonly string[];
  readonly error: AppError | undefined;
}

/** The statistics of the open project. */
export interface StatisticsState {
  readonly whose: Whose;
  /** Name of the run that goes on or is shown. */
  readonly run: string | undefined;
  /** Articles counted, while it counts. */
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  readonly counting: boolean;
  readonly statistics: Statistics | undefined;
  readonly error: AppError | undefined;
  readonly list: OpenList | undefined;
}

function nothing(): Omit<StatisticsState, 'whose'> {
  return {
    run: undefined,
    progress: undefined,
    counting: false,
    statistics: undefined,
    error: undefined,
    list: undefined,
  };
}

/** The statistics. Read with a selector. */
export const useStatistics = create<StatisticsState>()(() => ({ whose: 'mine', ...nothing() }));

const get = useStatistics.getState;
const set = useStatistics.setState;

/** As many lines of a list as are fetched at once. */
const PAGE = 100;

let runs = 0;

/** The analysts whose layers are counted. */
function analysts(whose: Whose): string[] {
  const { project } = useProject.getState();
  if (project === undefined) return [];
  return whose === 'mine' ? [project.me.id] : project.analysts.map(({ id }) => id);
}

/** Counts the project. What is on screen is what is counted. */
export async function count(): Promise<void> {
  const ids = analysts(get().whose);
  if (ids.length === 0) return;
  runs += 1;
  const run = `run-${String(runs)}`;
  set({ ...nothing(), run, counting: true });
  await whenSaved();
  const reply = await call('statistics.read', { run, analysts: ids });
  if (get().run !== run) return;
  set({ counting: false, progress: undefined });
  if (!reply.ok) set({ error: reply.error });
  else if ('report' in reply.value) set({ statistics: reply.value });
}

/** Stops counting; nothing is shown then. */
export async function stopCounting(): Promise<void> {
  const { run, counting } = get();
  if (run === undefined || !counting) return;
  set(nothing());
  await call('statistics.cancel', { run });
}

/** Counts own work, or everybody's. */
export async function countWork(whose: Whose): Promise<void> {
  set({ whose });
  await count();
}

/** Listens for how far the counting is, for as long as the page is open; returns how to stop. */
export function followStatistics(): () => void {
  inBackground(count());
  const stop = onEvent((event) => {
    if (event.type !== 'statistics' || event.run !== get().run || !get().counting) return;
    set({ progress: { done: event.done, total: event.total } });
  });
  // Another project, or another analyst, is another count.
  const stopProject = useProject.subscribe((state, before) => {
    if (state.project !== before.project && state.project !== undefined) inBackground(count());
  });
  return () => {
    stop();
    stopProject();
    inBackground(stopCounting());
  };
}

async function fetchMore(run: string, list: OpenList): Promise<void> {
  const { ask } = list;
  const from = list.annotations.length + list.articles.length;
  const input = { run, from, count: PAGE };
  const reply =
    'annotations' in ask
      ? await call('statistics.annotations', { ...input, query: ask.annotations })
      : await call('statistics.articles', { ...input, query: ask.articles });
  if (get().list !== list) return;
  if (!reply.ok) set({ list: { ...list, error: reply.error } });
  else if ('annotations' in reply.value) {
    const { total, annotations } = reply.value;
    set({ list: { ...list, total, annotations: [...list.annotations, ...annotations] } });
  } else {
    const { total, articles } = reply.value;
    set({ list: { ...list, total, articles: [...list.articles, ...articles] } });
  }
}

/** Lists what is behind a number. */
export async function showBehind(ask: Ask): Promise<void> {
  const { run } = get();
  if (run === undefined) return;
  const list = { ask, total: undefined, annotations: [], articles: [], error: undefined };
  set({ list });
  await fetchMore(run, list);
}

/** Lists more of what is behind the number. */
export async function showMore(): Promise<void> {
  const { run, list } = get();
  if (run !== undefined && list !== undefined) await fetchMore(run, list);
}

/** Closes the list. */
export function closeBehind(): void {
  set({ list: undefined });
}

/** Opens an annotation of the list in its article; of other analysts', the article only. */
export async function openBehind({ articleId, id, analyst }: Behind): Promise<void> {
  goTo('articles');
  await openArticle(articleId);
  const { project } = useProject.getState();
  if (analyst === project?.me.id) {
    select(id);
    return;
  }
  const name = project?.analysts.find((one) => one.id === analyst)?.name ?? analyst;
  announce(() => t('statistics.ofOther', { name }));
}

type Chart = Input<'statistics.saveTable'>['chart'];

function tell(reply: Awaited<ReturnType<typeof call<'statistics.saveTable'>>>): void {
  if (!reply.ok) announce(reply.error.message, 'problem');
  else if ('file' in reply.value) {
    const { file } = reply.value;
    announce(() => t('state.exported', { file }));
  }
}

/** Writes all numbers of a chart as CSV. */
export async function saveTable(chart: Chart): Promise<void> {
  const { run } = get();
  if (run !== undefined) tell(await call('statistics.saveTable', { run, chart }));
}

/** Writes a picture of a chart. @param content SVG, or PNG in base64 */
export async function savePicture(
  chart: Chart,
  kind: 'svg' | 'png',
  content: string,
): Promise<void> {
  tell(await call('statistics.savePicture', { chart, kind, content }));
}
