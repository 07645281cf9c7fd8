import path from 'node:path';
import type { Recipe } from '../core/datasets/choice.ts';
import type { Format, WriteOptions } from '../core/formats/format.ts';
import { FORMATS, findFormat } from '../core/formats/index.ts';
import { exportDataset } from '../main/service/export-dataset.ts';
import type { Exported, ExportTask } from '../main/service/export-task.ts';
import { keepRecipe, recipeNamed, recipesOf } from '../main/service/recipes.ts';
import type { Workspace } from '../main/service/workspace.ts';
import { type Command, type Outcome, refused, type Surroundings, wrongUsage } from './command.ts';
import { CHOICE_OPTIONS, type ChoiceProblem, choiceAsked, writingAsked } from './export-choice.ts';
import { offsetUnitNamed } from './offset-unit.ts';
import type { Invocation } from './usage.ts';
import { withProject } from './with-project.ts';

function problem({ exit, message }: ChoiceProblem): Outcome {
  return exit === 2 ? wrongUsage(message) : refused(message);
}

function lines(all: Exported['leftOut']) {
  return all.map(({ what, count, examples }) => ({ what, count, examples: [...examples] }));
}

/** What an export did besides, which nobody asked for in words. */
function asides({ replaced, madeFolder }: Exported): string[] {
  return [
    ...(madeFolder === undefined ? [] : [`Made the folder ${madeFolder}`]),
    ...replaced.map((file) => `Replaced what was there before: ${file}`),
  ];
}

function outcomeOf({ files, beside, records, lost, leftOut }: Exported): Outcome {
  return {
    exit: 0,
    json: {
      files: [...files, ...beside],
      records,
      lost: lines(lost),
      ...(leftOut.length === 0 ? {} : { leftOut: lines(leftOut) }),
    },
    text: [
      `Wrote ${records} ${records === 1 ? 'record' : 'records'} to ${files.join(', ')}`,
      ...beside.map((file) => `About it: ${file}`),
      ...leftOut.map(({ what, count }) => `Left out by choice: ${count} × ${what}`),
      ...lost.map(({ what, count }) => `Not in the file: ${count} × ${what}`),
    ],
  };
}

/** The recipe that was named, none, or why there is no such thing. */
function recipeAsked(workspace: Workspace, name: string | undefined): Recipe | undefined | Outcome {
  if (name === undefined) return undefined;
  const known = recipesOf(workspace.store).map((one) => one.name);
  return (
    recipeNamed(workspace.store, name) ??
    refused(
      `The project has no recipe “${name}”. It has: ${known.length === 0 ? 'none' : known.join(', ')}.`,
    )
  );
}

/** How the format writes where nothing is asked: as the recipe says, or as it does by itself. */
function optionsBefore(format: Format, recipe: Recipe | undefined): WriteOptions {
  return recipe?.format === format.id ? recipe.options : { offsetUnit: format.offsetUnit };
}

/** What was asked for, with the recipe below it; an outcome where that cannot be. */
function taskOf(
  workspace: Workspace,
  format: Format | undefined,
  invocation: Invocation,
): ExportTask | Outcome {
  const recipe = recipeAsked(workspace, invocation.options['recipe']);
  if (recipe !== undefined && 'exit' in recipe) return recipe;
  const id = recipe === undefined ? 'jsonl' : recipe.format;
  const chosen = format ?? findFormat(id);
  if (chosen === undefined) return refused(`There is no format “${id}”.`);
  const before = optionsBefore(chosen, recipe);
  const options = writingAsked(invocation, before);
  if (!options.ok) return problem(options.error);
  const choice = choiceAsked(workspace.store, invocation, recipe?.choice);
  if (!choice.ok) return problem(choice.error);
  return {
    format: chosen,
    options: options.value,
    choice: choice.value,
    me: workspace.me.id,
    ...(recipe === undefined ? {} : { recipe: recipe.name }),
  };
}

async function write(
  workspace: Workspace,
  format: Format | undefined,
  invocation: Invocation,
  output: Surroundings,
): Promise<Outcome> {
  const asked = taskOf(workspace, format, invocation);
  if ('exit' in asked) return asked;
  const { store } = workspace;
  const { 'save-recipe': name, out = '' } = invocation.options;
  let task = asked;
  if (name !== undefined) {
    const { options, choice } = asked;
    const kept = await keepRecipe(workspace, { name, format: asked.format.id, options, choice });
    if (!kept.ok) return refused(kept.error);
    task = { ...asked, recipe: name.trim() };
  }
  const done = await exportDataset(store, task, path.resolve(out), { at: store.lastChange() });
  if (!done.ok) return refused(done.error);
  for (const line of asides(done.value)) output.message(line);
  return outcomeOf(done.value);
}

/** `export DIR --format F --out PATH …` → `{files, records, lost, leftOut?}`; see `docs/datasets.md`. */
export const exportCommand: Command = {
  name: 'export',
  operands: [1, 1],
  options: ['format', 'out', 'offset-unit', 'scheme', 'recipe', 'save-recipe', ...CHOICE_OPTIONS],
  async run(invocation, output) {
    const { operands, options } = invocation;
    if (options['out'] === undefined) return wrongUsage('export: --out says where to.');
    const id = options['format'];
    const format = id === undefined ? undefined : FORMATS.find((one) => one.id === id);
    if (id !== undefined && format === undefined) return wrongUsage(`There is no format “${id}”.`);
    const unit = options['offset-unit'];
    if (unit !== undefined && offsetUnitNamed(unit) === undefined) {
      return wrongUsage(`There is no offset unit “${unit}”.`);
    }
    return withProject(operands[0] ?? '', undefined, output, (workspace) =>
      write(workspace, format, invocation, output),
    );
  },
};
