import { create } from 'zustand';
import { validateDocument } from '../../../core/codebook/validate-document.ts';
import { type LayerProblem, validateLayer } from '../../../core/codebook/validate-layer.ts';
import { editDocument } from '../../../core/log/document-ops.ts';
import type { CodebookContent } from '../../../core/model/codebook.ts';
import { inBackground } from '../../state/background.ts';
import { commit } from '../../state/desk.ts';
import { announce, useProject } from '../../state/project.ts';
import { submitArticles } from '../../state/submitting.ts';
import { showDetailsPane } from '../../state/view.ts';
import { inEnglish, t } from '../../words/words.ts';
import { goToAttribute } from './attribute-focus.ts';
import { goToRemarks } from './document/go-to-remarks.ts';
import { isReadOnly } from './edits.ts';
import { goTo } from './walk.ts';

const get = useProject.getState;

/** Whether the list of what is missing is in sight. */
export const useSubmitting = create<{ readonly open: boolean }>()(() => ({ open: false }));

/** True where the open article was submitted by this analyst. */
export function isSubmitted(): boolean {
  const { rows, articleId } = get();
  return rows.find((row) => row.article.id === articleId)?.state === 'submitted';
}

/** What keeps the open article from being submitted. */
export function problemsNow(): readonly LayerProblem[] {
  const { project, article, rows } = get();
  if (project === undefined || article === undefined) return [];
  const codebook = project.codebook as unknown as CodebookContent;
  const has = (id: string): boolean => rows.some((row) => row.article.id === id);
  const { annotations, relations, document, text } = article;
  return [
    ...validateDocument(codebook, document.labels, text, has),
    ...validateLayer(codebook, annotations, relations, text, has),
  ];
}

function showMissing(count: number): void {
  showDetailsPane(true);
  useSubmitting.setState({ open: true });
  announce(() => t('annotate.notSubmitted', { count }));
}

async function submitOpen(articleId: string): Promise<void> {
  const done = await submitArticles([articleId]);
  if (done === undefined) return;
  const [left] = done.left;
  // The window and the main process look with the same eyes; only a late change tells them apart.
  if (left !== undefined) {
    showMissing(left.problems);
    return;
  }
  useSubmitting.setState({ open: false });
  announce(() => t('annotate.submitted'));
}

/** Submits the open article, or shows what is missing. */
export function submit(): void {
  const { article } = get();
  if (article === undefined || isReadOnly()) return;
  const problems = problemsNow();
  if (problems.length > 0) showMissing(problems.length);
  else inBackground(submitOpen(article.articleId));
}

/** Opens the open article for changes again. */
export function takeBack(): void {
  const { project, article } = get();
  if (project === undefined || article === undefined) return;
  const opened = editDocument(article.articleId, project.me.id, { state: 'in-progress' });
  commit(inEnglish('edits.takeBack'), [opened]);
  announce(() => t('annotate.takenBack'));
}

/** Goes to what is wrong: to the attribute where there is one, else to the annotation. */
export function goToProblem({ annotationId, attribute, documentLabel }: LayerProblem): void {
  if (documentLabel !== undefined) {
    goToRemarks({ label: documentLabel, attribute });
    return;
  }
  const found = get().article?.annotations.find(({ id }) => id === annotationId);
  if (found === undefined) return;
  goTo(found);
  if (attribute !== undefined) goToAttribute(found.id, attribute);
}
