import type { BlindProject } from '../../core/log/blind.ts';
import { type Team, teamFrom } from '../../core/log/roster.ts';
import type { Store } from '../store/store.ts';

/** The team of a project as its records say now; `undefined` where none was founded. */
export function teamOf(store: Pick<Store, 'projectRecords'>): Team | undefined {
  return teamFrom({
    team: store.projectRecords('team').get('team'),
    analyst: (id) => store.projectRecords('analyst').get(id),
    article: (id) => store.projectRecords('article').get(id),
  });
}

/**
 * A project as the rule of blindness asks about it.
 * @param store the whole one, which knows the states of all layers
 */
export function blindProjectOf(store: Pick<Store, 'projectRecords' | 'counts'>): BlindProject {
  return {
    team: teamOf(store),
    stateOf: (articleId, owner) => store.counts(articleId).get(owner)?.state,
  };
}
