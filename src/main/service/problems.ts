import { type AppError, appError, type ErrorKind, type Reply } from '../../ipc/errors.ts';
import type { StoreError, StoreErrorKind } from '../store/errors.ts';

/**
 * A fault of the disk is never `not-found`: the window would take the edit back, where it has to
 * keep it and offer to try again.
 */
const KINDS: Readonly<Record<StoreErrorKind, ErrorKind>> = {
  locked: 'locked',
  'held-elsewhere': 'held-elsewhere',
  newer: 'newer',
  corrupt: 'corrupt',
  missing: 'io',
  'not-a-project': 'not-found',
  exists: 'refused',
  name: 'invalid-input',
  frozen: 'refused',
  role: 'refused',
  full: 'disk-full',
  denied: 'io',
  io: 'io',
  'read-only': 'read-only',
  closed: 'no-project',
};

/** A store's refusal as it crosses the border. */
export function fromStore(error: StoreError): AppError {
  return appError(KINDS[error.kind], error.message, error.file);
}

/** A store's refusal as a reply. */
export function storeRefusal<T>(error: StoreError): Reply<T> {
  return { ok: false, error: fromStore(error) };
}

/** A refusal as a reply. */
export function refuse<T>(kind: ErrorKind, message: string, file?: string): Reply<T> {
  return { ok: false, error: appError(kind, message, file) };
}
