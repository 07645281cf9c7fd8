import { inBackground } from '../../state/background.ts';
import { openArticle } from '../../state/desk.ts';
import { useProject } from '../../state/project.ts';
import { shownRows } from './list-view.ts';

/** Id of the article `by` rows after the open one, in the list as it is shown. */
export function neighbour(by: 1 | -1): string | undefined {
  const { articleId } = useProject.getState();
  const shown = shownRows();
  const at = shown.findIndex((row) => row.article.id === articleId);
  if (at === -1) return shown[0]?.article.id;
  return shown[at + by]?.article.id;
}

/** Opens the next or the previous article of the list. */
export function stepArticle(by: 1 | -1): void {
  const id = neighbour(by);
  if (id !== undefined) inBackground(openArticle(id));
}
