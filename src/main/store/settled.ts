import type { Op } from '../../core/log/op.ts';
import type { Result } from '../../core/result.ts';
import type { StoreError } from './errors.ts';

/** What was made durable. */
export interface Outcome {
  readonly ops: readonly Op[];
  readonly label: string;
  /** The one article it concerned, if it was one. */
  readonly articleId?: string;
}

/** What a request comes to. */
export type Settled = Result<Outcome | undefined, StoreError>;
