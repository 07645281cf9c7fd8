// @ts-check
/**
 * Whether Chromium can make its sandbox here. It needs either user namespaces for ordinary users,
 * which some systems refuse (Ubuntu since 23.10), or its helper program, owned by root and setuid.
 * Source: Chromium, docs/linux/suid_sandbox_development.md and docs/security/apparmor-userns-restrictions.md.
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupError } from './progress.mjs';

/** What a setting of the kernel is when it refuses namespaces to ordinary users. */
const REFUSING = {
  'kernel/unprivileged_userns_clone': '0',
  'user/max_user_namespaces': '0',
  'kernel/apparmor_restrict_unprivileged_userns': '1',
};

/** @param {string} folder such as `/proc/sys` */
function refusesNamespaces(folder) {
  return Object.entries(REFUSING).some(([name, refusing]) => {
    try {
      return readFileSync(join(folder, name), 'utf8').trim() === refusing;
    } catch {
      // A kernel without this setting does not refuse by it.
      return false;
    }
  });
}

/** @param {string} helper */
function isRootsOwn(helper) {
  const found = statSync(helper, { throwIfNoEntry: false });
  return found !== undefined && found.uid === 0 && (found.mode & 0o4111) === 0o4111;
}

/**
 * Refuses to start an app that would end at once, and says what to type.
 * @param {string} executable Electron's
 * @param {{ platform?: string, uid?: number | undefined, sysctl?: string }} [host]
 * @throws {SetupError} where an ordinary user's app could not make its sandbox
 */
export function requireSandbox(
  executable,
  { platform = process.platform, uid = process.getuid?.(), sysctl = '/proc/sys' } = {},
) {
  if (platform !== 'linux' || uid === 0 || !refusesNamespaces(sysctl)) return;
  const helper = join(dirname(executable), 'chrome-sandbox');
  if (isRootsOwn(helper)) return;
  throw new SetupError(
    [
      'this system gives ordinary users no namespaces, so the sandbox needs its helper; once, type:',
      `  sudo chown root:root '${helper}'`,
      `  sudo chmod 4755 '${helper}'`,
    ].join('\n'),
  );
}
