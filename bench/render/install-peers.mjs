// @ts-check
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const PEERS = path.join(import.meta.dirname, 'peers');
const LOCK = path.join(PEERS, 'package-lock.json');
const STAMP = path.join(PEERS, 'node_modules/.installed-lock.json');

/** Installs what the reader is measured against, where that is not there in the locked versions. */
export function installPeers() {
  if (existsSync(STAMP) && readFileSync(STAMP).equals(readFileSync(LOCK))) return;
  console.log('Installing the peers, once…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Not `ci`: brat asks for jquery and jQuery, which one lock file cannot hold. Its scripts, and the
  // Node 22 that others ask for, are not needed.
  const args = [
    'install',
    '--no-save',
    '--legacy-peer-deps',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
  ];
  execFileSync(npm, [...args, '--loglevel=error'], {
    cwd: PEERS,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  copyFileSync(LOCK, STAMP);
}
