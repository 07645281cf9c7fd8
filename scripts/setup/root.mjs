// @ts-check
/** Where the clone is, and where the person who typed the command stands. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the clone, whatever folder the command was started from. */
export const ROOT = resolve(fileURLToPath(new URL('../../', import.meta.url)));

/**
 * The folder that relative paths on the command line are meant from.
 * npm changes into the clone before it runs a script and keeps the real folder in INIT_CWD.
 * @returns {string}
 */
export function userFolder() {
  return process.env['INIT_CWD'] ?? process.cwd();
}
