import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parseQuery } from '../../../core/search/parse.ts';
import type { Query } from '../../../core/search/query.ts';
import { searchAnswers } from '../answers.ts';
import type { IndexedArticle, IndexedLayer, Progress, ResultRow, Sorting } from '../messages.ts';

/** A query as it was read; throws where it cannot be. */
export function query(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

/** How a query is run. */
interface FindOptions {
  readonly analysts?: readonly string[];
  readonly sorting?: Sorting;
  readonly count?: number;
}

/** A project's articles in a folder of its own, with the index of them, without a thread. */
export class SearchedProject {
  readonly root = mkdtempSync(path.join(tmpdir(), 'verbale-search-'));
  readonly file = path.join(this.root, 'search', 'r-test.db');
  answers = this.#start();
  #queries = 0;
  readonly #ended = new Map<string, Progress>();

  constructor() {
    mkdirSync(path.join(this.root, 'articles'));
  }

  open(file = this.file, owner = 'project') {
    return this.answers.open({ file, root: this.root, owner });
  }

  #start() {
    return searchAnswers(
      (id, progress) => {
        if (progress.done) this.#ended.set(id, progress);
      },
      (cause) => {
        throw cause;
      },
    );
  }

  /** Opens the index as another process would after this one was killed: nothing is closed. */
  reopen() {
    this.answers = this.#start();
    return this.open();
  }

  /** Writes a text as the store keeps it and describes it to the index. */
  article(id: string, text: string, over: Partial<IndexedArticle> = {}): IndexedArticle {
    writeFileSync(path.join(this.root, 'articles', `${id}.txt`), text);
    const sha256 = createHash('sha256').update(text).digest('hex');
    const known = { title: `Title ${id}`, outlet: 'Wire', date: '2022-01-21', language: 'en' };
    return { id, stamp: sha256, sha256, ...known, tags: [], furniture: [], ...over };
  }

  put(...articles: readonly IndexedArticle[]) {
    return this.answers.putArticles({ articles });
  }

  layer(
    articleId: string,
    annotations: IndexedLayer['annotations'],
    analyst = 'ana',
    comments: IndexedLayer['comments'] = [],
  ) {
    const layer = { articleId, analyst, version: '1', state: 'in-progress', annotations, comments };
    return this.answers.putLayers({ layers: [layer] });
  }

  /** Runs a query to its end. */
  async find(
    text: string,
    { analysts = ['ana'], sorting = 'article', count = 1000 }: FindOptions = {},
  ): Promise<{ progress: Progress; rows: readonly ResultRow[] }> {
    this.#queries += 1;
    const id = `q${String(this.#queries)}`;
    const asked = { id, query: query(text), analysts, sorting, rows: 50 };
    const answer = await this.answers.query(asked);
    if ('problem' in answer) throw new Error(answer.problem.message);
    let { progress } = answer;
    while (!progress.done) {
      await setImmediate();
      progress = this.#ended.get(id) ?? progress;
    }
    const { rows } = await this.answers.page({ id, sorting, from: 0, count });
    return { progress, rows };
  }

  async remove(): Promise<void> {
    await this.answers.close({});
    rmSync(this.root, { recursive: true, force: true });
  }
}
