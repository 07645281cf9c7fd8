import type { Database, Statement } from 'node-sqlite3-wasm';

/** A value SQLite takes. */
export type Value = string | number | null;

/** A row as SQLite gives it. */
export type Row = Record<string, unknown>;

/** A column that holds text. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : '';
}

/** A column that holds a whole number. */
export function numberOf(row: Row, column: string): number {
  return Number(row[column]);
}

/** Statements of one database, each prepared once. */
export interface Statements {
  readonly run: (sql: string, values?: Value[]) => void;
  readonly all: (sql: string, values?: Value[]) => Row[];
  readonly get: (sql: string, values?: Value[]) => Row | undefined;
  /** To be called before the database closes. */
  readonly finish: () => void;
}

/** So that statements made for one query do not stay for ever. */
const MANY = 64;

/** Prepares statements as they are needed and keeps them. */
export function statements(database: Database): Statements {
  const prepared = new Map<string, Statement>();
  const prepare = (sql: string): Statement => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    if (prepared.size >= MANY) finish();
    const made = database.prepare(sql);
    prepared.set(sql, made);
    return made;
  };
  const finish = (): void => {
    for (const statement of prepared.values()) statement.finalize();
    prepared.clear();
  };
  return {
    run: (sql, values = []) => {
      prepare(sql).run(values);
    },
    all: (sql, values = []) => prepare(sql).all(values),
    get: (sql, values = []) => prepare(sql).get(values) ?? undefined,
    finish,
  };
}
