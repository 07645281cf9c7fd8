import type { Article } from '../core/model/article.ts';
import type { Json } from '../core/model/json.ts';
import { stateOf } from '../main/service/layer-state.ts';
import { analystsOf, articlesOf, projectName } from '../main/service/project-view.ts';
import type { Store } from '../main/store/store.ts';
import type { Command } from './command.ts';
import { withProject } from './with-project.ts';

function layersOf(store: Store, article: Article): Json[] {
  const names = new Map(analystsOf(store).map((one) => [one.id, one.name]));
  return [...store.counts(article.id)].map(([analyst, count]) => ({
    analyst: names.get(analyst) ?? analyst,
    annotations: count.annotations,
    relations: count.relations,
    state: stateOf(count),
  }));
}

function row(store: Store, article: Article): Record<string, Json> {
  return {
    articleId: article.id,
    title: article.title,
    sha256: article.sha256,
    characters: article.characters,
    furniture: article.furniture.map(({ start, end }) => [start, end]),
    layers: layersOf(store, article),
  };
}

/** `list DIR` → `{name, articles:[…]}` (DESIGN §9). Lengths and offsets in UTF-16 code units. */
export const listCommand: Command = {
  name: 'list',
  operands: [1, 1],
  options: [],
  run: ({ operands: [folder = ''] }, output) =>
    withProject(folder, undefined, output, ({ store }) => {
      const articles = articlesOf(store);
      const name = projectName(store);
      const lines = articles.map(
        (one) => `${one.id}  ${String(one.characters).padStart(8)}  ${one.title}`,
      );
      return Promise.resolve({
        exit: 0,
        json: { name, articles: articles.map((article) => row(store, article)) },
        text: [`${name}: ${articles.length} articles`, ...lines],
      });
    }),
};
