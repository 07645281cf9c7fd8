import { createEngine } from '../core/agreement/report/engine.ts';
import { type ReportOptions, USUAL_OPTIONS } from '../core/agreement/report/input.ts';
import type { AgreementReport, Figure } from '../core/agreement/report/report.ts';
import { ruleFrom } from '../core/agreement/report/rule-words.ts';
import type { Json } from '../core/model/json.ts';
import { err, ok, type Result } from '../core/result.ts';
import { gatherLayers, reportProject } from '../main/service/agreement-gather.ts';
import { articlesOf } from '../main/service/project-view.ts';
import type { Workspace } from '../main/service/workspace.ts';
import type { Store } from '../main/store/store.ts';
import { type Command, type Outcome, refused, wrongUsage } from './command.ts';
import type { Invocation } from './usage.ts';
import { withProject } from './with-project.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The ids of what a list names, by id or by name; an error names what is not there. */
function idsOf(
  lists: readonly string[] | undefined,
  all: readonly Named[],
  what: string,
): Result<string[] | undefined, string> {
  if (lists === undefined) return ok(undefined);
  const ids: string[] = [];
  const known = (wanted: string) =>
    all.find(({ id }) => id === wanted) ??
    all.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  for (const list of lists) {
    // A name or a title may have a comma in it.
    const whole = known(list.trim());
    for (const one of whole === undefined ? list.split(',') : [list]) {
      const found = known(one.trim());
      if (found === undefined) return err(`There is no ${what} “${one.trim()}” in this project.`);
      ids.push(found.id);
    }
  }
  return ok([...new Set(ids)]);
}

/** What does not need the project to be read. */
type Plain = Pick<ReportOptions, 'rule' | 'readers' | 'unsubmitted' | 'seed' | 'resamples'>;

function wholeNumber(words: string | undefined, otherwise: number): number | undefined {
  if (words === undefined) return otherwise;
  return /^\d{1,9}$/u.test(words) ? Number(words) : undefined;
}

/** The most samples that are drawn; more only take time. */
const MOST_RESAMPLES = 100_000;

function plainOptions({ options, flags }: Invocation): Result<Plain, string> {
  const rule = ruleFrom(options['match'] ?? 'half');
  if (rule === undefined) {
    return err('--match: must be half, any, exact, or an IoU above 0 and up to 1, such as 0.5.');
  }
  const seed = wholeNumber(options['seed'], USUAL_OPTIONS.seed);
  const resamples = wholeNumber(options['resamples'], USUAL_OPTIONS.resamples);
  if (seed === undefined) return err('--seed: must be a whole number.');
  if (resamples === undefined || resamples > MOST_RESAMPLES) {
    return err(`--resamples: must be a whole number, ${MOST_RESAMPLES} at most.`);
  }
  const readers = flags.has('read-by-all') ? 'all' : 'two';
  return ok({ rule, readers, unsubmitted: flags.has('unsubmitted'), seed, resamples });
}

function optionsFor(
  store: Store,
  lists: Invocation['lists'],
  plain: Plain,
): Result<ReportOptions, string> {
  const { analysts: people, codebook } = reportProject(store);
  const analysts = idsOf(lists['analysts'], people, 'analyst');
  if (!analysts.ok) return analysts;
  const titles = articlesOf(store).map(({ id, title }) => ({ id, name: title }));
  const articles = idsOf(lists['articles'], titles, 'article');
  if (!articles.ok) return articles;
  const labels = idsOf(lists['labels'], codebook.labels, 'label');
  if (!labels.ok) return labels;
  return ok({ ...plain, analysts: analysts.value, articles: articles.value, labels: labels.value });
}

function words({ value, reason, low, high }: Figure): string {
  if (value === null) return `undefined: ${reason ?? ''}`;
  const interval = low === null || high === null ? '' : `  ${low.toFixed(2)}–${high.toFixed(2)}`;
  return `${value.toFixed(2)}${interval}`;
}

function told(report: AgreementReport): Outcome {
  const { scope, finding, exact, boundary, label, attributes, left } = report;
  const names = new Map(scope.analysts.map(({ id, name }) => [id, name]));
  return {
    exit: 0,
    json: report as unknown as Json,
    text: [
      `${scope.articles} articles, ${scope.layers} layers, ${scope.annotations} annotations`,
      `finding     ${words(finding)}`,
      `  exact     ${words(exact)}`,
      `boundary    ${words(boundary)}`,
      `label       ${words(label)}`,
      `attributes  ${words(attributes)}`,
      ...report.pairs.map(
        (pair) =>
          `${names.get(pair.a) ?? pair.a} and ${names.get(pair.b) ?? pair.b}: finding ${words(pair.finding)}; label ${words(pair.label)}`,
      ),
      ...left.map(({ reason, what, count }) => `left out: ${count} ${what} (${reason})`),
    ],
  };
}

async function report({ store }: Workspace, options: ReportOptions): Promise<Outcome> {
  const engine = createEngine(reportProject(store), options);
  const gathered = await gatherLayers({
    store,
    options,
    take: engine.add,
    progress: () => undefined,
  });
  if (!gathered.ok) return refused(gathered.error.message);
  engine.measure(() => undefined);
  return told(engine.resample(() => undefined));
}

/**
 * `agreement DIR` → the report that the window shows and exports as JSON. Analysts, articles and
 * labels by id or by name, with commas between them or as several options.
 */
export const agreementCommand: Command = {
  name: 'agreement',
  operands: [1, 1],
  options: [
    'analysts',
    'articles',
    'labels',
    'match',
    'read-by-all',
    'unsubmitted',
    'seed',
    'resamples',
    'analyst',
  ],
  run: (invocation, output) => {
    const [folder = ''] = invocation.operands;
    const plain = plainOptions(invocation);
    if (!plain.ok) return Promise.resolve(wrongUsage(plain.error));
    return withProject(folder, invocation.options['analyst'], output, (workspace) => {
      const options = optionsFor(workspace.store, invocation.lists, plain.value);
      if (!options.ok) return Promise.resolve(refused(options.error));
      return report(workspace, options.value);
    });
  },
};
