import type { Json } from '../core/model/json.ts';
import { recipesOf } from '../main/service/recipes.ts';
import type { Command } from './command.ts';
import { withProject } from './with-project.ts';

/** `recipes DIR` → `[{name, format, options, choice}]`, ids in the place of names. */
export const recipesCommand: Command = {
  name: 'recipes',
  operands: [1, 1],
  options: [],
  run: ({ operands: [folder = ''] }, output) =>
    withProject(folder, undefined, output, ({ store }) => {
      const recipes = recipesOf(store);
      return Promise.resolve({
        exit: 0,
        json: recipes.map(({ id: _id, ...recipe }) => recipe as unknown as Json),
        text:
          recipes.length === 0
            ? ['The project has no recipes. export … --save-recipe NAME keeps one.']
            : recipes.map(({ name, format }) => `${name}  (${format})`),
      });
    }),
};
