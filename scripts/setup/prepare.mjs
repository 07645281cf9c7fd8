// @ts-check
/** Brings a clone to where a command can run: packages, Electron, bundles. Quick when all is there. */
import { buildIsCurrent, ensureBuild } from './build.mjs';
import { guardClone } from './clone-guard.mjs';
import { dependenciesAreCurrent, ensureDependencies } from './dependencies.mjs';
import { ensureElectron, findElectron } from './electron-runtime.mjs';

/**
 * @typedef {object} Needs
 * @property {boolean} electron
 * @property {boolean} build
 */

/**
 * Set for what `npm test` starts: it has prepared the clone and holds the lock until the last suite ends.
 */
const PREPARED = 'VERBALE_PREPARED';

/**
 * @param {string} root
 * @returns {NodeJS.ProcessEnv}
 */
export function preparedMark(root) {
  return { [PREPARED]: root };
}

/**
 * Does what is missing, under the clone's lock; when nothing is, it takes no lock and says nothing.
 * @param {string} root
 * @param {Needs} needs
 * @param {import('./progress.mjs').Say} say
 */
export async function prepareClone(root, needs, say) {
  if (process.env[PREPARED] === root || isPrepared(root, needs)) return;
  await guardClone(root, say, () => bringUpToDate(root, needs, say));
}

/**
 * The steps themselves, for a caller that holds the clone's lock.
 * @param {string} root
 * @param {Needs} needs
 * @param {import('./progress.mjs').Say} say
 */
export async function bringUpToDate(root, needs, say) {
  await ensureDependencies(root, say);
  if (needs.electron) await ensureElectron(root, say);
  if (needs.build) await ensureBuild(root, say);
}

/**
 * @param {string} root
 * @param {Needs} needs
 * @returns {boolean}
 */
function isPrepared(root, needs) {
  return (
    dependenciesAreCurrent(root) &&
    (!needs.electron || findElectron(root) !== undefined) &&
    (!needs.build || buildIsCurrent(root))
  );
}
