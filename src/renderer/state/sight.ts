import { create } from 'zustand';
import type { Span } from '../../core/model/span.ts';
import { openArticle } from './desk.ts';
import { select } from './project.ts';
import { goTo } from './view.ts';

/** Words that are to be brought into sight as soon as their article is on the desk. */
export interface Sight {
  readonly articleId: string;
  /** `[start, end)` in UTF-16 code units of the stored text. */
  readonly span: Span;
}

/** What is to be brought into sight; `undefined` once it was. */
export const useSight = create<{ readonly wanted: Sight | undefined }>()(() => ({
  wanted: undefined,
}));

/** Opens an article at some words. @param annotation one's own annotation to select there */
export async function showWords(wanted: Sight, annotation?: string): Promise<void> {
  goTo('articles');
  await openArticle(wanted.articleId);
  if (annotation !== undefined) select(annotation);
  useSight.setState({ wanted });
}

/** The words were brought into sight. */
export function inSight(): void {
  useSight.setState({ wanted: undefined });
}
