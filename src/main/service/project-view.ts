import { analystFrom, articleFrom, labelFrom } from '../../core/log/project-ops.ts';
import { fieldValue } from '../../core/log/record.ts';
import type { Analyst } from '../../core/model/analyst.ts';
import type { Article } from '../../core/model/article.ts';
import type { Label } from '../../core/model/codebook.ts';
import type { Output } from '../../ipc/contract.ts';
import type { Store } from '../store/store.ts';
import type { Workspace } from './workspace.ts';

/** Version of the codebook annotations are stamped with, until codebooks can be edited. */
export const CODEBOOK_VERSION = 1;

/** The project's name. */
export function projectName(store: Store): string {
  const record = store.projectRecords('project').get('project');
  const name = record === undefined ? undefined : fieldValue(record, 'name');
  return typeof name === 'string' ? name : 'Project without a name';
}

/** The labels in toolbar order. */
export function labelsOf(store: Store): Label[] {
  const labels: Label[] = [];
  for (const [id, record] of store.projectRecords('label')) {
    const label = labelFrom(id, record);
    if (label !== undefined) labels.push(label);
  }
  return labels.sort((a, b) => a.order - b.order);
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

/** The articles in the order they were added; removed ones are left out. */
export function articlesOf(store: Store): Article[] {
  const articles: Article[] = [];
  for (const [id, record] of store.projectRecords('article')) {
    const article = articleFrom(id, record);
    if (article !== undefined) articles.push(article);
  }
  return articles;
}

type Row = Output<'import.apply'>['articles'][number];

/** The articles as rows for the window, with their counts. */
export function rowsOf(store: Store): Row[] {
  const rows: Row[] = [];
  for (const [id, record] of store.projectRecords('article')) {
    if (articleFrom(id, record) === undefined) continue;
    const counts: Row['counts'] = {};
    for (const [analyst, count] of store.counts(id)) counts[analyst] = { ...count.byLabel };
    rows.push({ id, record: record as Row['record'], counts });
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
    codebook: { version: CODEBOOK_VERSION, labels: labelsOf(store).map((one) => ({ ...one })) },
    articles: rowsOf(store),
    lastArticle,
    history: { ...store.history(me.id) },
    notices: store.notices().map((notice) => ({ ...notice })),
  };
}
