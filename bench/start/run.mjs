// @ts-check
/**
 * Measures the second `npm start`: from the command to a painted window with the sample project,
 * beside a bare Electron window in the same run. `npm run bench:start`, or with the number of
 * rounds: `npm run bench:start -- 9`. It asserts nothing; seconds belong to the machine.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const rounds = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'verbale-start-'));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RegExp} told what the app prints once it is painted, with its seconds
 * @returns {{ painted: number, whole: number }} seconds
 */
function run(command, args, told) {
  const before = Date.now();
  const ran = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, VERBALE_STARTED_AT: String(before) },
  });
  const painted = told.exec(ran.stdout)?.[1];
  if (ran.status !== 0 || painted === undefined)
    throw new Error(`${command} ${args.join(' ')} failed:\n${ran.stdout}${ran.stderr}`);
  return { painted: Number(painted), whole: (Date.now() - before) / 1000 };
}

/** @param {readonly number[]} values */
function summary(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ place) => (sorted[place] ?? 0).toFixed(2);
  return { min: at(0), median: at(Math.floor(sorted.length / 2)), max: at(sorted.length - 1) };
}

try {
  /** @type {string} */
  const electron = createRequire(import.meta.url)('electron');
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = () =>
    run(npm, ['start', '--', `--shot=${join(folder, 'shot.png')}`], /painted ([\d.]+) s/u);
  const bare = () =>
    run(
      process.execPath,
      ['scripts/with-display.mjs', electron, ...root, '--log-level=3', 'bench/start/bare.mjs'],
      /painted ([\d.]+) s/u,
    );
  app();
  /** @type {ReturnType<typeof run>[]} */
  const apps = [];
  /** @type {ReturnType<typeof run>[]} */
  const bares = [];
  for (let round = 0; round < rounds; round += 1) {
    apps.push(app());
    bares.push(bare());
  }
  const rows = {
    'npm start → painted (s)': summary(apps.map((one) => one.painted)),
    'npm start, picture, quit (s)': summary(apps.map((one) => one.whole)),
    'bare window → painted (s)': summary(bares.map((one) => one.painted)),
    'ratio to the bare window': summary(
      apps.map((one, round) => one.painted / (bares[round]?.painted ?? Number.NaN)),
    ),
  };
  console.table(rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
