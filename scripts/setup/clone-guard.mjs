// @ts-check
/** One command at a time may change a clone: its packages, its Electron, its bundles. */
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { endOrphan } from './orphan.mjs';

/**
 * @param {string} root
 * @param {import('./progress.mjs').Say} say
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 * @template T
 */
export function guardClone(root, say, work) {
  return withLock(join(root, '.cache', 'setup.lock'), say, async () => {
    await endOrphan(childRecord(root));
    return work();
  });
}

/**
 * @param {string} root
 * @returns {string} where the command that works on the clone is recorded; there is one at a time
 */
export function childRecord(root) {
  return join(root, '.cache', 'setup.child');
}
