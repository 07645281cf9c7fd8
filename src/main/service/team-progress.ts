import {
  articleState,
  isReviewState,
  type MemberState,
  memberState,
} from '../../core/log/article-state.ts';
import { fieldValue } from '../../core/log/record.ts';
import { type Member, memberFrom } from '../../core/log/roster.ts';
import type { Article } from '../../core/model/article.ts';
import type { Output } from '../../ipc/contract.ts';
import { fingerprint } from '../store/signing.ts';
import type { Store } from '../store/store.ts';
import { articlesOf } from './project-view.ts';
import { teamOf } from './team-view.ts';
import type { Workspace } from './workspace.ts';

type Progress = Output<'team.read'>;

/** The roster with roles, in the order people joined. */
export function membersOf(store: Store): Member[] {
  return [...store.projectRecords('analyst')].flatMap(
    ([id, record]) => memberFrom(id, record) ?? [],
  );
}

/** How far an analyst is with an article. @param store the whole one, which knows all states */
export function stateIn(store: Store, article: Article, analyst: string): MemberState {
  const counts = store.counts(article.id).get(analyst);
  const { annotations = 0, relations = 0, seen = 0, documentLabels = [], state } = counts ?? {};
  const isBegun = annotations + relations + seen + documentLabels.length > 0;
  return memberState(article.assigned.includes(analyst), { said: state, isBegun });
}

/**
 * The roster and how far all are. States are no part of what a layer says; still, an analyst who
 * works blind is shown their own only.
 */
export function readTeam({ whole, me }: Workspace): Progress {
  const team = teamOf(whole);
  const members = membersOf(whole);
  const seesOwn = team?.blind === true && team.roleOf(me.id) === 'analyst';
  const shown = seesOwn ? [me.id] : members.map(({ id }) => id);
  const articles = articlesOf(whole).map((article): Progress['articles'][number] => {
    const record = whole.projectRecords('article').get(article.id);
    const review = record === undefined ? undefined : fieldValue(record, 'review');
    const states = shown.map((id) => stateIn(whole, article, id));
    const isOpen = team === undefined || team.isRevealed(article.id);
    return {
      id: article.id,
      title: article.title,
      state: articleState(states, isReviewState(review) ? review : undefined),
      revealed: isOpen,
      states,
    };
  });
  return {
    ...(team === undefined ? {} : { team: { blind: team.blind, founder: team.founder } }),
    members: members.map(({ keys, ...one }) => ({ ...one, keys: keys.map(fingerprint) })),
    shown,
    articles,
  };
}
