import type { Progress, SearchAnswers, SearchCalls } from './messages.ts';
import { RunningQuery } from './running-query.ts';
import { SearchIndex } from './search-index.ts';

/** The query that runs, under the id it was asked with. */
interface Current {
  readonly id: string;
  readonly running: RunningQuery;
}

/** What the thread holds. */
interface Holding {
  index: SearchIndex | undefined;
  current: Current | undefined;
}

function need({ index }: Holding): SearchIndex {
  if (index === undefined) throw new Error('The index is not open.');
  return index;
}

function stop(holding: Holding): void {
  holding.current?.running.stop();
  holding.current = undefined;
}

async function ask(
  holding: Holding,
  { id, query, analysts, sorting, rows }: SearchCalls['query'][0],
  tell: (id: string, progress: Progress) => void,
  fail: (cause: unknown) => void,
): Promise<SearchCalls['query'][1]> {
  stop(holding);
  const begun = RunningQuery.begin(need(holding), { query, analysts });
  if (!begun.ok) return { problem: begun.error };
  const running = begun.value;
  holding.current = { id, running };
  running.first(rows);
  const answer = { progress: running.progress, rows: await running.page(sorting, 0, rows) };
  if (!answer.progress.done) {
    running.finish((progress) => tell(id, progress)).catch(fail);
  }
  return answer;
}

/**
 * Answers what the thread is asked. One query runs at a time; a new one ends the one before.
 * @param tell how far the query has come @param fail a query failed: a bug
 */
export function searchAnswers(
  tell: (id: string, progress: Progress) => void,
  fail: (cause: unknown) => void,
): SearchAnswers {
  const holding: Holding = { index: undefined, current: undefined };
  const runningAs = (id: string): RunningQuery | undefined =>
    holding.current?.id === id ? holding.current.running : undefined;
  return {
    open: ({ file, root, owner }) => {
      stop(holding);
      holding.index?.close();
      holding.index = new SearchIndex(file, root, owner);
      return { heads: holding.index.heads(), problem: holding.index.problem };
    },
    survey: (input) => need(holding).survey(input),
    endSurvey: () => need(holding).endSurvey(),
    putArticles: ({ articles }) => need(holding).putArticles(articles),
    dropArticles: ({ ids }) => {
      need(holding).dropArticles(ids);
      return {};
    },
    putLayers: ({ layers }) => {
      need(holding).putLayers(layers);
      return {};
    },
    settle: ({ heads }) => need(holding).settle(heads),
    clear: () => {
      stop(holding);
      need(holding).clear();
      return {};
    },
    query: (input) => ask(holding, input, tell, fail),
    page: async ({ id, sorting, from, count }) => {
      const rows = await runningAs(id)?.page(sorting, from, count);
      return { rows: rows ?? [] };
    },
    places: ({ id, selection, from, count }) =>
      runningAs(id)?.places(selection, from, count) ?? { places: [], next: -1 },
    cancel: ({ id }) => {
      runningAs(id)?.stop();
      return {};
    },
    close: () => {
      stop(holding);
      holding.index?.close();
      holding.index = undefined;
      return {};
    },
  };
}
