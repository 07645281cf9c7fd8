import type { DatasetTask } from './dataset-task.ts';
import type { ImportResult } from './failure.ts';
import type { FileArticles } from './imported-article.ts';
import type { ArticlesOptions } from './read-articles.ts';
import type { DatasetPieces } from './read-datasets.ts';

/** What the pool asks of a worker: to read one file. */
export interface WorkerRequest {
  readonly id: number;
  readonly path: string;
  /** The file's bytes, when the caller has them; else the worker reads the file. */
  readonly bytes?: Uint8Array;
  readonly options: ArticlesOptions;
  readonly dataset?: DatasetTask;
}

/** What a worker answers. */
export interface WorkerReply {
  readonly id: number;
  readonly result: ImportResult<FileArticles>;
}

/** What a worker says between the articles of a file that holds many. */
export interface WorkerBeat {
  readonly id: number;
  readonly alive: true;
}

/** What a worker has read of a dataset since it last said so. */
export interface WorkerPieces {
  readonly id: number;
  readonly pieces: DatasetPieces;
}

/** True for pieces as a worker sends them. */
export function isWorkerPieces(message: unknown): message is WorkerPieces {
  if (typeof message !== 'object' || message === null) return false;
  if (!('id' in message && typeof message.id === 'number' && 'pieces' in message)) return false;
  const { pieces } = message;
  return (
    typeof pieces === 'object' &&
    pieces !== null &&
    'articles' in pieces &&
    'problems' in pieces &&
    Array.isArray(pieces.problems) &&
    Array.isArray(pieces.articles) &&
    pieces.articles.every((one) => hasStrings(one, ['text']))
  );
}

/** True for a beat as a worker sends it. */
export function isWorkerBeat(message: unknown): message is WorkerBeat {
  return (
    typeof message === 'object' &&
    message !== null &&
    'id' in message &&
    typeof message.id === 'number' &&
    'alive' in message &&
    message.alive === true
  );
}

/** True for a request as the pool sends it. */
export function isWorkerRequest(message: unknown): message is WorkerRequest {
  return (
    typeof message === 'object' &&
    message !== null &&
    'id' in message &&
    typeof message.id === 'number' &&
    'path' in message &&
    typeof message.path === 'string' &&
    'options' in message &&
    typeof message.options === 'object' &&
    message.options !== null
  );
}

/**
 * True for a reply as a worker sends it. The worker parses untrusted files, so what it says is
 * checked before it is used; the article's fields are checked again where it is stored.
 */
export function isWorkerReply(message: unknown): message is WorkerReply {
  return (
    typeof message === 'object' &&
    message !== null &&
    'id' in message &&
    typeof message.id === 'number' &&
    'result' in message &&
    isResult(message.result)
  );
}

function isResult(result: unknown): boolean {
  if (typeof result !== 'object' || result === null || !('ok' in result)) {
    return false;
  }
  return result.ok === true
    ? 'value' in result && areArticles(result.value)
    : 'error' in result && hasStrings(result.error, ['file', 'kind', 'message']);
}

function areArticles(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'articles' in value &&
    'problems' in value &&
    Array.isArray(value.problems) &&
    value.problems.every((problem) => typeof problem === 'string') &&
    Array.isArray(value.articles) &&
    value.articles.every((one) => hasStrings(one, ['text', 'title', 'sha256', 'file']))
  );
}

function hasStrings(value: unknown, names: readonly string[]): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    names.every((name) => typeof Reflect.get(value, name) === 'string')
  );
}
