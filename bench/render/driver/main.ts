import { readFileSync, writeFileSync } from 'node:fs';
// oxlint-disable-next-line eslint/no-restricted-imports -- a program of its own, not the app
import { app } from 'electron';
import type { DriverOutput, JobResult, Plan } from '../job.ts';
import { measureBorder } from './border.ts';
import { calibrate } from './calibration.ts';
import { measure } from './measure.ts';

/** Works through the plan, a page after the other, and writes the results after each. */
async function main(): Promise<void> {
  const plan = JSON.parse(readFileSync(process.env['VERBALE_BENCH_PLAN'] ?? '', 'utf8')) as Plan;
  await app.whenReady();
  const machine = calibrate();
  const results: JobResult[] = [];
  const write = (output: DriverOutput): void => writeFileSync(plan.output, JSON.stringify(output));
  write({ pages: results });
  for (const [index, job] of plan.jobs.entries()) {
    const result = await measure(plan.pages, job, await machine.wait());
    results.push(result);
    const outcome = result.failed ?? `${(result.mount?.cpu ?? 0).toFixed(1)} ms`;
    process.stderr.write(
      `${String(index + 1)}/${String(plan.jobs.length)} ${job.cell} ${job.technique}: ${outcome}\n`,
    );
    write({ pages: results });
  }
  if (plan.preload !== undefined) {
    await machine.wait();
    write({ pages: results, border: await measureBorder(plan.pages, plan.preload) });
  }
  app.quit();
}

// The windows of one run come and go; the program ends when its list does.
app.on('window-all-closed', () => undefined);
main().catch((cause: unknown) => {
  process.stderr.write(`${cause instanceof Error ? (cause.stack ?? '') : String(cause)}\n`);
  app.exit(1);
});
