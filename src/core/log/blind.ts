import { isHandedIn } from '../model/layer-document.ts';
import type { Team } from './roster.ts';

/** Roles that read submitted layers, for they compare and decide. */
const REVIEWERS: ReadonlySet<string> = new Set(['lead', 'adjudicator']);

/** What the rule of blindness asks about a project. */
export interface BlindProject {
  /** `undefined` where no team was founded: nothing is blind then. */
  readonly team: Pick<Team, 'blind' | 'roleOf' | 'isRevealed'> | undefined;
  /** What the document record of a layer says of its state; `undefined` where it says nothing. */
  readonly stateOf: (articleId: string, owner: string) => string | undefined;
}

/**
 * The one rule of blindness: whether somebody may read a layer, count it, search it, export it or
 * learn in any other way what is in it. Everybody reads their own layers, and all layers of an
 * article that was revealed; leads and adjudicators read what was handed in, before that too.
 * @param viewer analyst id of who looks
 * @param owner analyst id of whose layer it is
 */
export function mayReadLayer(
  { team, stateOf }: BlindProject,
  viewer: string,
  articleId: string,
  owner: string,
): boolean {
  if (viewer === owner || team === undefined || !team.blind || team.isRevealed(articleId))
    return true;
  return REVIEWERS.has(team.roleOf(viewer)) && isHandedIn(stateOf(articleId, owner));
}

/**
 * Whether somebody may read what was decided on an article, and about whose layers: everybody once
 * it is revealed, leads and adjudicators before that too.
 * @param viewer analyst id of who looks
 */
export function mayReadGold(
  { team }: Pick<BlindProject, 'team'>,
  viewer: string,
  articleId: string,
): boolean {
  if (team === undefined || !team.blind || team.isRevealed(articleId)) return true;
  return REVIEWERS.has(team.roleOf(viewer));
}
