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
