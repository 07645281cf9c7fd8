import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scratchFolder } from '../testing/scratch.ts';
import { requireSandbox } from './sandbox.mjs';

function host(settings: Readonly<Record<string, string>>, uid = 1000) {
  const sysctl = scratchFolder();
  for (const folder of ['kernel', 'user']) mkdirSync(join(sysctl, folder));
  for (const [name, value] of Object.entries(settings)) writeFileSync(join(sysctl, name), value);
  return { platform: 'linux', uid, sysctl };
}

const REFUSED = { 'kernel/apparmor_restrict_unprivileged_userns': '1\n' };

describe('Chromium’s sandbox', () => {
  test.each([
    ['kernel/apparmor_restrict_unprivileged_userns', '1\n'],
    ['kernel/unprivileged_userns_clone', '0\n'],
    ['user/max_user_namespaces', '0\n'],
  ])('is missed where %s is %j, and the words to type are told', (name, value) => {
    const dist = scratchFolder();
    const attempt = () => requireSandbox(join(dist, 'electron'), host({ [name]: value }));
    expect(attempt).toThrow(`sudo chown root:root '${join(dist, 'chrome-sandbox')}'`);
  });

  test('needs nothing where namespaces are given, for root, or elsewhere', () => {
    const electron = join(scratchFolder(), 'electron');
    const hosts = [
      host({ 'kernel/unprivileged_userns_clone': '1\n' }),
      host({}),
      host(REFUSED, 0),
      { ...host(REFUSED), platform: 'darwin' },
    ];
    for (const one of hosts) expect(() => requireSandbox(electron, one)).not.toThrow();
  });

  test.skipIf(process.getuid?.() !== 0)('is content with a helper of root’s', () => {
    const dist = scratchFolder();
    const helper = join(dist, 'chrome-sandbox');
    writeFileSync(helper, '');
    chmodSync(helper, 0o755);
    const attempt = () => requireSandbox(join(dist, 'electron'), host(REFUSED));
    expect(attempt).toThrow('sudo chmod 4755');
    chmodSync(helper, 0o4755);
    attempt();
  });
});
