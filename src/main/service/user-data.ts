import { homedir, userInfo } from 'node:os';
import path from 'node:path';

/**
 * The folder that holds this installation's id, settings and list of projects: the one Chromium
 * uses for the window, so that window and command line are one installation.
 * `VERBALE_USER_DATA` names another.
 */
export function userDataFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const named = env['VERBALE_USER_DATA'];
  if (named !== undefined && named !== '') return path.resolve(named);
  const home = homedir();
  if (platform === 'win32')
    return path.join(env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'), 'verbale');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'verbale');
  const config = env['XDG_CONFIG_HOME'];
  return path.join(
    config === undefined || config === '' ? path.join(home, '.config') : config,
    'verbale',
  );
}

/** The name of the person at this computer, as far as the system knows it. */
export function personName(env: NodeJS.ProcessEnv): string {
  const named = env['VERBALE_ANALYST'];
  if (named !== undefined && named.trim() !== '') return named.trim();
  try {
    const { username } = userInfo();
    return username.trim() === '' ? 'Analyst' : username;
  } catch {
    // A user id without an entry in the system's list of users has no name.
    return 'Analyst';
  }
}
