import { removeArticle } from '../../../core/log/project-ops.ts';
import { inBackground } from '../../state/background.ts';
import { commit, openArticle } from '../../state/desk.ts';
import { announce, useProject } from '../../state/project.ts';
import { neighbour } from './step.ts';

/** Takes the open article out of the project. Its files stay, and undo brings it back. */
export function removeOpenArticle(): void {
  const { articleId, rows } = useProject.getState();
  const row = rows.find((one) => one.article.id === articleId);
  if (row === undefined) return;
  const next = neighbour(1) ?? neighbour(-1);
  commit(`Remove article “${row.article.title}”`, [removeArticle(row.article.id)]);
  announce('Article removed. Undo brings it back.');
  if (next !== undefined && next !== row.article.id) inBackground(openArticle(next));
  else useProject.setState({ articleId: undefined, article: undefined, selected: undefined });
}
