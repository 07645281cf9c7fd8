/**
 * What a report on agreement costs: 12 analysts × 1,000 articles × 40 annotations, as a ratio to
 * reading the same data once, and the longest piece of work that the asking thread does at a time.
 */
import { createEngine } from '../../src/core/agreement/report/engine.ts';
import {
  type ReportAnnotation,
  type ReportArticle,
  USUAL_OPTIONS,
} from '../../src/core/agreement/report/input.ts';
import { DEFAULT_CODEBOOK } from '../../src/core/codebook/default-codebook.ts';
import { seeded } from '../../src/core/testing/seeded.ts';

const LABELS = ['claim', 'threat', 'sanctions-proposal'];
const CHOICES = ['direct_quote', 'partial_quote', 'indirect_speech'];
const ANALYSTS = Array.from({ length: 12 }, (_, at) => `analyst-${String(at)}`);
const ANNOTATIONS = 40;

function article(number: number): ReportArticle {
  const layers = ANALYSTS.map((analyst, who) => {
    const [truth, random] = [seeded(number + 1), seeded(number * 31 + who + 7)];
    const annotations = Array.from({ length: ANNOTATIONS }, (_, at): ReportAnnotation => {
      const label = LABELS[Math.floor(truth() * 3)] ?? 'claim';
      const start = at * 60 + Math.floor(truth() * 20) + Math.floor(random() * 4);
      const value = CHOICES[Math.floor((random() < 0.8 ? truth() : random()) * 3)] ?? '';
      return {
        id: `${String(number)}-${String(who)}-${String(at)}`,
        label: random() < 0.85 ? label : (LABELS[Math.floor(random() * 3)] ?? label),
        spans: [[start, start + 20 + Math.floor(random() * 15)]],
        attributes: { attribution: value, time_frame: value },
        createdAt: `2022-0${String(1 + (number % 6))}-05T10:00:00Z`,
        codebookVersion: 1 + (number % 2),
        inFurniture: false,
      };
    });
    return { analyst, submitted: true, annotations };
  });
  return { id: `article-${String(number)}`, title: `Article ${String(number)}`, layers };
}

function timed<T>(work: () => T): readonly [ms: number, value: T] {
  const began = performance.now();
  const value = work();
  return [performance.now() - began, value];
}

/** Measures a report on so many articles and prints what it cost. */
function report(articles: number): void {
  // What a store would read: one JSON text for each article.
  const texts = Array.from({ length: articles }, (_, number) => JSON.stringify(article(number)));
  const [read, data] = timed(() => texts.map((text) => JSON.parse(text) as ReportArticle));
  const project = {
    name: 'Bench',
    analysts: ANALYSTS.map((id) => ({ id, name: id })),
    codebook: { ...DEFAULT_CODEBOOK, version: 2 },
    blind: false,
  };
  const engine = createEngine(project, USUAL_OPTIONS);
  const [taken] = timed(() => {
    for (const one of data) engine.add(one);
  });
  const [measured, first] = timed(() => engine.measure(() => undefined));
  const [resampled] = timed(() => engine.resample(() => undefined));
  const [page] = timed(() => engine.behind({ of: 'found' }, 0, 50));
  const [cloned] = timed(() =>
    structuredClone({ ...first, byArticle: first.byArticle.slice(0, 200) }),
  );
  const [sent] = timed(() => structuredClone(data.slice(0, 8)));
  const times = (ms: number) => `${ms.toFixed(0)} ms (${(ms / read).toFixed(1)} × reading)`;
  console.log(`${articles} articles, ${articles * ANALYSTS.length * ANNOTATIONS} annotations`);
  console.log(`  reading once      ${read.toFixed(0)} ms`);
  console.log(`  taking in         ${times(taken)}`);
  console.log(`  numbers           ${times(measured)}`);
  console.log(`  intervals         ${times(resampled)}`);
  console.log(`  one page behind   ${page.toFixed(0)} ms, of ${first.finding.count} places`);
  console.log(
    `  main thread: the report over the border ${cloned.toFixed(1)} ms, 8 articles to the thread ${sent.toFixed(1)} ms`,
  );
}

const sizes = process.argv.includes('--quick') ? [50, 100] : [250, 1000];
for (const size of sizes) report(size);
