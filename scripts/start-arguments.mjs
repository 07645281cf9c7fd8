// @ts-check
/** What `npm start -- …` was asked for, and what of it the app gets to see. */
import { resolve } from 'node:path';
import { SetupError } from './setup/progress.mjs';

const SHOT = '--shot=';
/** Their values are paths, meant from where the person stands. */
const PATH_SWITCHES = ['--project=', '--user-data-dir='];

/**
 * @typedef {object} StartArguments
 * @property {string | undefined} shot where the picture of the first window goes
 * @property {string[]} appArguments
 */

/**
 * @param {readonly string[]} args
 * @param {string} folder what relative paths are meant from
 * @returns {StartArguments}
 * @throws {SetupError} for a --shot without a file
 */
export function parseStartArguments(args, folder) {
  const shotSwitch = args.find((arg) => arg === '--shot' || arg.startsWith(SHOT));
  const shot = shotSwitch === undefined ? undefined : absolute(shotSwitch, folder);
  const others = args
    .filter((arg) => arg !== shotSwitch)
    .map((arg) => withAbsolutePath(arg, folder));
  // Without a project of one's own there is something to see: the sample.
  const project = others.some((arg) => arg.startsWith('--project=')) ? [] : ['--open-sample'];
  return {
    shot,
    appArguments: [...project, ...(shot === undefined ? [] : [`${SHOT}${shot}`]), ...others],
  };
}

/**
 * @param {string} shotSwitch
 * @param {string} folder
 * @returns {string}
 */
function absolute(shotSwitch, folder) {
  const file = shotSwitch.slice(SHOT.length);
  if (file === '') throw new SetupError('--shot needs a file: npm start -- --shot=FILE.png', 2);
  return resolve(folder, file);
}

/**
 * @param {string} arg
 * @param {string} folder
 * @returns {string}
 */
function withAbsolutePath(arg, folder) {
  const name = PATH_SWITCHES.find((prefix) => arg.startsWith(prefix) && arg.length > prefix.length);
  return name === undefined ? arg : `${name}${resolve(folder, arg.slice(name.length))}`;
}
