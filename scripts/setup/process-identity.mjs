// @ts-check
/** Names a process so that another one, which later gets the same number, is not taken for it. */
import { readFileSync } from 'node:fs';

/** Ended, but its parent has not asked how: containers without an init keep these for ever. */
const ENDED = ['Z', 'X'];

/**
 * @param {number} pid
 * @returns {string} the number and, where the system tells, when the process started
 */
export function identify(pid) {
  const started = statusOf(pid)?.started;
  return started === undefined ? String(pid) : `${pid} ${started}`;
}

/**
 * @param {string} identity
 * @returns {number}
 */
export function pidOf(identity) {
  return Number.parseInt(identity, 10);
}

/**
 * @param {string} identity as `identify` gave it
 * @returns {boolean}
 */
export function isAlive(identity) {
  const pid = pidOf(identity);
  if (Number.isNaN(pid)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
  return identify(pid) === identity && !ENDED.includes(statusOf(pid)?.state ?? '');
}

/**
 * @param {number} pid
 * @returns {{ state: string | undefined, started: string | undefined } | undefined} undefined where there is no /proc
 */
function statusOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold blanks, so count the fields behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0], started: fields[19] };
  } catch {
    return undefined;
  }
}
