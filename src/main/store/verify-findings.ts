/** Something that is not as it should be. */
export interface Problem {
  /** Path within the project. */
  readonly file: string;
  readonly line?: number;
  readonly message: string;
}

/** What has been found so far. */
export interface Findings {
  readonly problems: Problem[];
  readonly notices: string[];
}

/** Nothing found yet. */
export function findings(): Findings {
  return { problems: [], notices: [] };
}

/**
 * True where something was found in a file already. One cause is one problem: what follows from a
 * file that cannot be used is not told as well.
 */
export function isBlamed(found: Findings, file: string): boolean {
  return found.problems.some((problem) => problem.file === file);
}
