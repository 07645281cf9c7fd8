import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import path from 'node:path';
import { figuresOf, median } from './figures.ts';
import type { Job, JobResult, Plan } from './job.ts';
import { accessibilityJobs, jobsOf, readOptions, TECHNIQUES } from './plan.ts';
import { figureTables, longTaskLines, targetTable } from './report.ts';
import { accessibilityChecks, checkTargets } from './targets.ts';

const [folder = '.', ...args] = process.argv.slice(2);

/** Lines that Chromium writes on a machine without a session bus or a graphics card. */
const NOISE = /:ERROR:(?:bus|viz_main_impl|gl_|object_proxy|gpu_)/;

/** Starts Electron with a program and arguments; ends with it. */
async function runElectron(
  program: string,
  options: readonly string[],
  env: object,
): Promise<void> {
  const electron = createRequire(path.join(process.cwd(), 'package.json'))('electron') as string;
  const isRoot = process.getuid?.() === 0;
  const child = spawn(electron, [...(isRoot ? ['--no-sandbox'] : []), ...options, program], {
    stdio: ['ignore', 'inherit', 'pipe'],
    env: { ...process.env, ...env },
  });
  child.stderr.setEncoding('utf8').on('data', (lines: string) => {
    const kept = lines.split('\n').filter((line) => line !== '' && !NOISE.test(line));
    for (const line of kept) process.stderr.write(`${line}\n`);
  });
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`Electron ended with ${String(code)}.`);
}

async function measure(jobs: readonly Job[], accessibility: boolean): Promise<JobResult[]> {
  if (jobs.length === 0) return [];
  const output = path.join(folder, accessibility ? 'accessible.json' : 'pages.json');
  const planFile = path.join(folder, 'plan.json');
  const plan: Plan = { pages: path.join(folder, 'pages'), output, jobs };
  writeFileSync(planFile, JSON.stringify(plan));
  const profile = path.join(folder, 'profile');
  rmSync(profile, { recursive: true, force: true });
  const flags = [
    `--user-data-dir=${profile}`,
    ...(accessibility ? ['--force-renderer-accessibility'] : []),
  ];
  await runElectron(path.join(folder, 'driver.mjs'), flags, { VERBALE_BENCH_PLAN: planFile });
  return JSON.parse(readFileSync(output, 'utf8')) as JobResult[];
}

function machineWords(results: readonly JobResult[]): string {
  const loads = results.map(({ load }) => load);
  const busy = loads.filter((load) => load > 1.35).length;
  return [
    `${cpus()[0]?.model ?? 'unknown processor'}, ${String(cpus().length)} cores, Node ${process.versions.node};`,
    `before a page the machine was ${median(loads).toFixed(2)}× slower than at rest (median),`,
    `and over 1.35× before ${String(busy)} of ${String(loads.length)} pages.`,
  ].join(' ');
}

async function main(): Promise<number> {
  const options = readOptions(args);
  const results = await measure(jobsOf(options), false);
  const accessible = await measure(accessibilityJobs(options), true);
  const figures = figuresOf(results);
  const checks = [...checkTargets(figures), ...accessibilityChecks(figuresOf(accessible))];
  const long = [
    ...longTaskLines(results),
    ...longTaskLines(accessible).map((line) => `with accessibility: ${line}`),
  ];
  const failed = results.flatMap(({ job, failed: why }) =>
    why === undefined ? [] : `${job.technique} ${job.cell}: ${why}`,
  );
  const report = [
    `# Rendering, ${new Date().toISOString().slice(0, 10)}`,
    machineWords([...results, ...accessible]),
    `## Targets\n\n${targetTable(checks)}`,
    `## Long tasks of the reader (over 50 ms)\n\n${long.length === 0 ? 'None.' : long.map((line) => `* ${line}`).join('\n')}`,
    `## Figures\n\n${figureTables(figures, TECHNIQUES)}`,
    ...(failed.length === 0
      ? []
      : [`## Failed\n\n${failed.map((line) => `* ${line}`).join('\n')}`]),
  ].join('\n\n');
  writeFileSync(path.join(folder, 'report.md'), `${report}\n`);
  writeFileSync(
    path.join(folder, 'results.json'),
    JSON.stringify({ options, results, accessible, checks }),
  );
  process.stdout.write(
    `${report}\n\nWritten to ${path.join(folder, 'report.md')} and results.json.\n`,
  );
  const missed = checks.filter(({ verdict }) => verdict === 'fail');
  return missed.length + failed.length + long.length === 0 ? 0 : 1;
}

process.exitCode = await main();
