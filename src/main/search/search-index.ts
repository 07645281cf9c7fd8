import { statSync } from 'node:fs';
import path from 'node:path';
import { foldText } from '../../core/search/fold.ts';
import type { SearchedAnnotation } from '../../core/search/searched-annotations.ts';
import { indexWords } from '../../core/search/terms.ts';
import { type ArticleEntry, annotationsOf, entryOf, putLayer, statesOf } from './index-entries.ts';
import type { IndexedArticle, IndexedLayer, SearchCalls } from './messages.ts';
import { openDatabase, readMeta, writeMeta } from './open-database.ts';
import { numberOf, type Statements, statements, textOf } from './rows.ts';
import { openTexts, type Texts } from './texts.ts';
import { openVocabulary, type Vocabulary } from './vocabulary.ts';

/** Rows written between two commits to disk: a crash costs no more than writing these again. */
const ROWS_PER_COMMIT = 4000;

/** Entries kept in memory. */
const KEPT_ENTRIES = 120_000;

/** Folded fields between bars, for comparisons inside the database: `|outlet|title|tag|tag|`. */
function foldedFields({ outlet, title, tags }: IndexedArticle): string {
  return `|${[outlet, title, ...tags].map(foldText).join('|')}|`;
}

/**
 * The index of one project: which words are in which article, what is known about the articles,
 * and the annotations of all layers. It can be wrong or gone at any time without harm: it only
 * says where to look, and what is found there is read from the article.
 */
export class SearchIndex {
  readonly problem: string;
  readonly #file: string;
  readonly #owner: string;
  readonly #texts: Texts;
  #open: ReturnType<typeof openDatabase>;
  #sql: Statements;
  #vocabulary: Vocabulary;
  #pending = 0;
  #seen = new Set<number>();
  #seenLayers = new Set<string>();
  readonly #entries = new Map<number, ArticleEntry>();

  /** @param file empty for an index in memory @param root the project's folder */
  constructor(file: string, root: string, owner: string) {
    this.#file = file;
    this.#owner = owner;
    this.#texts = openTexts(path.join(root, 'articles'));
    this.#open = openDatabase(file, owner);
    this.problem = this.#open.problem;
    this.#sql = statements(this.#open.database);
    this.#vocabulary = openVocabulary(this.#sql);
  }

  get sql(): Statements {
    return this.#sql;
  }

  get vocabulary(): Vocabulary {
    return this.#vocabulary;
  }

  /** What was said with `settle` last; empty for a new index. */
  heads(): string {
    return readMeta(this.#open.database, 'heads');
  }

  #number(articleId: string): number | undefined {
    const row = this.#sql.get('SELECT n FROM article WHERE id = ?', [articleId]);
    return row === undefined ? undefined : numberOf(row, 'n');
  }

  /** Opens a transaction, or goes on with it; closes it after many rows. */
  #write(rows: number, work: () => void): void {
    const { database } = this.#open;
    if (!database.inTransaction) database.exec('BEGIN');
    work();
    this.#pending += rows;
    if (this.#pending >= ROWS_PER_COMMIT) this.#commit();
  }

  #commit(): void {
    if (this.#open.database.inTransaction) this.#open.database.exec('COMMIT');
    this.#pending = 0;
  }

  survey({ articles, layers }: SearchCalls['survey'][0]): SearchCalls['survey'][1] {
    const wanted = articles.filter(({ id, stamp }) => {
      const row = this.#sql.get('SELECT n, stamp FROM article WHERE id = ?', [id]);
      if (row !== undefined) this.#seen.add(numberOf(row, 'n'));
      return row === undefined || textOf(row, 'stamp') !== stamp;
    });
    const wantedLayers = layers.filter(([articleId, analyst, version]) => {
      const row = this.#sql.get(
        `SELECT layer.article AS n, version FROM layer JOIN article ON article.n = layer.article
         WHERE article.id = ? AND analyst = ?`,
        [articleId, analyst],
      );
      if (row !== undefined) this.#seenLayers.add(`${numberOf(row, 'n')} ${analyst}`);
      return row === undefined || textOf(row, 'version') !== version;
    });
    return {
      articles: wanted.map(({ id }) => id),
      layers: wantedLayers.map(([articleId, analyst]) => [articleId, analyst]),
    };
  }

  endSurvey(): { dropped: number } {
    const gone = this.#sql
      .all('SELECT n FROM article')
      .map((row) => numberOf(row, 'n'))
      .filter((n) => !this.#seen.has(n));
    for (const n of gone) this.#drop(n);
    const layers = this.#sql.all('SELECT article, analyst FROM layer').filter((row) => {
      return !this.#seenLayers.has(`${numberOf(row, 'article')} ${textOf(row, 'analyst')}`);
    });
    for (const row of layers) this.#dropLayer(numberOf(row, 'article'), textOf(row, 'analyst'));
    this.#seen = new Set();
    this.#seenLayers = new Set();
    return { dropped: gone.length };
  }

  #dropLayer(n: number, analyst: string): void {
    this.#write(1, () => {
      this.#sql.run('DELETE FROM annotation WHERE article = ? AND analyst = ?', [n, analyst]);
      this.#sql.run('DELETE FROM comment WHERE article = ? AND analyst = ?', [n, analyst]);
      this.#sql.run('DELETE FROM layer WHERE article = ? AND analyst = ?', [n, analyst]);
    });
  }

  #drop(n: number): void {
    this.#entries.delete(n);
    this.#write(1, () => {
      for (const sql of [
        'DELETE FROM words WHERE rowid = ?',
        'DELETE FROM annotation WHERE article = ?',
        'DELETE FROM comment WHERE article = ?',
        'DELETE FROM layer WHERE article = ?',
        'DELETE FROM article WHERE n = ?',
      ]) {
        this.#sql.run(sql, [n]);
      }
    });
  }

  dropArticles(ids: readonly string[]): void {
    for (const id of ids) {
      const n = this.#number(id);
      if (n !== undefined) this.#drop(n);
    }
  }

  #putArticle(article: IndexedArticle, text: string): void {
    const { id, stamp, sha256, title, outlet, date, language, tags, furniture } = article;
    const before = this.#sql.get('SELECT n, sha256 FROM article WHERE id = ?', [id]);
    const fields = [
      stamp,
      sha256,
      title,
      outlet,
      date,
      language,
      JSON.stringify(tags),
      JSON.stringify(furniture),
      foldedFields(article),
    ];
    if (before === undefined) {
      this.#sql.run(
        `INSERT INTO article
         (stamp, sha256, title, outlet, date, language, tags, furniture, folded, id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [...fields, id],
      );
    } else {
      this.#entries.delete(numberOf(before, 'n'));
      this.#sql.run(
        `UPDATE article SET stamp = ?, sha256 = ?, title = ?, outlet = ?, date = ?,
         language = ?, tags = ?, furniture = ?, folded = ? WHERE n = ?`,
        [...fields, numberOf(before, 'n')],
      );
      if (textOf(before, 'sha256') === sha256) return;
      this.#sql.run('DELETE FROM words WHERE rowid = ?', [numberOf(before, 'n')]);
    }
    const words = indexWords(text);
    this.#vocabulary.add(words);
    const n = this.#number(id) ?? 0;
    this.#sql.run('INSERT INTO words (rowid, word) VALUES (?, ?)', [n, [...words].join(' ')]);
  }

  putArticles(articles: readonly IndexedArticle[]): { bytes: number; unreadable: string[] } {
    let bytes = 0;
    const unreadable: string[] = [];
    this.#write(articles.length, () => {
      for (const article of articles) {
        const text = this.#texts.read(article.id, article.sha256);
        if (text === undefined) unreadable.push(article.id);
        else bytes += text.length;
        this.#putArticle(article, text ?? '');
      }
    });
    return { bytes, unreadable };
  }

  #putLayer(layer: IndexedLayer): void {
    const n = this.#number(layer.articleId);
    if (n !== undefined) putLayer(this.#sql, n, layer);
  }

  putLayers(layers: readonly IndexedLayer[]): void {
    const rows = layers.reduce((sum, { annotations }) => sum + 1 + annotations.length, 0);
    this.#write(rows, () => {
      for (const layer of layers) this.#putLayer(layer);
    });
  }

  /** Bytes of the index on disk; 0 in memory. */
  settle(heads: string): { bytes: number } {
    writeMeta(this.#open.database, 'heads', heads);
    this.#commit();
    return { bytes: this.#file === '' ? 0 : statSync(this.#file).size };
  }

  /** An article by its number, or `undefined` where it was dropped meanwhile. */
  entry(n: number): ArticleEntry | undefined {
    const known = this.#entries.get(n);
    if (known !== undefined) return known;
    const row = this.#sql.get('SELECT * FROM article WHERE n = ?', [n]);
    if (row === undefined) return undefined;
    const made = entryOf(row);
    if (this.#entries.size >= KEPT_ENTRIES) this.#entries.clear();
    this.#entries.set(n, made);
    return made;
  }

  /** The stored text of an article, checked; `undefined` where it cannot be had. */
  text(entry: ArticleEntry): string | undefined {
    return this.#texts.read(entry.id, entry.sha256);
  }

  /** Annotations of an article in the layers of these analysts. */
  annotations(n: number, analysts: readonly string[]): SearchedAnnotation[] {
    return annotationsOf(this.#sql, n, analysts);
  }

  /** States of the layers of these analysts; `new` for those without one. */
  states(n: number, analysts: readonly string[]): string[] {
    return statesOf(this.#sql, n, analysts);
  }

  /** Throws everything away and begins anew. */
  clear(): void {
    this.#shut();
    this.#open = openDatabase(this.#file, `${this.#owner} (discarded)`);
    this.#open.database.close();
    this.#open = openDatabase(this.#file, this.#owner);
    this.#sql = statements(this.#open.database);
    this.#vocabulary = openVocabulary(this.#sql);
  }

  #shut(): void {
    this.#commit();
    this.#sql.finish();
    this.#open.database.close();
    this.#entries.clear();
  }

  close(): void {
    this.#shut();
  }
}
