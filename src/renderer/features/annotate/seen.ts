import { useEffect, useRef } from 'react';
import { editDocument } from '../../../core/log/document-ops.ts';
import { commit } from '../../state/desk.ts';
import { type ArticleRow, announce, useProject } from '../../state/project.ts';
import { useSight } from '../../state/sight.ts';
import { inEnglish, t } from '../../words/words.ts';
import { deskText } from './desk-text.ts';
import type { Surface } from './surface.ts';

const get = useProject.getState;

function row(): ArticleRow | undefined {
  const { rows, article } = get();
  return rows.find((one) => one.article.id === article?.articleId);
}

/** How far the open article was read, in UTF-16 code units; 0 for not at all. */
export function seenHere(): number {
  return row()?.seen ?? 0;
}

/** The end of the paragraph that an offset is in: a mark in the middle of one would be no place. */
export function endOfParagraph(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

/**
 * Marks the open article as read up to the paragraph of the caret, or the first one in sight. Set by
 * hand, never by scrolling: whoever comes back wants the place they chose. It is an edit like others,
 * so that undo takes back a slip of the finger; a submitted layer takes it too, for it is no work.
 */
export function markSeen(): void {
  const { project, article } = get();
  const desk = deskText();
  if (project === undefined || article === undefined || desk === undefined) return;
  if (project.readOnly) {
    announce(() => t('marking.readOnly'));
    return;
  }
  const at = desk.selection()?.[1] ?? desk.caret() ?? desk.firstInSight();
  const seen = endOfParagraph(article.text, at);
  if (seen === 0 || seen === seenHere()) {
    announce(() => t('marking.seenAlready'));
    return;
  }
  commit(inEnglish('edits.seen'), [editDocument(article.articleId, project.me.id, { seen })]);
  const share = Math.round((100 * seen) / Math.max(1, article.text.length));
  announce(() => t('marking.seen', { share }));
}

/** Goes to where one stopped reading. */
export function goToSeen(): void {
  const seen = seenHere();
  const desk = deskText();
  if (desk === undefined) return;
  if (seen === 0) {
    announce(() => t('marking.nothingSeen'));
    return;
  }
  desk.reveal([seen - 1, seen]);
  desk.focus();
  desk.placeCaret(seen);
}

/** Comes back to where one stopped, when an article is opened that is not finished. */
export function useSeenPlace(surface: Surface | undefined): void {
  const done = useRef(false);
  useEffect(() => {
    if (surface === undefined || done.current) return;
    done.current = true;
    const open = row();
    if (open === undefined || open.seen === 0 || open.state === 'submitted') return;
    // Words that were asked for elsewhere come first.
    if (useSight.getState().wanted?.articleId === open.article.id) return;
    surface.reveal([open.seen - 1, open.seen]);
  }, [surface]);
}
