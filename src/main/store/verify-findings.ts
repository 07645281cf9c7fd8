import type { Disk } from './disk.ts';
import { faultWords } from './errors.ts';

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
 * The bytes of a file. One that cannot be read is a problem of its own, and stops nothing else.
 * @param file path within the project
 */
export async function readNamed(
  disk: Disk,
  dir: string,
  file: string,
  found: Findings,
): Promise<Uint8Array | undefined> {
  try {
    return await disk.readFile(`${dir}/${file}`);
  } catch (fault) {
    tellUnreadable(fault, file, found);
    return undefined;
  }
}

/** Notes that the system does not let a file be read. Throws on what is no fault of the system. */
export function tellUnreadable(fault: unknown, file: string, found: Findings): void {
  found.problems.push({ file, message: `This cannot be read: ${faultWords(fault)}.` });
}

/**
 * True where something was found in a file already. One cause is one problem: what follows from a
 * file that cannot be used is not told as well.
 */
export function isBlamed(found: Findings, file: string): boolean {
  return found.problems.some((problem) => problem.file === file);
}
