// @ts-check
/** How the scripts talk: one plain line per step. */

/** @typedef {(line: string) => void} Say */

/**
 * A failure that the reader can act on: its message is printed as it is, without a stack.
 */
export class SetupError extends Error {
  /**
   * @param {string} message what went wrong and what to do about it
   * @param {number} [exitCode]
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.name = 'SetupError';
    this.exitCode = exitCode;
  }
}

/**
 * @param {NodeJS.WritableStream} stream where the lines go; the command line tool keeps stdout for data
 * @returns {Say}
 */
export function speaker(stream) {
  return (line) => {
    stream.write(`verbale: ${line}\n`);
  };
}

/**
 * Runs a script's main function and turns its outcome into the process's exit code.
 * The exit code is set, not forced, so that everything written reaches its pipe first.
 * @param {() => Promise<number>} main resolves to the exit code
 * @returns {Promise<void>}
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.stderr.write(`verbale: ${describeError(error)}\n`);
    process.exitCode = error instanceof SetupError ? error.exitCode : 1;
  }
}

/**
 * @param {unknown} error
 * @returns {string} the message of an expected failure, the whole stack of an unexpected one
 */
export function describeError(error) {
  if (error instanceof SetupError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
