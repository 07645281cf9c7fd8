// @ts-check
/** Reads the environment, and makes the one that apps and suites are started in. */

/**
 * @param {string} name
 * @returns {string | undefined} a variable's value; an empty one counts as not set
 */
export function setting(name) {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

/**
 * @param {...NodeJS.ProcessEnv} additions
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(...additions) {
  const env = { ...process.env, ...Object.assign({}, ...additions) };
  // Left over from some editors' terminals; it would make Electron a plain Node without windows.
  delete env['ELECTRON_RUN_AS_NODE'];
  return env;
}
