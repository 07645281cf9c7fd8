import { generator } from '../../core/agreement/generator.ts';
import { giveState } from '../../core/log/article-state.ts';
import { planAssignment, roundRobin } from '../../core/log/assignment.ts';
import { mayReadLayer } from '../../core/log/blind.ts';
import { DOCUMENT } from '../../core/log/document-ops.ts';
import { textField } from '../../core/log/fields.ts';
import type { CommitNote, OpDraft } from '../../core/log/op.ts';
import { editArticle } from '../../core/log/project-ops.ts';
import {
  foundTeam,
  giveColour,
  giveRole,
  nameAnalyst,
  revealArticle,
  setBlind,
} from '../../core/log/roster.ts';
import { isHandedIn } from '../../core/model/layer-document.ts';
import type { Input, Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import type { Handlers } from '../../ipc/server.ts';
import { refuse, storeRefusal } from './problems.ts';
import { articlesOf } from './project-view.ts';
import type { ServiceOptions } from './service-options.ts';
import { membersOf, readTeam, stateIn } from './team-progress.ts';
import { blindProjectOf, teamOf } from './team-view.ts';
import type { Workspace } from './workspace.ts';

type Written = Reply<Output<'team.assign'>>;

async function commit(
  { whole, me }: Workspace,
  drafts: readonly OpDraft[],
  note: CommitNote,
): Promise<Written> {
  const done = await whole.commit(me.id, drafts, note);
  if (!done.ok) return storeRefusal(done.error);
  return { ok: true, value: { history: { ...whole.history(me.id) } } };
}

function unknownIn({ whole }: Workspace, analysts: readonly string[]): Reply<never> | undefined {
  const known = new Set(membersOf(whole).map(({ id }) => id));
  return analysts.every((id) => known.has(id))
    ? undefined
    : refuse('not-found', 'Somebody of these is not in the roster any more. Nothing was changed.');
}

const NO_TEAM = 'This project has no team yet. Found one first: roles and blind work need it.';

function edit(
  open: Workspace,
  { analyst, name, role, colour }: Input<'team.edit'>,
): Promise<Written> {
  const unknown = unknownIn(open, [analyst]);
  if (unknown !== undefined) return Promise.resolve(unknown);
  if (role !== undefined && teamOf(open.whole) === undefined) {
    return Promise.resolve(refuse('refused', NO_TEAM));
  }
  const drafts = [
    ...(name === undefined ? [] : [nameAnalyst(analyst, name)]),
    ...(role === undefined ? [] : [giveRole(analyst, role)]),
    ...(colour === undefined ? [] : [giveColour(analyst, colour)]),
  ];
  if (drafts.length === 0) return Promise.resolve(refuse('refused', 'There is nothing to change.'));
  return commit(open, drafts, { label: 'Change the roster' });
}

function assign(open: Workspace, { assigned }: Input<'team.assign'>): Promise<Written> {
  const unknown = unknownIn(open, [...new Set(assigned.flatMap(({ analysts }) => analysts))]);
  if (unknown !== undefined) return Promise.resolve(unknown);
  const known = new Set(articlesOf(open.whole).map(({ id }) => id));
  const drafts = assigned
    .filter(({ articleId }) => known.has(articleId))
    .map(({ articleId, analysts }) => editArticle(articleId, { assigned: analysts }));
  if (drafts.length === 0) return Promise.resolve(refuse('refused', 'There is nothing to assign.'));
  const label = `Assign ${drafts.length.toLocaleString('en')} ${drafts.length === 1 ? 'article' : 'articles'}`;
  return commit(open, drafts, { label });
}

function give(open: Workspace, input: Input<'team.give'>): Promise<Written> {
  const { articleId, analyst, state, reason } = input;
  const { whole } = open;
  if (teamOf(whole) === undefined) return Promise.resolve(refuse('refused', NO_TEAM));
  if (!isHandedIn(whole.counts(articleId).get(analyst)?.state)) {
    const words =
      'Only a layer that was submitted can be handed back or locked. Nothing was changed.';
    return Promise.resolve(refuse('refused', words));
  }
  const label = state === 'returned' ? 'Hand back a layer' : 'Lock a layer';
  return commit(open, [giveState(articleId, analyst, state, reason)], { label });
}

async function layer(
  { whole, me }: Workspace,
  { articleId, analyst }: Input<'team.layer'>,
): Promise<Reply<Output<'team.layer'>>> {
  const article = articlesOf(whole).find(({ id }) => id === articleId);
  const may = mayReadLayer(blindProjectOf(whole), me.id, articleId, analyst);
  if (article === undefined || !may) {
    return refuse('not-found', 'There is no layer here that you may read.');
  }
  const read = await whole.layer(articleId, analyst);
  if (!read.ok) return storeRefusal(read.error);
  const record = read.value.get(DOCUMENT)?.get(`${articleId}/${DOCUMENT}`) ?? {};
  const [reason, digest] = [textField(record, 'reason'), textField(record, 'digest')];
  return { ok: true, value: { state: stateIn(whole, article, analyst), reason, digest } };
}

function plan({ articleIds, analysts, how, share, each, seed }: Input<'team.plan'>) {
  const planned =
    how === 'round-robin'
      ? roundRobin(articleIds, analysts)
      : planAssignment({ articles: articleIds, analysts, share, each }, generator(seed));
  return planned.map((one) => ({ articleId: one.articleId, analysts: [...one.analysts] }));
}

type Mine =
  `team.${'read' | 'found' | 'setBlind' | 'edit' | 'plan' | 'assign' | 'give' | 'layer' | 'reveal'}`;

/** The people of a project, who gets what, and how far they are. */
export function teamHandlers({ session }: ServiceOptions): Pick<Handlers, Mine> {
  function open<T>(work: (open: Workspace) => Promise<Reply<T>>): Promise<Reply<T>> {
    const need = session.need();
    return need.ok ? work(need.value) : Promise.resolve(need);
  }
  const fixed = { undoable: false };
  return {
    'team.read': () => open((one) => Promise.resolve({ ok: true, value: readTeam(one) })),
    'team.found': ({ blind }) =>
      open((one) =>
        teamOf(one.whole) === undefined
          ? commit(one, foundTeam(one.me.id, blind), { label: 'Found the team', ...fixed })
          : Promise.resolve(refuse('refused', 'The project has a team already.')),
      ),
    'team.setBlind': ({ blind }) =>
      open((one) =>
        commit(one, [setBlind(blind)], { label: 'Change whether work is blind', ...fixed }),
      ),
    'team.edit': (input) => open((one) => edit(one, input)),
    'team.plan': (input) =>
      open(() => Promise.resolve({ ok: true, value: { assigned: plan(input) } })),
    'team.assign': (input) => open((one) => assign(one, input)),
    'team.give': (input) => open((one) => give(one, input)),
    'team.layer': (input) => open((one) => layer(one, input)),
    'team.reveal': ({ articleIds }) =>
      open((one) => {
        const label = 'Reveal the layers of articles';
        return commit(one, articleIds.map(revealArticle), { label, ...fixed });
      }),
  };
}
