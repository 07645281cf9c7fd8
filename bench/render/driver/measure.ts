import type { ChangeResult, Job, JobResult, Part } from '../job.ts';
import { NEEDLE } from '../work.ts';
import { type BenchPage, openPage } from './page.ts';
import { lookAtWhole } from './whole-text.ts';

/** CPU of a mount is counted so long after it, in milliseconds; then once more, for what comes late. */
const MOUNT_MS = 250;
const LATER_MS = 1000;
const PLACES = 12;

const WIDE = 1280;
const NARROW = 560;

type Results = { -readonly [K in keyof JobResult]?: JobResult[K] };

async function measureMount(page: BenchPage, results: Results): Promise<void> {
  const memory = page.memory();
  const before = await page.cpu();
  const { paint, blocked } = await page.call('mount');
  await page.call('idle', MOUNT_MS);
  const after = await page.cpu();
  await page.call('idle', LATER_MS);
  const cpuLater = (await page.cpu()) - after;
  results.mount = { paint, blocked, cpu: after - before, cpuLater };
  results.nodes = await page.call('nodes');
  results.memory = page.memory() - memory;
}

async function measureChange(page: BenchPage, kind: 'add' | 'remove'): Promise<ChangeResult> {
  await page.collectGarbage();
  const before = await page.cpu();
  const results = await page.call('change', kind);
  const cpu = ((await page.cpu()) - before) / Math.max(1, results.length);
  return { costs: results.map((one) => one.cost), paints: results.map((one) => one.paint), cpu };
}

async function measureResize(page: BenchPage): Promise<number> {
  let total = 0;
  for (const width of [NARROW, WIDE]) {
    const before = await page.cpu();
    await page.call('resize', width);
    await page.call('idle', MOUNT_MS);
    total += (await page.cpu()) - before;
  }
  return total / 2;
}

type Measure = (page: BenchPage, results: Results, job: Job) => Promise<void>;

const PARTS: Readonly<Record<Part, Measure>> = {
  async change(page, results) {
    results.add = await measureChange(page, 'add');
    results.remove = await measureChange(page, 'remove');
  },
  async hit(page, results) {
    results.hit = await page.call('hit');
  },
  async goTo(page, results) {
    results.goTo = await page.call('goTo', PLACES);
  },
  async scroll(page, results) {
    results.scroll = await page.call('scroll');
  },
  async resize(page, results) {
    results.resize = await measureResize(page);
  },
  async whole(page, results, { technique }) {
    results.whole = await lookAtWhole(page, NEEDLE, technique === 'verbale');
  },
};

/** Measures one technique on one fresh page. Never rejects: what fails is told in the result. */
export async function measure(pages: string, job: Job, load: number): Promise<JobResult> {
  const results: Results = {};
  const longTasks: Record<string, readonly number[]> = {};
  const page = await openPage(pages);
  const noteTasks = async (name: string): Promise<void> => {
    const found = await page.call('takeLongTasks');
    if (found.length > 0) longTasks[name] = found;
  };
  try {
    await page.call('prepare', job.technique, job.cell);
    await page.collectGarbage();
    await page.call('idle', 100);
    await page.call('takeLongTasks');
    await measureMount(page, results);
    await noteTasks('mount');
    for (const part of job.parts) {
      await page.call('idle', 0);
      await PARTS[part](page, results, job);
      await noteTasks(part);
    }
  } catch (cause) {
    results.failed = cause instanceof Error ? cause.message : String(cause);
  } finally {
    page.close();
  }
  return { ...results, job, load, longTasks };
}
