import '../../../src/renderer/ui/fonts.css';
import '../../../src/renderer/ui/tokens.css';
import '../../../src/renderer/ui/base.css';
import '../../../src/renderer/ui/label-hues.css';
import '../../../src/renderer/ui/reading-look.css';
import './page.css';
import { call } from '../../../src/renderer/state/host.ts';
import { PEERS } from '../peers/loaders.js';
import { type Cell, makeWork, type Work, type WorkSpan } from '../work.ts';
import { afterFrame, costOf, nextFrame, settled } from './cost.ts';
import { countLateFrames } from './frames.ts';
import type { Technique } from './technique.ts';

type Loader = () => Promise<{ readonly createTechnique: () => Technique }>;

/** Techniques of the house and its peers, by name. */
const LOADERS: Readonly<Record<string, Loader>> = {
  empty: () => import('./empty.ts'),
  plain: () => import('./plain.ts'),
  segs: () => import('./segs.ts'),
  verbale: () => import('./verbale.ts'),
  ...PEERS,
};

let technique: Technique;
let work: Work;
const host = document.createElement('div');
const longTasks: { readonly start: number; readonly ms: number }[] = [];

new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) {
    longTasks.push({ start: startTime, ms: duration });
  }
}).observe({ type: 'longtask', buffered: true });

async function prepare(name: string, cell: Cell): Promise<object> {
  const loader = LOADERS[name];
  if (loader === undefined) throw new Error(`There is no technique ${name}.`);
  technique = (await loader()).createTechnique();
  work = makeWork(cell);
  host.className = 'host';
  document.body.append(host);
  // The type is in memory, as it is in a window that has shown another article before.
  const fonts = ['400 19px "Source Serif 4 Variable"', '400 13px "Inter Variable"'];
  await Promise.all(fonts.map((font) => document.fonts.load(font)));
  await technique.prepare?.(work, host);
  await settled(300);
  const { text, paragraphs, spans, overlapping, nested } = work;
  return {
    characters: text.length,
    paragraphs: paragraphs.length,
    spans: spans.length,
    overlapping,
    nested,
  };
}

/** Milliseconds from data in memory to the second frame after the library says it is done. */
async function mount(): Promise<{ paint: number; blocked: number }> {
  await afterFrame();
  const start = performance.now();
  const done = technique.mount(host, work);
  const blocked = performance.now() - start;
  await done;
  await nextFrame();
  await nextFrame();
  return { paint: performance.now() - start, blocked };
}

function partOf(kind: 'add' | 'remove'): (span: WorkSpan) => void {
  const part = technique[kind];
  if (part === undefined) throw new Error('not measured');
  return (span) => {
    part.call(technique, span);
  };
}

async function change(kind: 'add' | 'remove'): Promise<{ cost: number; paint: number }[]> {
  const part = partOf(kind);
  const results: { cost: number; paint: number }[] = [];
  for (const span of work.extra) {
    results.push(await costOf(() => part(span)));
    await settled(150);
  }
  return results;
}

/** Fixed points of the first screen, the same for every technique. */
function points(): [number, number][] {
  return Array.from({ length: 200 }, (_, index): [number, number] => [
    360 + ((index * 7919) % 560),
    40 + ((index * 104_729) % 720),
  ]);
}

function idsOver(offset: number): string {
  const over = work.spans.filter(({ start, end }) => start <= offset && offset < end);
  return over
    .map(({ id }) => id)
    .toSorted()
    .join(' ');
}

/** True where a hit test gives other ids than the offsets at the point. */
function isWrong(ids: readonly string[], x: number, y: number): boolean {
  const offsets = technique.offsetsAt?.(x, y) ?? [];
  if (ids.length === 0 || offsets.length === 0) return false;
  return !offsets.map(idsOver).includes(ids.toSorted().join(' '));
}

/** Microseconds of one hit test, the best of five batches, and what the answers were. */
function hit(): { us: number; found: number; most: number; wrong: number } {
  const { hit: at } = technique;
  if (at === undefined) throw new Error('not measured');
  const places = points();
  let best = Number.POSITIVE_INFINITY;
  let answers: (readonly string[])[] = [];
  for (let batch = 0; batch < 5; batch += 1) {
    const start = performance.now();
    answers = places.map(([x, y]) => at(x, y));
    best = Math.min(best, performance.now() - start);
  }
  return {
    us: (best * 1000) / places.length,
    found: answers.filter((ids) => ids.length > 0).length,
    most: Math.max(...answers.map((ids) => ids.length)),
    wrong: places.filter(([x, y], index) => isWrong(answers[index] ?? [], x, y)).length,
  };
}

async function resize(width: number): Promise<void> {
  host.style.width = `${String(width)}px`;
  await nextFrame();
  await nextFrame();
}

/** Goes to spans far apart: what each costs, and how many got the focus and are in sight. */
async function goTo(count: number): Promise<{ costs: number[]; landed: number }> {
  const { goTo: go, isAt } = technique;
  if (go === undefined || isAt === undefined) throw new Error('not measured');
  const costs: number[] = [];
  let landed = 0;
  for (let index = 0; index < count; index += 1) {
    const span = work.spans[(index * 6151 + 97) % work.spans.length];
    if (span === undefined) continue;
    costs.push((await costOf(() => go(span))).cost);
    await settled(60);
    if (isAt(span)) landed += 1;
  }
  return { costs, landed };
}

/** Nodes under the host, texts included. */
function nodes(): number {
  const walker = document.createTreeWalker(host, NodeFilter.SHOW_ALL);
  let count = 0;
  while (walker.nextNode() !== null) count += 1;
  return count;
}

/** How many characters are selected, blanks not counted; and how many there are. */
function selectedCharacters(): { selected: number; all: number } {
  technique.selectAll?.();
  const bare = (words: string): number => words.replaceAll(/\s+/g, '').length;
  return { selected: bare(getSelection()?.toString() ?? ''), all: bare(work.text) };
}

/** Opens the article that the main process holds, as the window does; and only parses its bytes. */
async function openOverBorder(): Promise<{ opened: number; parsed: number; bytes: number }> {
  const answer = await window.verbale.call('article.read', '{"articleId":"bench"}');
  await settled(100);
  let start = performance.now();
  const reply = await call('article.read', { articleId: 'bench' });
  const opened = performance.now() - start;
  if (!reply.ok) throw new Error(reply.error.message);
  await settled(100);
  start = performance.now();
  JSON.parse(answer);
  return { opened, parsed: performance.now() - start, bytes: answer.length };
}

const bench = {
  prepare,
  mount,
  change,
  hit,
  resize,
  goTo,
  nodes,
  selectedCharacters,
  openOverBorder,
  scroll: () => countLateFrames(technique.scroller()),
  /** Long tasks since the last call. */
  takeLongTasks: () => longTasks.splice(0).map(({ ms }) => ms),
  idle: settled,
};

/** What the driver calls in the page. */
export type Bench = typeof bench;

Object.assign(window, { bench });
