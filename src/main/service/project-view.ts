import { analystFrom, articleFrom } from '../../core/log/project-ops.ts';
import { fieldValue } from '../../core/log/record.ts';
import type { Analyst } from '../../core/model/analyst.ts';
import type { Article } from '../../core/model/article.ts';
import { progressOf } from '../../core/model/layer-document.ts';
import type { Output } from '../../ipc/contract.ts';
import type { Store } from '../store/store.ts';
import { codebookOf } from './codebook-view.ts';
import { openThreadCount } from './open-threads.ts';
import type { Workspace } from './workspace.ts';

/** The project's name. */
export function projectName(store: Store): string {
  const record = store.projectRecords('project').get('project');
  const name = record === undefined ? undefined : fieldValue(record, 'name');
  return typeof name === 'string' ? name : 'Project without a name';
}

/** The roster, in the order people joined. */
export function analystsOf(store: Store): Analyst[] {
  const analysts: Analyst[] = [];
  for (const [id, record] of store.projectRecords('analyst')) {
    const analyst = analystFrom(id, record);
    if (analyst !== undefined) analysts.push(analyst);
  }
  return analysts;
}

/**
 * The articles in the order they were added; removed ones are left out. The stamp of what never
 * changes tells the order, not when an article arrived here: it is the same in all copies.
 */
export function articlesOf(store: Store): Article[] {
  const articles: { readonly added: string; readonly article: Article }[] = [];
  let isOrdered = true;
  for (const [id, record] of store.projectRecords('article')) {
    const article = articleFrom(id, record);
    if (article === undefined) continue;
    const added = record['sha256']?.stamp ?? '';
    if (added < (articles.at(-1)?.added ?? '')) isOrdered = false;
    articles.push({ added, article });
  }
  if (!isOrdered) articles.sort((a, b) => (a.added < b.added ? -1 : 1));
  return articles.map(({ article }) => article);
}

type Row = Output<'import.apply'>['articles'][number];

/** The articles as rows for the window, with their counts. @param me analyst id of who looks */
export function rowsOf(store: Store, me: string): Row[] {
  const rows: Row[] = [];
  for (const [id, record] of store.projectRecords('article')) {
    if (articleFrom(id, record) === undefined) continue;
    const counts: Row['counts'] = {};
    const layers: Row['layers'] = {};
    const known = store.counts(id);
    for (const [analyst, one] of known) {
      const { byLabel, relations, state, seen, unsure, documentLabels } = one;
      const progress = progressOf(state);
      counts[analyst] = { ...byLabel };
      layers[analyst] = {
        relations,
        ...(unsure === undefined ? {} : { unsure }),
        ...(documentLabels === undefined ? {} : { documentLabels: [...documentLabels] }),
        // A state of a newer version is left out: what is annotated tells then.
        ...(progress === undefined ? {} : { state: progress }),
        ...(seen === undefined ? {} : { seen }),
      };
    }
    const openThreads = openThreadCount(known, me);
    rows.push({
      id,
      record: record as Row['record'],
      counts,
      layers,
      ...(openThreads > 0 ? { openThreads } : {}),
    });
  }
  return rows;
}

/** The open project as the window sees it. */
export function projectView({
  store,
  me,
  lastArticle,
}: Workspace): Output<'analyst.actAs'>['project'] {
  return {
    id: store.id,
    name: projectName(store),
    folder: store.dir,
    readOnly: store.readOnly,
    me: { ...me },
    analysts: analystsOf(store).map((one) => ({ ...one })),
    // The window gets a copy with the same shape, so readonly lists pass as plain ones.
    codebook: codebookOf(store) as Output<'analyst.actAs'>['project']['codebook'],
    articles: rowsOf(store, me.id),
    lastArticle,
    history: { ...store.history(me.id) },
    notices: store.notices().map((notice) => ({ ...notice })),
  };
}
