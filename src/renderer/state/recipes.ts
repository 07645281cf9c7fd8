import { create } from 'zustand';
import type { Input, Output } from '../../ipc/contract.ts';
import type { AppError, Reply } from '../../ipc/errors.ts';
import { adoptCommit, whenSaved } from './desk.ts';
import { ask, useExport } from './export.ts';
import { call } from './host.ts';
import { useProject } from './project.ts';

/** A choice with a format, kept in the project under a name. */
export type Recipe = Output<'recipes.list'>['recipes'][number];

/** The project's recipes. */
export interface RecipesState {
  readonly recipes: readonly Recipe[];
  /** Why the last change was refused. */
  readonly error: AppError | undefined;
}

/** The recipes. Read with a selector. */
export const useRecipes = create<RecipesState>()(() => ({ recipes: [], error: undefined }));

const set = useRecipes.setState;

/** Asks which recipes the project has. */
export async function loadRecipes(): Promise<void> {
  if (useProject.getState().project === undefined) return;
  await whenSaved();
  const reply = await call('recipes.list', {});
  set(reply.ok ? { recipes: reply.value.recipes, error: undefined } : { error: reply.error });
}

async function changed(reply: Reply<Output<'recipes.save'>>): Promise<boolean> {
  if (!reply.ok) {
    set({ error: reply.error });
    return false;
  }
  const { recipes, ops, history } = reply.value;
  set({ recipes, error: undefined });
  await adoptCommit(ops, history);
  return true;
}

/** Asks for what a recipe says. */
export function chooseRecipe(id: string): void {
  const recipe = useRecipes.getState().recipes.find((one) => one.id === id);
  if (recipe === undefined) {
    const { recipe: _recipe, ...asked } = useExport.getState().asked;
    ask(asked);
    return;
  }
  const { format, options, choice, name } = recipe;
  ask({ format, options, choice, recipe: name });
}

/** Keeps what is asked for under a name; true when it is kept. */
export async function saveRecipe(name: string): Promise<boolean> {
  const { recipe: _recipe, ...asked } = useExport.getState().asked;
  await whenSaved();
  const done = await changed(await call('recipes.save', { ...asked, name }));
  if (done) ask({ ...asked, recipe: name.trim() });
  return done;
}

/** Gives a recipe another name; true when it has it. */
export async function renameRecipe(input: Input<'recipes.rename'>): Promise<boolean> {
  const done = await changed(await call('recipes.rename', input));
  if (done) ask({ ...useExport.getState().asked, recipe: input.name.trim() });
  return done;
}

/** Takes a recipe out of the project; what is asked for stays. */
export async function removeRecipe(id: string): Promise<void> {
  const { recipe: _recipe, ...asked } = useExport.getState().asked;
  if (await changed(await call('recipes.remove', { id }))) ask(asked);
}
