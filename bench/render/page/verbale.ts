import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { Annotation } from '../../../src/core/model/annotation.ts';
import type { Article } from '../../../src/core/model/article.ts';
import { DEFAULT_LABELS } from '../../../src/core/model/codebook.ts';
import { DeskCentre } from '../../../src/renderer/features/annotate/desk-centre.tsx';
import { deskText } from '../../../src/renderer/features/annotate/desk-text.ts';
import { goTo } from '../../../src/renderer/features/annotate/walk.ts';
import { type ArticleRow, useProject } from '../../../src/renderer/state/project.ts';
import type { Work, WorkSpan } from '../work.ts';
import type { Technique } from './technique.ts';

const AT = '2026-01-01T00:00:00.000Z';

function articleOf({ text }: Work): Article {
  return {
    id: 'bench',
    title: '',
    outlet: '',
    byline: '',
    date: '',
    language: 'en',
    sha256: '',
    characters: text.length,
    furniture: [],
    source: {},
    addedAt: AT,
    tags: [],
    assigned: [],
  };
}

function annotationOf({ id, start, end, label }: WorkSpan, text: string): Annotation {
  return {
    id,
    articleId: 'bench',
    analyst: 'bench',
    label: DEFAULT_LABELS[label]?.id ?? '',
    anchor: { spans: [[start, end]], quote: [text.slice(start, end)], prefix: '', suffix: '' },
    attributes: {},
    note: '',
    origin: { kind: 'manual' },
    codebookVersion: 1,
    createdAt: AT,
    updatedAt: AT,
  };
}

function rowOf(article: Article): ArticleRow {
  return {
    article,
    counts: {},
    relations: 0,
    state: 'in-progress',
    seen: 0,
    unsure: 0,
    openThreads: 0,
    documentLabels: [],
    others: [],
  };
}

function setAnnotations(change: (before: readonly Annotation[]) => readonly Annotation[]): void {
  useProject.setState(({ article }) =>
    article === undefined
      ? {}
      : { article: { ...article, annotations: change(article.annotations) } },
  );
}

/** The desk's centre with the reader in it, driven as the window drives it: through the read model. */
export function createTechnique(): Technique {
  let annotations: readonly Annotation[] = [];
  let text = '';
  let host: HTMLElement = document.body;
  const region = (): HTMLElement => host.querySelector<HTMLElement>('section') ?? document.body;

  return {
    async prepare(work, into) {
      host = into;
      // As in the desk's centre: the reader takes what height there is, and scrolls inside.
      into.style.cssText += 'display:flex;flex-direction:column;overflow:hidden';
      text = work.text;
      annotations = work.spans.map((span) => annotationOf(span, text));
      useProject.setState({
        articleId: 'bench',
        labels: DEFAULT_LABELS,
        rows: [rowOf(articleOf(work))],
      });
      createRoot(into).render(createElement(DeskCentre));
      // The window is there before an article is opened in it.
      await new Promise((resolve) => setTimeout(resolve, 50));
    },
    async mount() {
      const article = {
        articleId: 'bench',
        text,
        annotations,
        relations: [],
        comments: [],
        document: { labels: {}, note: '' },
      };
      useProject.setState({ article });
      // The window renders in the microtask after a change of the read model.
      for (let turn = 0; deskText() === undefined && turn < 100; turn += 1) await Promise.resolve();
      if (deskText() === undefined) throw new Error('The reader did not come.');
    },
    add(span) {
      const added = annotationOf(span, text);
      setAnnotations((before) => {
        const at = before.findIndex((one) => (one.anchor.spans[0]?.[0] ?? 0) > span.start);
        return before.toSpliced(at === -1 ? before.length : at, 0, added);
      });
    },
    remove: (span) => setAnnotations((before) => before.filter((one) => one.id !== span.id)),
    hit: (x, y) => deskText()?.annotationsAt(x, y) ?? [],
    offsetsAt(x, y) {
      const caret = document.caretPositionFromPoint(x, y);
      const block = caret?.offsetNode.parentElement?.closest('[data-kind]') ?? undefined;
      if (caret === null || block === undefined) return [];
      const blocks = [...host.querySelectorAll('[data-kind]')];
      const before = blocks.slice(0, blocks.indexOf(block));
      const range = document.createRange();
      range.setStart(block, 0);
      range.setEnd(caret.offsetNode, caret.offset);
      const length = (node: { readonly textContent: string | null }): number =>
        node.textContent?.length ?? 0;
      const inside = range.cloneContents();
      const offset = before.reduce((sum, one) => sum + length(one), length(inside));
      return [offset, offset - 1];
    },
    scroller: region,
    goTo(span) {
      const annotation = useProject
        .getState()
        .article?.annotations.find(({ id }) => id === span.id);
      if (annotation === undefined) return;
      goTo(annotation);
      deskText()?.focus();
      deskText()?.placeCaret(span.start);
    },
    isAt(span) {
      const range = getSelection()?.getRangeAt(0);
      const box = range?.getBoundingClientRect();
      const view = region().getBoundingClientRect();
      const isInSight = box !== undefined && box.top >= view.top && box.bottom <= view.bottom;
      return isInSight && document.activeElement === region() && deskText()?.caret() === span.start;
    },
    selectAll() {
      region().focus();
      const event = { key: 'a', ctrlKey: true, bubbles: true, cancelable: true };
      region().dispatchEvent(new KeyboardEvent('keydown', event));
    },
  };
}
