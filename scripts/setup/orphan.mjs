// @ts-check
/**
 * A command whose owner was killed by force goes on working: a second `npm ci` beside it would fail, and
 * an installer would write into what has replaced its folder. Its record lets the next owner end it.
 */
import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, pidOf } from './process-identity.mjs';

const GONE_LIMIT_MS = 5_000;

/**
 * Ends the recorded command, and all it started, if it still runs.
 * @param {string} record as `runCommand` writes it
 * @returns {Promise<void>}
 */
export async function endOrphan(record) {
  const identity = read(record);
  if (identity === undefined) return;
  const end = performance.now() + GONE_LIMIT_MS;
  while (isAlive(identity) && performance.now() < end) {
    kill(pidOf(identity));
    await sleep(20);
  }
  rmSync(record, { force: true });
}

/**
 * @param {string} file
 * @returns {string | undefined}
 */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** @param {number} leader */
function kill(leader) {
  try {
    process.kill(process.platform === 'win32' ? leader : -leader, 'SIGKILL');
  } catch {
    // Ended in between.
  }
}
