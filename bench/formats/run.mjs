/**
 * Measures export and import of 10,000 articles with 100,000 annotations in each format, one process
 * for each, beside `JSON.stringify` and `JSON.parse` of native lines in the same process, and the most
 * memory each held at a tenth of that and at all of it; then how long the main process is held up while a
 * project of that size comes in and goes out. `npm run bench:formats`; `-- --quick` takes a tenth,
 * `-- jsonl brat` only those, `-- blocking` only the last. Exits 1 where `jsonl` is written at less than
 * half of the limit.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';

const folder = await mkdtemp(path.join(process.env['BENCH_FOLDER'] ?? tmpdir(), 'verbale-bench-'));
const program = path.join(folder, 'program');
const asked = process.argv.slice(2).filter((one) => !one.startsWith('--'));
const most = process.argv.includes('--quick') ? 1000 : 10_000;
const LEAST_JSONL = 0.5;
const BLOCKING = 'blocking';
/** Formats that a whole project is written in while the main process is watched. */
const WATCHED = ['jsonl', 'csv', 'spacy-docbin', 'refi-qda'];

/** @param {string} name @param {string} [file] */
async function bundle(name, file = path.join(import.meta.dirname, `${name}.ts`)) {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: file,
      outDir: program,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
    ssr: { noExternal: true },
  });
}

/** @param {string} name @param {string[]} args */
function run(name, ...args) {
  const ran = spawnSync(
    process.execPath,
    ['--expose-gc', path.join(program, `${name}.mjs`), ...args],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    },
  );
  if (ran.status !== 0) throw new Error(`${args.join(' ')}: ${ran.stderr.slice(-2000)}`);
  return JSON.parse(ran.stdout);
}

/** @param {{ bytes: number, milliseconds: number, limit: number, same: number }} measured */
function speed({ bytes, milliseconds, limit, same }) {
  const rate = bytes / 1e3 / milliseconds;
  return { rate, ratio: rate / limit, share: same / milliseconds };
}

/** @param {string} side @param {any} small @param {any} large */
function cells(side, small, large) {
  if (large === undefined) return ['–', '–', '–', '–'];
  const { rate, ratio, share } = speed(large);
  if (side === 'import' && large.articles !== most) {
    throw new Error(`${large.articles} articles came back of ${most}`);
  }
  const memory = `${small.peak.toFixed(0)} → ${large.peak.toFixed(0)}`;
  return [rate.toFixed(1), ratio.toFixed(2), share.toFixed(2), memory];
}

/** @param {string} id @param {boolean} isRead @returns {Record<string, any>} */
function measure(id, isRead) {
  /** @type {Record<string, any>} */
  const measured = {};
  for (const count of [most / 10, most]) {
    const at = path.join(folder, `${id}-${count}`);
    measured[`export ${count}`] = run('measuring', 'export', id, String(count), at);
    if (isRead) measured[`import ${count}`] = run('measuring', 'import', id, String(count), at);
    rmSync(at, { recursive: true, force: true });
  }
  return measured;
}

async function compareFormats() {
  await bundle('list');
  await bundle('measuring');
  /** @type {{ id: string, isRead: boolean }[]} */
  const formats = run('list');
  console.log(
    '| format | MB | export MB/s | ÷ JSON.stringify | same articles | peak MB, a tenth → all | import MB/s | ÷ JSON.parse | same articles | peak MB, a tenth → all |',
  );
  console.log('|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|');
  for (const { id, isRead } of formats) {
    if (asked.length > 0 && !asked.includes(id)) continue;
    const measured = measure(id, isRead);
    const row = ['export', 'import'].flatMap((side) =>
      cells(side, measured[`${side} ${most / 10}`], measured[`${side} ${most}`]),
    );
    const size = (measured[`export ${most}`].bytes / 1e6).toFixed(0);
    console.log(`| \`${id}\` | ${size} | ${row.join(' | ')} |`);
    if (id === 'jsonl' && speed(measured[`export ${most}`]).ratio < LEAST_JSONL) {
      process.exitCode = 1;
    }
  }
}

async function watchMain() {
  await bundle('blocking');
  const reader = path.join(import.meta.dirname, '../../src/main/importers/worker.ts');
  await bundle('worker', reader);
  const worker = path.join(program, 'worker.mjs');
  console.log('\n| in the main process | s | longest ms | over 50 ms | peak MB |');
  console.log('|---|--:|--:|--:|--:|');
  for (const { work, seconds, longest, long, peak } of run(
    'blocking',
    String(most),
    worker,
    ...WATCHED,
  )) {
    const cellsOf = [seconds.toFixed(0), longest.toFixed(0), long, peak.toFixed(0)];
    console.log(`| ${work} | ${cellsOf.join(' | ')} |`);
  }
}

try {
  console.log(`${most} articles, ${most * 10} annotations; load ${loadavg()[0]?.toFixed(1)}`);
  const isOnlyMain = asked.length === 1 && asked[0] === BLOCKING;
  if (!isOnlyMain) await compareFormats();
  if (asked.length === 0 || asked.includes(BLOCKING)) await watchMain();
} finally {
  await rm(folder, { recursive: true, force: true });
}
