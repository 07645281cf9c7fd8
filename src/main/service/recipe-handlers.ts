import type { Recipe } from '../../core/datasets/choice.ts';
import type { Op } from '../../core/log/op.ts';
import type { Result } from '../../core/result.ts';
import type { Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import type { Handlers } from '../../ipc/server.ts';
import { refuse } from './problems.ts';
import { dropRecipe, keepRecipe, nameRecipe, recipesOf } from './recipes.ts';
import type { ServiceOptions } from './service-options.ts';
import type { Workspace } from './workspace.ts';

type Listed = Output<'recipes.list'>['recipes'];

function listed({ store }: Workspace): Listed {
  // The window gets a copy with the same shape, so readonly lists pass as plain ones.
  return recipesOf(store) as unknown as Listed;
}

type Mine = `recipes.${'list' | 'save' | 'rename' | 'remove'}`;

/** Recipes for datasets, kept in the project. */
export function recipeHandlers({ session }: ServiceOptions): Pick<Handlers, Mine> {
  async function changed(
    work: (workspace: Workspace) => Promise<Result<readonly Op[], string>>,
  ): Promise<Reply<Output<'recipes.save'>>> {
    const open = session.need();
    if (!open.ok) return open;
    const done = await work(open.value);
    if (!done.ok) return refuse('refused', done.error);
    const { store, me } = open.value;
    const ops = done.value as Output<'recipes.save'>['ops'];
    const history = { ...store.history(me.id) };
    return { ok: true, value: { recipes: listed(open.value), ops, history } };
  }
  return {
    'recipes.list': () => {
      const open = session.need();
      return Promise.resolve(open.ok ? { ok: true, value: { recipes: listed(open.value) } } : open);
    },
    'recipes.save': (recipe) =>
      changed((workspace) => keepRecipe(workspace, recipe as Omit<Recipe, 'id'>)),
    'recipes.rename': ({ id, name }) => changed((workspace) => nameRecipe(workspace, id, name)),
    'recipes.remove': ({ id }) => changed((workspace) => dropRecipe(workspace, id)),
  };
}
