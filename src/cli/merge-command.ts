import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { MergeReport } from '../core/log/merge-report.ts';
import type { Json } from '../core/model/json.ts';
import { mergeBundle } from '../main/service/bundle/merge-bundle.ts';
import type { Workspace } from '../main/service/workspace.ts';
import { type Command, type Outcome, refused } from './command.ts';
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

/** `merge DIR F [--dry-run] [--accept-key K]` → the merge report. */
export const mergeCommand: Command = {
  name: 'merge',
  operands: [2, 2],
  options: ['dry-run', 'accept-key'],
  async run(invocation, output) {
    const [folder = '', file = ''] = invocation.operands;
    let bytes: Uint8Array;
    try {
      bytes = await readFile(path.resolve(file));
    } catch (cause) {
      const { code, message } = cause as NodeJS.ErrnoException;
      // What a disk refuses is to be expected; anything else is a bug and has to be seen.
      if (code === undefined) throw cause;
      return refused(`${file} cannot be read: ${message}`);
    }
    return withProject(folder, undefined, output, (workspace) =>
      merge(workspace, file, bytes, invocation),
    );
  },
};
