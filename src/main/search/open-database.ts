import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Database } from 'node-sqlite3-wasm';

/** Raised whenever what the index holds, or how words are cut and folded, changes: old ones are rebuilt. */
const SCHEMA_VERSION = 2;

/**
 * Words are cut and folded before they come here, so SQLite's own tokenizer may only cut at blanks:
 * `ascii` takes every sign beyond ASCII for part of a word. Only which words an article has is
 * kept (`detail=none`): where they are is read from the article itself.
 */
const SCHEMA = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE article (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL, sha256 TEXT NOT NULL,
    title TEXT NOT NULL, outlet TEXT NOT NULL, date TEXT NOT NULL, language TEXT NOT NULL,
    tags TEXT NOT NULL, furniture TEXT NOT NULL, folded TEXT NOT NULL
  );
  CREATE TABLE layer (
    article INTEGER NOT NULL, analyst TEXT NOT NULL, version TEXT NOT NULL, state TEXT NOT NULL,
    PRIMARY KEY (article, analyst)
  ) WITHOUT ROWID;
  CREATE TABLE annotation (
    article INTEGER NOT NULL, analyst TEXT NOT NULL, id TEXT NOT NULL, label TEXT NOT NULL,
    spans TEXT NOT NULL, attributes TEXT NOT NULL, confidence TEXT NOT NULL,
    PRIMARY KEY (article, analyst, id, label)
  ) WITHOUT ROWID;
  CREATE TABLE comment (
    article INTEGER NOT NULL, analyst TEXT NOT NULL, said TEXT NOT NULL,
    PRIMARY KEY (article, analyst)
  ) WITHOUT ROWID;
  CREATE INDEX annotation_label ON annotation (label, analyst, article);
  CREATE TABLE vocabulary (word TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE VIRTUAL TABLE words USING fts5(
    word, content='', contentless_delete=1, detail=none, tokenize='ascii'
  );
  INSERT INTO words (words, rank) VALUES ('hashsize', 33554432);
`;

/** The index's database. `fresh` is true when it was made just now. */
export interface OpenDatabase {
  readonly database: Database;
  readonly fresh: boolean;
  /** Why the one that was there could not be used; empty where it could, or there was none. */
  readonly problem: string;
}

function connect(file: string): Database {
  const database = file === '' ? new Database() : new Database(file);
  database.exec('PRAGMA locking_mode = EXCLUSIVE');
  database.exec('PRAGMA cache_size = -32768');
  database.exec('PRAGMA synchronous = NORMAL');
  return database;
}

function metaValue(database: Database, key: string): string {
  const row = database.get('SELECT value FROM meta WHERE key = ?', [key]);
  const value = row?.['value'];
  return typeof value === 'string' ? value : '';
}

/** What is kept under a name; empty where nothing is. */
export function readMeta(database: Database, key: string): string {
  return metaValue(database, key);
}

/** Keeps a value under a name. */
export function writeMeta(database: Database, key: string, value: string): void {
  database.run('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', [key, value]);
}

function create(file: string, owner: string): Database {
  const database = connect(file);
  database.exec('PRAGMA page_size = 8192');
  database.exec('PRAGMA journal_mode = TRUNCATE');
  database.exec(SCHEMA);
  writeMeta(database, 'schema', String(SCHEMA_VERSION));
  writeMeta(database, 'owner', owner);
  return database;
}

/** Removes a database with all that belongs to it. */
function removeFiles(file: string): void {
  for (const end of ['', '-journal', '-wal', '-shm', '.lock']) {
    rmSync(`${file}${end}`, { force: true, recursive: true });
  }
}

function openExisting(file: string, owner: string): Database | string {
  let database: Database | undefined;
  try {
    database = connect(file);
    database.exec('PRAGMA journal_mode = TRUNCATE');
    const known = database.get("SELECT 1 AS yes FROM sqlite_master WHERE name = 'meta'") !== null;
    if (
      known &&
      metaValue(database, 'schema') === String(SCHEMA_VERSION) &&
      metaValue(database, 'owner') === owner
    ) {
      return database;
    }
    database.close();
    return known ? 'It was made by another version or for another project.' : '';
  } catch (cause) {
    try {
      database?.close();
    } catch {
      // What cannot be read cannot be closed properly either; the file is removed next.
    }
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/**
 * Opens the index, or makes a new one: where there is none, where another version or project made
 * it, and where it is damaged. Nothing is lost with it: it can always be made from the articles.
 * Only one process may do this at a time; the project's lock sees to that.
 * @param file empty for an index in memory @param owner what the index must belong to
 */
export function openDatabase(file: string, owner: string): OpenDatabase {
  if (file === '') return { database: create('', owner), fresh: true, problem: '' };
  mkdirSync(path.dirname(file), { recursive: true });
  // A lock that a killed process left behind; nobody else has the project open.
  rmSync(`${file}.lock`, { force: true, recursive: true });
  const found = openExisting(file, owner);
  if (typeof found !== 'string') return { database: found, fresh: false, problem: '' };
  removeFiles(file);
  return { database: create(file, owner), fresh: true, problem: found };
}
