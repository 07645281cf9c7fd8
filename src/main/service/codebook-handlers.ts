import type { PublishChoices } from '../../core/codebook/gone.ts';
import type { CodebookPlan } from '../../core/codebook/plan-change.ts';
import type { CodebookContent } from '../../core/model/codebook.ts';
import type { Input, Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import type { Handlers } from '../../ipc/server.ts';
import { sha256 } from '../store/articles.ts';
import { readCodebookFile } from './codebook-files.ts';
import { planFor } from './codebook-plan.ts';
import { codebookHeadOf, codebookOf, codebookVersionsOf } from './codebook-view.ts';
import { refuse, storeRefusal } from './problems.ts';
import { projectName, projectView } from './project-view.ts';
import type { ServiceOptions } from './service-options.ts';
import type { Workspace } from './workspace.ts';
import { TOOL } from './write-manifest.ts';
import { writeWhole } from './write-whole.ts';

type Publishing = Input<'codebook.plan'> & { readonly summary: string };
type PlanView = Output<'codebook.plan'>;

/** A plan as it crosses the border: without its drafts, which only main may commit. */
function planView({ drafts: _drafts, ...plan }: CodebookPlan): PlanView {
  // The window gets a copy with the same shape, so readonly lists pass as plain ones.
  return plan as unknown as PlanView;
}

function moved({ store }: Workspace, base: number): Reply<never> | undefined {
  const { version } = codebookHeadOf(store);
  if (version === base) return undefined;
  return refuse(
    'refused',
    `The codebook has become version ${version} since you began from version ${base}. Nothing was published. Look at the new version and publish your changes again.`,
  );
}

async function planned(
  workspace: Workspace,
  input: Publishing,
  now: number,
): Promise<Reply<CodebookPlan>> {
  const refusal = moved(workspace, input.base);
  if (refusal !== undefined) return refusal;
  const made = await planFor(workspace.whole, {
    // Defaults of the schema are filled in by now; only its input type still has them optional.
    next: input.next as Output<'codebook.read'>['versions'][number]['content'],
    choices: input.choices as PublishChoices,
    summary: input.summary,
    by: workspace.me.id,
    at: new Date(now).toISOString(),
  });
  return made.ok ? { ok: true, value: made.value.plan } : storeRefusal(made.error);
}

function notReady(plan: CodebookPlan): string {
  const [problem] = plan.problems;
  if (problem !== undefined) {
    return `The codebook was not published: ${problem.path.join(' › ')}: ${problem.message}.`;
  }
  if (plan.changes.length === 0) return 'The codebook was not published: nothing in it changed.';
  const open = plan.touches.filter(({ choice }) => choice === undefined);
  return `The codebook was not published: for ${open.map(({ name }) => `“${name}”`).join(', ')}, which is in use, nothing was chosen.`;
}

async function publish(
  workspace: Workspace,
  input: Publishing,
  now: number,
): Promise<Reply<Output<'codebook.publish'>>> {
  const { store, me } = workspace;
  const made = await planned(workspace, input, now);
  if (!made.ok) return made;
  const plan = made.value;
  if (!plan.ready) return refuse('refused', notReady(plan));
  // While the layers were read, somebody may have published.
  const refusal = moved(workspace, input.base);
  if (refusal !== undefined) return refusal;
  const label = `Publish version ${input.base + 1} of the codebook`;
  const written = await store.commit(me.id, plan.drafts, { label });
  if (!written.ok) return storeRefusal(written.error);
  return {
    ok: true,
    value: {
      plan: planView(plan),
      ops: written.value as Output<'codebook.publish'>['ops'],
      history: { ...store.history(me.id) },
      project: projectView(workspace),
    },
  };
}

async function textIn(
  form: Input<'codebook.exportFile'>['form'],
  content: CodebookContent,
): Promise<string> {
  if (form === 'qdc') {
    const { writeQdc } = await import('../../core/formats/refi/qdc.ts');
    return writeQdc(content, TOOL, sha256);
  }
  const { codebookText } = await import('./codebook-text.ts');
  return codebookText(content, form);
}

async function exportFile(
  { dialogs }: ServiceOptions,
  { store }: Workspace,
  form: Input<'codebook.exportFile'>['form'],
): Promise<Reply<Output<'codebook.exportFile'>>> {
  const name = `${projectName(store)} codebook.${form}`;
  const file = await dialogs.saveAs('Export the codebook', name, form);
  if (file === undefined) return { ok: true, value: { cancelled: true } };
  const done = await writeWhole(file, [await textIn(form, codebookOf(store))]);
  return done.ok ? { ok: true, value: { file } } : refuse('io', done.error, file);
}

async function importFile({
  dialogs,
  session,
}: ServiceOptions): Promise<Reply<Output<'codebook.importFile'>>> {
  const extensions = ['yaml', 'yml', 'json', 'qdc'];
  const file = await dialogs.chooseFile('Read a codebook', 'Codebooks', extensions);
  if (file === undefined) return { ok: true, value: { cancelled: true } };
  const open = session.need();
  if (!open.ok) return open;
  const { version: _version, ...base } = codebookOf(open.value.store);
  const read = await readCodebookFile(file, base);
  const value = read.ok ? { file, content: read.value } : { file, problems: read.error };
  return { ok: true, value: value as Output<'codebook.importFile'> };
}

type Mine = `codebook.${'read' | 'plan' | 'publish' | 'exportFile' | 'importFile'}`;

/** The codebook: reading it, planning and publishing changes, and files of it. */
export function codebookHandlers(options: ServiceOptions): Pick<Handlers, Mine> {
  const { session, clock } = options;
  return {
    'codebook.read': () => {
      const open = session.need();
      if (!open.ok) return Promise.resolve(open);
      const { store } = open.value;
      const value = { codebook: codebookOf(store), versions: codebookVersionsOf(store) };
      return Promise.resolve({ ok: true, value: value as Output<'codebook.read'> });
    },
    'codebook.plan': async (input) => {
      const open = session.need();
      if (!open.ok) return open;
      const made = await planned(open.value, { ...input, summary: '' }, clock());
      return made.ok ? { ok: true, value: planView(made.value) } : made;
    },
    'codebook.publish': async (input) => {
      const open = session.need();
      return open.ok ? publish(open.value, input, clock()) : open;
    },
    'codebook.exportFile': async ({ form }) => {
      const open = session.need();
      return open.ok ? exportFile(options, open.value, form) : open;
    },
    'codebook.importFile': () => importFile(options),
  };
}
