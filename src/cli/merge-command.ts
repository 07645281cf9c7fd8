import path from 'node:path';
import type { MergeReport } from '../core/log/merge-report.ts';
import type { Json } from '../core/model/json.ts';
import { mergeBundle } from '../main/service/bundle/merge-bundle.ts';
import type { MergeStep } from '../main/service/bundle/merge-steps.ts';
import { readBundleFile } from '../main/service/bundle/read-bundle-file.ts';
import { orderTakeBack, takeAgain } from '../main/service/bundle/take-back.ts';
import type { Workspace } from '../main/service/workspace.ts';
import { unlockAsked } from './bundle-lock.ts';
import { type Command, type Outcome, refused, type Surroundings, wrongUsage } from './command.ts';
import type { Invocation } from './usage.ts';
import { withProject } from './with-project.ts';

/** Conflicts that are named one by one on the screen; `--json` has them all. */
const SHOWN = 20;

const TRUST: { readonly [trust in MergeReport['from']['trust']]: string } = {
  known: 'a key that is known',
  first: 'a key seen for the first time; compare its name with theirs',
  accepted: 'a key that you accepted',
};

function conflictLines({ conflicts }: MergeReport): string[] {
  const lines = conflicts
    .slice(0, SHOWN)
    .map(
      ({ record, field, shown, others }) =>
        `  ${record}, ${field}: ${JSON.stringify(shown.value)} is shown; kept: ${others.map(({ value }) => JSON.stringify(value)).join(', ')}`,
    );
  const more = conflicts.length - lines.length;
  return more > 0 ? [...lines, `  and ${String(more)} more`] : lines;
}

/** A merge report for people. */
function reportLines(report: MergeReport, dryRun: boolean): string[] {
  const { from, held, waiting, missing, forked, conflicts, newArticles } = report;
  return [
    `${dryRun ? 'Would merge' : 'Merged'} a bundle of ${from.name}, signed with ${from.key}: ${TRUST[from.trust]}`,
    `New: ${String(report.new)} edits, ${String(newArticles.length)} articles; already here: ${String(held)}`,
    ...(conflicts.length === 0
      ? []
      : [`Set by several at once: ${String(conflicts.length)}`, ...conflictLines(report)]),
    ...waiting.map(
      (one) => `Waiting: ${one.replica}/${one.channel} from ${String(one.from)}. ${one.reason}`,
    ),
    ...report.changedTexts.flatMap((one) => [
      `Another text than here: “${one.title}”. Both are kept; ${String(one.found)} annotations would stand in the text here, ${String(one.lost.length)} not`,
      ...one.lost.slice(0, SHOWN).map((quote) => `  not found: ${JSON.stringify(quote)}`),
    ]),
    ...missing.map((id) => `Missing: the text of ${id}`),
    ...forked.map(
      (one) =>
        `Not taken: ${one.replica}/${one.channel} from ${String(one.from)}; two copies of one folder wrote under one name. The bundle is kept.`,
    ),
    ...Object.entries(report.inOthersLayers).map(
      ([analyst, count]) => `${String(count)} edits of ${from.name} in the layer of ${analyst}`,
    ),
  ];
}

function plainKey(print: string): string {
  return print.replaceAll(/[^0-9a-f]/giu, '').toLowerCase();
}

async function merge(
  { whole }: Workspace,
  file: string,
  bytes: Uint8Array,
  { options, flags }: Invocation,
): Promise<Outcome> {
  const dryRun = flags.has('dry-run');
  const accepted = options['accept-key'];
  const done = await mergeBundle(whole, bytes, {
    dryRun,
    at: new Date().toISOString(),
    vouched: (print) => accepted !== undefined && plainKey(print) === plainKey(accepted),
  });
  if (!done.ok) return refused(`${file} was not merged; nothing was changed. ${done.error}`);
  const { report, alsoApplied } = done.value;
  return {
    exit: 0,
    json: { dryRun, ...(report as unknown as { readonly [key: string]: Json }), alsoApplied },
    text: [
      ...reportLines(report, dryRun),
      ...(alsoApplied === 0
        ? []
        : [`Bundles of before that could be used now: ${String(alsoApplied)}`]),
    ],
  };
}

function stepOutcome(verb: string, { from, at, received, articles }: MergeStep): Outcome {
  const edits = received.reduce((sum, { before, to }) => sum + to - before, 0);
  return {
    exit: 0,
    json: { from, at, edits, articles: articles.length },
    text: [
      `${verb} what came with ${from}’s bundle: ${String(edits)} edits, ${String(articles.length)} articles`,
    ],
  };
}

async function takeStepBack(folder: string, output: Surroundings): Promise<Outcome> {
  let step: MergeStep | undefined;
  const ordered = await withProject(folder, undefined, output, async ({ store }) => {
    const done = await orderTakeBack(store);
    if (!done.ok) return refused(done.error);
    step = done.value;
    return stepOutcome('Took back', done.value);
  });
  if (step === undefined) return ordered;
  // The order is carried out when the project is opened.
  return withProject(folder, undefined, output, () => Promise.resolve(ordered));
}

function takeStepAgain(folder: string, output: Surroundings): Promise<Outcome> {
  return withProject(folder, undefined, output, async ({ store }) => {
    const done = await takeAgain(store);
    return done.ok ? stepOutcome('Took in again', done.value) : refused(done.error);
  });
}

/** `merge DIR F [--dry-run] [--accept-key K]` → the merge report; `merge DIR --take-back` → what went. */
export const mergeCommand: Command = {
  name: 'merge',
  operands: [1, 2],
  options: ['dry-run', 'accept-key', 'passphrase-file', 'identity-file', 'take-back', 'take-again'],
  async run(invocation, output) {
    const [folder = '', file] = invocation.operands;
    const { flags } = invocation;
    if (file === undefined) {
      if (flags.has('take-back')) return takeStepBack(folder, output);
      if (flags.has('take-again')) return takeStepAgain(folder, output);
      return wrongUsage('merge: name the bundle, or --take-back or --take-again.');
    }
    if (flags.has('take-back') || flags.has('take-again')) {
      return wrongUsage('merge: --take-back and --take-again go without a bundle.');
    }
    const key = await unlockAsked(invocation);
    if (!key.ok) return refused(key.error);
    const read = await readBundleFile(path.resolve(file), key.value);
    if (!read.ok)
      return refused(`${file} was not merged; nothing was changed. ${read.error.message}`);
    return withProject(folder, undefined, output, (workspace) =>
      merge(workspace, file, read.value, invocation),
    );
  },
};
