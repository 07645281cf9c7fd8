import { randomBytes } from 'node:crypto';
import type { Recipe } from '../../core/datasets/choice.ts';
import {
  foldedName,
  LONGEST_RECIPE_NAME,
  RECIPE,
  recipeFrom,
  removeRecipe,
  renameRecipe,
  saveRecipe,
} from '../../core/datasets/recipe.ts';
import type { Op, OpDraft } from '../../core/log/op.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { compareStrings, inOrder } from '../../core/text/order.ts';
import type { Store } from '../store/store.ts';
import type { Workspace } from './workspace.ts';

/** The project's recipes by name. */
export function recipesOf(store: Store): Recipe[] {
  const recipes = [...store.projectRecords(RECIPE)].flatMap(
    ([id, record]) => recipeFrom(id, record) ?? [],
  );
  return recipes.sort((a, b) =>
    inOrder(compareStrings(foldedName(a.name), foldedName(b.name)), compareStrings(a.id, b.id)),
  );
}

/** The recipe with this name, upper and lower case alike. */
export function recipeNamed(store: Store, name: string): Recipe | undefined {
  return recipesOf(store).find((one) => foldedName(one.name) === foldedName(name));
}

type Done = Result<readonly Op[], string>;

function nameProblem(store: Store, name: string, own: string | undefined): string | undefined {
  if (name.trim() === '') return 'A recipe needs a name.';
  if (name.length > LONGEST_RECIPE_NAME) {
    return `The name of a recipe has ${LONGEST_RECIPE_NAME} characters at most.`;
  }
  const other = recipeNamed(store, name);
  return other === undefined || other.id === own
    ? undefined
    : `There is a recipe “${other.name}” already. Choose another name.`;
}

async function commit({ store, me }: Workspace, label: string, draft: OpDraft): Promise<Done> {
  const done = await store.commit(me.id, [draft], { label });
  return done.ok ? ok(done.value) : err(done.error.message);
}

/** Keeps a recipe in the project; one with the same name is replaced. Undo takes it back. */
export async function keepRecipe(workspace: Workspace, recipe: Omit<Recipe, 'id'>): Promise<Done> {
  const { store } = workspace;
  const name = recipe.name.trim();
  const known = recipeNamed(store, name);
  const problem = nameProblem(store, name, known?.id);
  if (problem !== undefined) return err(problem);
  const id = known?.id ?? `recipe-${randomBytes(6).toString('hex')}`;
  return commit(workspace, `Save the recipe “${name}”`, saveRecipe({ ...recipe, id, name }));
}

const GONE = 'This recipe is not there any more.';

/** Gives a recipe another name. */
export async function nameRecipe(workspace: Workspace, id: string, name: string): Promise<Done> {
  const known = recipesOf(workspace.store).find((one) => one.id === id);
  if (known === undefined) return err(GONE);
  const problem = nameProblem(workspace.store, name, id);
  if (problem !== undefined) return err(problem);
  return commit(workspace, `Rename the recipe “${known.name}”`, renameRecipe(id, name.trim()));
}

/** Takes a recipe out of the project. */
export async function dropRecipe(workspace: Workspace, id: string): Promise<Done> {
  const known = recipesOf(workspace.store).find((one) => one.id === id);
  if (known === undefined) return err(GONE);
  return commit(workspace, `Remove the recipe “${known.name}”`, removeRecipe(id));
}
