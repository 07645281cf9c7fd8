import { create } from 'zustand';
import type { Annotation, Relation } from '../../core/model/annotation.ts';
import type { Article } from '../../core/model/article.ts';
import type { Label } from '../../core/model/codebook.ts';
import type { Comment } from '../../core/model/comment.ts';
import type { LayerDocument, LayerState } from '../../core/model/layer-document.ts';
import type { Output } from '../../ipc/contract.ts';
import type { AppError } from '../../ipc/errors.ts';
import { said } from '../words/said.ts';

/** A project as the main process describes it. */
export type ProjectView = NonNullable<Output<'app.start'>['project']>;

/** What is known of a layer without reading it. */
export interface LayerCounts {
  /** Annotations: label id → number. */
  readonly counts: Readonly<Record<string, number>>;
  readonly relations: number;
}

/** A row of the articles list; counts, state and progress are the acting analyst's. */
export interface ArticleRow extends LayerCounts {
  readonly article: Article;
  readonly state: LayerState;
  /** How far the text was read, in UTF-16 code units; 0 where it is not known. */
  readonly seen: number;
  /** Annotations that one is unsure of. */
  readonly unsure: number;
  /** Threads of comments that one sees and that are not resolved. */
  readonly openThreads: number;
  /** Ids of the labels of the whole article. */
  readonly documentLabels: readonly string[];
  /** The layers of the other analysts, as they were when the project was read. */
  readonly others: readonly LayerCounts[];
}

/** The article on the desk. */
export interface OpenArticle {
  readonly articleId: string;
  readonly text: string;
  /** In reading order. */
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  /** One's own, and those of others that one sees. */
  readonly comments: readonly Comment[];
  /** What one says about the whole article. */
  readonly document: Pick<LayerDocument, 'labels' | 'note'>;
}

/** Whether what is on screen is on disk. */
export type SaveState =
  | { readonly state: 'saved' }
  | { readonly state: 'saving'; readonly waiting: number }
  | { readonly state: 'failed'; readonly waiting: number; readonly error: AppError };

/** A line that tells what just happened, also to screen readers. */
export interface Announcement {
  readonly id: number;
  readonly tone: 'polite' | 'problem';
  readonly text: string;
  /** The article it is about: it leaves with it. */
  readonly articleId?: string | undefined;
  /** What one may want to do about it. */
  readonly offer?: Offer | undefined;
}

/** A button beside a line. */
export interface Offer {
  readonly words: string;
  /** Id of the command that it runs. */
  readonly command: string;
}

/** The read model of the open project. Everything in it is replaced, never changed in place. */
export interface ProjectState {
  readonly project: ProjectView | undefined;
  /** Those for words; what is for whole articles is in the codebook alone. */
  readonly labels: readonly Label[];
  readonly rows: readonly ArticleRow[];
  /** Article id of the article on the desk, also while it loads. */
  readonly articleId: string | undefined;
  readonly article: OpenArticle | undefined;
  /** Why the article could not be shown. */
  readonly articleError: AppError | undefined;
  /** Id of the selected annotation. */
  readonly selected: string | undefined;
  readonly save: SaveState;
  /** What undo and redo would do, in words; absent where there is nothing. */
  readonly history: { readonly undo?: string | undefined; readonly redo?: string | undefined };
  readonly announcement: Announcement | undefined;
}

/** The state before any project is open. */
export function emptyProject(): ProjectState {
  return {
    project: undefined,
    labels: [],
    rows: [],
    articleId: undefined,
    article: undefined,
    articleError: undefined,
    selected: undefined,
    save: { state: 'saved' },
    history: {},
    announcement: undefined,
  };
}

/** The store. Components read it with a selector; only `state/desk.ts` and this file write it. */
export const useProject = create<ProjectState>()(() => emptyProject());

let announcements = 0;

/**
 * Says something in the status line and to screen readers. It stays until something else is said or
 * the page it belongs to is left.
 * @param words a string of the window as a function, so that it follows the language; a sentence of
 *   the main process as it came
 * @param articleId the article it is about, where leaving that is leaving it behind
 * @param offer what one may want to do about it
 */
export function announce(
  words: string | (() => string),
  tone: Announcement['tone'] = 'polite',
  articleId?: string,
  offer?: Offer,
): void {
  announcements += 1;
  useProject.setState({
    announcement: {
      id: announcements,
      tone,
      get text() {
        return typeof words === 'string' ? said(words) : words();
      },
      articleId,
      offer,
    },
  });
}

/** Puts the last thing said away. */
export function hush(): void {
  if (useProject.getState().announcement !== undefined)
    useProject.setState({ announcement: undefined });
}

/** Selects an annotation of the article on the desk, or none. */
export function select(annotationId: string | undefined): void {
  useProject.setState({ selected: annotationId });
}

/** Calls when another project is open than before; reading the same one again does not count. */
export function onOtherProject(act: () => void): () => void {
  let last: string | undefined;
  return useProject.subscribe(({ project }) => {
    if (project === undefined || project.id === last) return;
    last = project.id;
    act();
  });
}
