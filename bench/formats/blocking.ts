/**
 * What an import and exports of a whole project hold up in the main process: how late a timer comes.
 * Readers run in processes of their own, as in the app.
 */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { EVERYTHING } from '../../src/core/datasets/choice.ts';
import { findFormat } from '../../src/core/formats/index.ts';
import { lossLog } from '../../src/core/formats/loss.ts';
import { exportDataset } from '../../src/main/service/export-dataset.ts';
import { importFiles } from '../../src/main/service/import-files.ts';
import { readInChildProcesses } from '../../src/main/service/import-reading.ts';
import { createWorkspace } from '../../src/main/service/open-workspace.ts';
import type { Workspace } from '../../src/main/service/workspace.ts';
import { articleNumber, FACTS } from './news.ts';

/** What one piece of work held up. */
interface Held {
  readonly work: string;
  readonly seconds: number;
  /** The longest that a timer was late, in milliseconds. */
  readonly longest: number;
  /** How often it was late by more than {@link LONG}. */
  readonly long: number;
  /** Most memory of the process so far, MB. */
  readonly peak: number;
}

/** A task longer than this is felt, in milliseconds. */
const LONG = 50;
const NS = 1e6;
const AT = '2026-11-22T10:00:00.000Z';

function peak(): number {
  const status = readFileSync('/proc/self/status', 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1000;
}

/** Takes note of each tick that comes late. */
function watchTicks(): { readonly end: () => { longest: number; long: number } } {
  const delay: IntervalHistogram = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  let last = performance.now();
  let long = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    if (now - last > LONG) long += 1;
    last = now;
  }, 1);
  return {
    end: () => {
      if (performance.now() - last > LONG) long += 1;
      clearInterval(timer);
      delay.disable();
      return { longest: delay.max / NS, long };
    },
  };
}

async function watched(work: string, run: () => Promise<void>): Promise<Held> {
  const start = performance.now();
  const ticks = watchTicks();
  await run();
  const { longest, long } = ticks.end();
  return { work, seconds: (performance.now() - start) / 1000, longest, long, peak: peak() };
}

function writeLines(file: string, articles: number): void {
  const writer = findFormat('jsonl')?.write?.(FACTS, { offsetUnit: 'codePoint' }, lossLog());
  for (let number = 0; number < articles; number += 1) {
    for (const { data } of writer?.article(articleNumber(number)) ?? []) appendFileSync(file, data);
  }
}

async function exportAs(project: Workspace, id: string, folder: string): Promise<void> {
  const format = findFormat(id);
  if (format === undefined) throw new Error(`no ${id}`);
  const options = { offsetUnit: format.offsetUnit };
  const task = { format, options, choice: EVERYTHING, me: project.me.id };
  const out = path.join(
    folder,
    `out-${id}${format.layout === 'folder' ? '' : format.extensions[0]}`,
  );
  const done = await exportDataset(project.store, task, out, { at: AT });
  if (!done.ok) throw new Error(done.error);
}

const [count = '0', worker = '', ...formats] = process.argv.slice(2);
const folder = mkdtempSync(path.join(path.dirname(worker), 'project-'));
try {
  const file = path.join(folder, 'in.jsonl');
  writeLines(file, Number(count));
  const options = { replica: 'r-bench', application: 'bench', clock: () => Date.parse(AT) };
  const made = await createWorkspace(path.join(folder, 'project'), 'Bench', 'Ana', options);
  if (!made.ok) throw new Error(made.error.message);
  const { store, me } = made.value;
  const readArticles = readInChildProcesses(worker);
  const held = [
    await watched('import of `jsonl`', async () => {
      const done = await importFiles(store, {
        me,
        files: [file],
        now: Date.parse(AT),
        readArticles,
      });
      if (!done.ok) throw new Error(done.error);
      const { imported, failed } = done.value;
      if (imported.length !== Number(count)) throw new Error(JSON.stringify(failed.slice(0, 3)));
    }),
  ];
  for (const id of formats) {
    held.push(await watched(`export of \`${id}\``, () => exportAs(made.value, id, folder)));
  }
  await store.close();
  process.stdout.write(`${JSON.stringify(held)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
