/**
 * Why something was refused. The renderer chooses words and actions by kind; `internal` is the
 * only one that is a bug.
 */
export type ErrorKind =
  | 'invalid-input'
  | 'not-found'
  | 'no-project'
  | 'locked'
  | 'held-elsewhere'
  | 'newer'
  | 'corrupt'
  | 'disk-full'
  | 'read-only'
  | 'io'
  | 'refused'
  | 'internal';

/** A refusal as it crosses the border: data, because `Error` loses its fields on the way. */
export interface AppError {
  readonly kind: ErrorKind;
  /** What happened, what was kept, and what to do, in words for a person. */
  readonly message: string;
  /** The file it concerns, where there is one. */
  readonly file?: string;
}

/** What every call answers. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppError };

/** Makes an error; `file` is left out where it is not known. */
export function appError(kind: ErrorKind, message: string, file?: string): AppError {
  return file === undefined ? { kind, message } : { kind, message, file };
}
