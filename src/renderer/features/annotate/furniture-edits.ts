import { editArticle } from '../../../core/log/project-ops.ts';
import type { Furniture } from '../../../core/model/article.ts';
import type { Span } from '../../../core/model/span.ts';
import { snapSpan } from '../../../core/text/snap.ts';
import { commit } from '../../state/desk.ts';
import { announce, useProject } from '../../state/project.ts';
import { inEnglish, t } from '../../words/words.ts';
import { deskText } from './desk-text.ts';

/** The furniture of a text without what lies in a span; stretches that reach beyond it are cut. */
export function withoutSpan(furniture: readonly Furniture[], [start, end]: Span): Furniture[] {
  return furniture.flatMap((one) => {
    if (one.end <= start || one.start >= end) return [one];
    const before = one.start < start ? [{ ...one, end: start }] : [];
    const after = one.end > end ? [{ ...one, start: end }] : [];
    return [...before, ...after];
  });
}

/** The furniture of a text with a span added, as marked by hand. */
export function withSpan(furniture: readonly Furniture[], span: Span): Furniture[] {
  const added: Furniture = { start: span[0], end: span[1], kind: 'manual' };
  return [...withoutSpan(furniture, span), added].toSorted((a, b) => a.start - b.start);
}

function change(
  name: 'furniture' | 'notFurniture',
  next: (now: readonly Furniture[]) => readonly Furniture[],
): void {
  const { rows, articleId, project } = useProject.getState();
  const article = rows.find((row) => row.article.id === articleId)?.article;
  if (article === undefined) return;
  if (project?.readOnly === true) {
    announce(() => t('marking.readOnly'));
    return;
  }
  commit(inEnglish(`edits.${name}`), [
    editArticle(article.id, { furniture: next(article.furniture) }),
  ]);
  announce(() => t(`marking.${name}`));
}

/** Makes what is selected furniture: dimmed, folded where it fills lines, and not counted. */
export function markAsFurniture(): void {
  const text = useProject.getState().article?.text;
  const selection = deskText()?.selection();
  const span =
    text === undefined || selection === undefined ? undefined : snapSpan(text, selection, 'word');
  if (span === undefined) {
    announce(() => t('marking.selectWords'));
    return;
  }
  deskText()?.clearSelection();
  change('furniture', (now) => withSpan(now, span));
}

/** The stretch of furniture that is selected or holds the caret. */
function stretchHere(): Furniture | undefined {
  const { rows, articleId } = useProject.getState();
  const text = deskText();
  const [from, to] = text?.selection() ?? [text?.caret(), text?.caret()];
  if (from === undefined || to === undefined) return undefined;
  return rows
    .find((row) => row.article.id === articleId)
    ?.article.furniture.find((one) => one.start <= to && one.end >= from);
}

/** Makes a stretch of furniture text of the article. */
export function notFurniture(stretch: Furniture | undefined = stretchHere()): void {
  if (stretch === undefined) {
    announce(() => t('marking.noFurniture'));
    return;
  }
  change('notFurniture', (now) => withoutSpan(now, [stretch.start, stretch.end]));
}
