import type { Result } from '../../core/result.ts';
import { ok } from '../../core/result.ts';
import { type Names, resolveNames } from '../../core/search/names.ts';
import { parseQuery } from '../../core/search/parse.ts';
import { isEmptyQuery, type Query, type QueryProblem } from '../../core/search/query.ts';
import { codebookOf } from './codebook-view.ts';
import { analystsOf } from './project-view.ts';
import type { Workspace } from './workspace.ts';

/**
 * Ids of the analysts whose layers a query may see: one's own. Everything that finds or filters by
 * annotations is given this list, so that nobody sees a colleague's work before their own is done.
 */
export function visibleAnalysts({ me }: Workspace): readonly string[] {
  return [me.id];
}

function namesOf(workspace: Workspace): Names {
  const codebook = codebookOf(workspace.store);
  const visible = visibleAnalysts(workspace);
  return {
    labels: codebook.labels,
    attributes: codebook.attributes,
    analysts: analystsOf(workspace.store).filter(({ id }) => visible.includes(id)),
  };
}

/** A query as it was typed, with ids in the place of names; `undefined` where it asks for nothing. */
export function readQuery(
  workspace: Workspace,
  text: string,
): Result<Query | undefined, QueryProblem> {
  const parsed = parseQuery(text);
  if (!parsed.ok) return parsed;
  if (isEmptyQuery(parsed.value)) return ok(undefined);
  return resolveNames(parsed.value, namesOf(workspace));
}
