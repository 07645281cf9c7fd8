import { basename } from 'node:path';
import type { Result } from '../../core/result.ts';
import { err } from '../../core/result.ts';

/** Why a file was not imported. */
export type ImportFailureKind =
  | 'empty'
  | 'binary'
  | 'unsupported'
  | 'too-large'
  | 'unreadable'
  | 'timeout'
  | 'crashed'
  | 'cancelled';

/** A refusal: which file, why, and what to do about it, for people to read. */
export interface ImportFailure {
  /** The path as it was given, or the name of what was pasted. */
  readonly file: string;
  readonly kind: ImportFailureKind;
  /** Names the file, says what happened and what to do. */
  readonly message: string;
}

/** What a reader returns. */
export type ImportResult<T> = Result<T, ImportFailure>;

/** Stands between an archive and the path of a file in it: `news.zip › sport/match.html`. */
export const WITHIN = ' › ';

/** A file as it is called to people: without its folders, but for those inside an archive. */
export function shownName(file: string): string {
  const [archive = '', ...inner] = file.split(WITHIN);
  return [basename(archive), ...inner].join(WITHIN);
}

/** A refusal of `file`; the message begins with the file's name. */
export function refuse(
  file: string,
  kind: ImportFailureKind,
  reason: string,
): { readonly ok: false; readonly error: ImportFailure } {
  return err({ file, kind, message: `“${shownName(file)}” was not imported. ${reason}` });
}
