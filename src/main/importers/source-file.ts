import type { ImportLimits } from './limits.ts';

/** A file as its reader gets it. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** A charset that a person chose. */
  readonly charset: string | undefined;
  readonly limits: ImportLimits;
  /** To be called after each article: a file that holds many may take more time than one. */
  readonly alive: () => Promise<void>;
}
