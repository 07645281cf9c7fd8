// @ts-check
/**
 * One set-up at a time: a lock file that names a living process.
 * A lock whose process is gone (killed, power cut) is taken over.
 */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identify, isAlive, pidOf } from './process-identity.mjs';

const POLL_MS = 150;
/** Taking over lasts microseconds; a guard this old was left by a process that died in between. */
const ABANDONED_GUARD_MS = 10_000;

/**
 * Runs `work` while holding the lock; waits, and says so once, while another process holds it.
 * @template T
 * @param {string} file
 * @param {import('./progress.mjs').Say} say
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, say, work) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = identify(process.pid);
  let told = false;
  while (!createOnly(file, mine)) {
    removeIfHolderIsGone(file);
    const holder = read(file);
    if (holder !== undefined && isHeld(holder) && !told) {
      told = true;
      say(`waiting for another Verbale command (process ${pidOf(holder)}) to finish …`);
    }
    await sleep(told ? POLL_MS : 5);
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/**
 * Removes the lock of a dead process. The guard makes look-and-remove one step: without it, two
 * processes could both see the dead lock and the slower one would remove the quicker one's new lock.
 * @param {string} file
 */
function removeIfHolderIsGone(file) {
  const guard = `${file}.guard`;
  if (!createOnly(guard, identify(process.pid))) {
    const age = Date.now() - (statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > ABANDONED_GUARD_MS) rmSync(guard, { force: true });
    return;
  }
  try {
    const holder = read(file);
    if (holder !== undefined && !isHeld(holder)) rmSync(file, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

/**
 * @param {string} file
 * @param {string} text
 * @returns {boolean} false when the file was there already
 */
function createOnly(file, text) {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
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

/**
 * @param {string} holder
 * @returns {boolean}
 */
function isHeld(holder) {
  // The holder creates the file and writes its name in two steps: an empty lock is one being made.
  return holder === '' || isAlive(holder);
}
