import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findElectron } from '../scripts/setup/electron-runtime.mjs';
import { ROOT } from '../scripts/setup/root.mjs';
import { expect, test } from './app.ts';

const NOBODY = 65_534;

function reasonToSkip(): string | undefined {
  if (process.platform !== 'linux') return 'seccomp is a thing of Linux';
  if (process.getuid?.() !== 0) return undefined;
  return spawnSync('sh', ['-c', 'setpriv --version']).status === 0
    ? undefined
    : 'root cannot become another user here (setpriv is missing)';
}

/** Copies of Electron and the app that an ordinary user may read: both may lie in root's home. */
async function forNobody(
  scratch: string,
): Promise<{ app: string; executable: string; home: string }> {
  const [app, dist, home] = ['app', 'electron', 'home'].map((name) => path.join(scratch, name)) as [
    string,
    string,
    string,
  ];
  const runtime = path.dirname(findElectron(ROOT)?.executable ?? '');
  await mkdir(home);
  execFileSync('cp', ['-rL', '--reflink=auto', runtime, dist]);
  await mkdir(app);
  for (const part of ['package.json', 'out', 'resources']) {
    await cp(path.join(ROOT, part), path.join(app, part), { recursive: true });
  }
  const executable = path.join(scratch, 'electron-of-nobody');
  const become = `exec setpriv --reuid=${NOBODY} --regid=${NOBODY} --clear-groups`;
  await writeFile(executable, `#!/bin/sh\n${become} "${dist}/electron" "$@"\n`);
  await chmod(executable, 0o755);
  execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, home]);
  execFileSync('chmod', ['-R', 'a+rX', scratch]);
  // Where the kernel gives ordinary users no namespaces, Chromium asks this program of root's.
  const helper = path.join(dist, 'chrome-sandbox');
  execFileSync('chown', ['0:0', helper]);
  await chmod(helper, 0o4755);
  return { app, executable, home };
}

/** A field of `/proc/<pid>/status`. */
function statusOf(pid: number, field: string): string {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return new RegExp(`^${field}:\\s*(.*)$`, 'mu').exec(status)?.[1] ?? '';
}

test('for an ordinary user the renderer runs in the real sandbox', async ({ launch, scratch }) => {
  const reason = reasonToSkip();
  test.skip(reason !== undefined, reason);
  const isRoot = process.getuid?.() === 0;
  const copy = isRoot ? await forNobody(scratch) : undefined;
  const app = await launch({
    sandbox: true,
    args: ['--open-sample'],
    ...(copy === undefined
      ? {}
      : {
          app: copy.app,
          executable: copy.executable,
          userData: path.join(copy.home, 'profile'),
          env: {
            HOME: copy.home,
            TMPDIR: copy.home,
            XDG_CONFIG_HOME: copy.home,
            XDG_RUNTIME_DIR: copy.home,
          },
        }),
  });
  await expect(app.annotations.items.first()).toBeVisible();
  const { pid, switches } = await app.electron.evaluate(({ app: electron, BrowserWindow }) => ({
    pid: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
    switches: electron.commandLine.hasSwitch('no-sandbox'),
  }));
  expect(switches).toBe(false);
  expect(Number(statusOf(pid, 'Uid').split(/\s+/u)[0])).not.toBe(0);
  expect(statusOf(pid, 'Seccomp')).toBe('2');
  expect(statusOf(pid, 'NoNewPrivs')).toBe('1');
  expect(await readFile(`/proc/${pid}/cmdline`, 'utf8')).not.toContain('--no-sandbox');
});
