import { reasonIn } from '../../core/fault-words.ts';
import { err, type Result } from '../../core/result.ts';
import { faultCode } from './disk.ts';

/** Who holds a project, as far as it is known. */
export interface LockHolder {
  readonly host?: string;
  readonly pid?: number;
  readonly analyst?: string;
  /** `Verbale` for the window, `verbale` for the command line. */
  readonly application?: string;
}

/** Why the store refused or failed. */
export type StoreErrorKind =
  /** Open in another window or by the command line on this computer. */
  | 'locked'
  /** Open on another computer, or was when that computer was last seen. */
  | 'held-elsewhere'
  /** Written by a newer version than this one. */
  | 'newer'
  /** A file is damaged and could not be repaired from the others. */
  | 'corrupt'
  /** A file or article that should be there is not. */
  | 'missing'
  | 'not-a-project'
  /** Something is in the way. */
  | 'exists'
  /** An id that cannot be a file name, or a draft that cannot be an op. */
  | 'name'
  /** A submitted layer would change. */
  | 'frozen'
  /** The role of whoever asks does not allow it. */
  | 'role'
  | 'full'
  | 'denied'
  | 'io'
  | 'read-only'
  | 'closed';

/** A refusal or failure, in words that can be shown. */
export interface StoreError {
  readonly kind: StoreErrorKind;
  readonly message: string;
  /** Path within the project. */
  readonly file?: string;
  readonly holder?: LockHolder;
}

/** Something the user should know although the work goes on. */
export interface Notice {
  readonly kind:
    | 'torn'
    | 'damage'
    | 'rebuilt'
    | 'unsaved-snapshot'
    | 'fenced'
    | 'newer'
    | 'upgraded'
    | 'history'
    | 'copies';
  /** Path within the project. */
  readonly file: string;
  readonly message: string;
}

/** Takes notices. */
export type Report = (notice: Notice) => void;

const KINDS: { readonly [code: string]: StoreErrorKind } = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EEXIST: 'exists',
  EISDIR: 'exists',
  ECORRUPT: 'corrupt',
  ENEWER: 'newer',
};

/** A fault in words, with the system's code. Anything that is not a fault of the system is thrown on. */
export function faultWords(fault: unknown): string {
  if (faultCode(fault) === undefined) throw fault;
  return reasonIn(fault);
}

/**
 * The file of a project that the system's fault is about; `otherwise` where it does not say.
 * @param dir the project's folder
 */
export function faultFile(fault: unknown, dir: string, otherwise: string): string {
  const path = (fault as { readonly path?: unknown } | undefined)?.path;
  if (typeof path !== 'string') return otherwise;
  if (path === dir) return dir;
  return path.startsWith(`${dir}/`) ? path.slice(dir.length + 1) : otherwise;
}

/**
 * The error for a fault of the system. Anything that is not such a fault is a bug and is thrown on.
 * @param file path within the project
 */
export function fromFault(fault: unknown, file: string): StoreError {
  const code = faultCode(fault);
  if (code === undefined) throw fault;
  return { kind: KINDS[code] ?? 'io', message: `${file}: ${faultWords(fault)}`, file };
}

/** A failure. @param file path within the project */
export function refuse(
  kind: StoreErrorKind,
  message: string,
  file?: string,
): Result<never, StoreError> {
  return err(file === undefined ? { kind, message } : { kind, message, file });
}
