import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import path from 'node:path';
import { figuresOf, median } from './figures.ts';
import { type IndexResult, raceIndexes } from './index-race.ts';
import type { BorderResult, DriverOutput, Job, JobResult, Plan } from './job.ts';
import { accessibilityJobs, jobsOf, readOptions, TECHNIQUES } from './plan.ts';
import { figureTables, longTaskLines, targetTable } from './report.ts';
import { accessibilityChecks, type Check, checkTargets, otherChecks } from './targets.ts';

const [folder = '.', peers = '.', ...args] = process.argv.slice(2);

/** Lines that Chromium writes on a machine without a session bus or a graphics card. */
const NOISE = /:ERROR:(?:bus|viz_main_impl|gl_|object_proxy|gpu_)/;
/** A driver that dies is started again for what is left, so often. */
const MOST_STARTS = 3;

/** Starts Electron with the driver; tells how it ended. */
async function runDriver(flags: readonly string[], planFile: string): Promise<number | null> {
  const electron = createRequire(path.join(process.cwd(), 'package.json'))('electron') as string;
  const isRoot = process.getuid?.() === 0;
  const program = path.join(folder, 'driver.mjs');
  const child = spawn(electron, [...(isRoot ? ['--no-sandbox'] : []), ...flags, program], {
    stdio: ['ignore', 'inherit', 'pipe'],
    env: { ...process.env, VERBALE_BENCH_PLAN: planFile },
  });
  child.stderr.setEncoding('utf8').on('data', (lines: string) => {
    const kept = lines.split('\n').filter((line) => line !== '' && !NOISE.test(line));
    for (const line of kept) process.stderr.write(`${line}\n`);
  });
  return new Promise((resolve) => {
    child.on('close', resolve);
  });
}

interface Measured {
  readonly pages: JobResult[];
  border: BorderResult | undefined;
}

/** Measures all pages of a list, and what else the plan asks for. */
async function measure(
  jobs: readonly Job[],
  extra: { readonly accessibility: boolean; readonly preload?: string },
): Promise<Measured> {
  const { accessibility, ...rest } = extra;
  const measured: Measured = { pages: [], border: undefined };
  if (jobs.length === 0) return measured;
  const output = path.join(folder, 'driver-output.json');
  const planFile = path.join(folder, 'plan.json');
  const profile = path.join(folder, 'profile');
  const flags = [
    `--user-data-dir=${profile}`,
    ...(accessibility ? ['--force-renderer-accessibility'] : []),
  ];
  for (let start = 0; start < MOST_STARTS; start += 1) {
    rmSync(profile, { recursive: true, force: true });
    rmSync(output, { force: true });
    const left = jobs.slice(measured.pages.length);
    const plan: Plan = { pages: path.join(folder, 'pages'), output, jobs: left, ...rest };
    writeFileSync(planFile, JSON.stringify(plan));
    const code = await runDriver(flags, planFile);
    const { pages, border } = JSON.parse(readFileSync(output, 'utf8')) as DriverOutput;
    measured.pages.push(...pages);
    measured.border = border;
    if (code === 0) return measured;
    process.stderr.write(`The driver ended with ${String(code)}.\n`);
  }
  throw new Error(`The driver did not get to the end in ${String(MOST_STARTS)} starts.`);
}

function machineWords(results: readonly JobResult[]): string {
  const loads = results.map(({ load }) => load);
  const busy = loads.filter((load) => load > 1.35).length;
  return [
    `${cpus()[0]?.model ?? 'unknown processor'}, ${String(cpus().length)} cores;`,
    `before a page the machine was ${median(loads).toFixed(2)}× slower than at rest (median),`,
    `and over 1.35× before ${String(busy)} of ${String(loads.length)} pages.`,
  ].join(' ');
}

function listOf(title: string, lines: readonly string[]): string {
  return `## ${title}\n\n${lines.length === 0 ? 'None.' : lines.map((line) => `* ${line}`).join('\n')}`;
}

interface Whole {
  readonly results: readonly JobResult[];
  readonly accessible: readonly JobResult[];
  readonly border: BorderResult | undefined;
  readonly checks: readonly Check[];
}

function reportOf({ results, accessible, border, checks }: Whole): string {
  const failed = results.flatMap(({ job, failed: why }) =>
    why === undefined ? [] : `${job.technique} ${job.cell}: ${why}`,
  );
  const long = [
    ...longTaskLines(results),
    ...longTaskLines(accessible).map((line) => `with accessibility: ${line}`),
  ];
  const stops = (border?.mainStops ?? []).map((ms) => `opening an article: ${ms.toFixed(0)} ms`);
  return [
    `# Rendering, ${new Date().toISOString().slice(0, 10)}`,
    machineWords([...results, ...accessible]),
    `## Targets\n\n${targetTable(checks)}`,
    listOf('Long tasks of the reader (over 50 ms)', long),
    listOf('Long tasks of the main process (over 50 ms)', stops),
    `## Figures\n\n${figureTables(figuresOf(results), TECHNIQUES)}`,
    listOf('Pages that failed', failed),
  ].join('\n\n');
}

async function main(): Promise<number> {
  const options = readOptions(args);
  const index: IndexResult | undefined = options.isQuick ? undefined : raceIndexes(peers);
  const preload = path.join(folder, 'preload.cjs');
  const normal = await measure(jobsOf(options), { accessibility: false, preload });
  const accessible = await measure(accessibilityJobs(options), { accessibility: true });
  const checks = [
    ...checkTargets(figuresOf(normal.pages)),
    ...accessibilityChecks(figuresOf(accessible.pages)),
    ...otherChecks(normal.border, index),
  ];
  const whole: Whole = {
    results: normal.pages,
    accessible: accessible.pages,
    border: normal.border,
    checks,
  };
  const report = reportOf(whole);
  writeFileSync(path.join(folder, 'report.md'), `${report}\n`);
  writeFileSync(path.join(folder, 'results.json'), JSON.stringify({ options, index, ...whole }));
  const written = `Written to ${path.join(folder, 'report.md')} and results.json.`;
  process.stdout.write(`${report}\n\n${written}\n`);
  const missed = checks.filter(({ verdict }) => verdict === 'fail').length;
  process.stdout.write(`${missed} of ${checks.length} comparisons miss their target.\n`);
  return missed === 0 ? 0 : 1;
}

process.exitCode = await main();
