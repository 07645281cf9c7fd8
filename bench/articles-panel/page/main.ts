import '../../../src/renderer/ui/fonts.css';
import '../../../src/renderer/ui/tokens.css';
import '../../../src/renderer/ui/base.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { DEFAULT_LABELS } from '../../../src/core/model/codebook.ts';
import { ArticlesPane } from '../../../src/renderer/features/library/articles-pane.tsx';
import { useProject } from '../../../src/renderer/state/project.ts';
import { EmptyList, FRAME } from './empty-list.tsx';
import { type Timed, timeFunctions } from './functions.ts';
import { makeRows } from './rows.ts';
import { type Scrolled, scroll, settled } from './scrolling.ts';

async function scrolling(count: number): Promise<readonly Scrolled[]> {
  const place = document.getElementById('root');
  if (place === null) throw new Error('The page has no root.');
  const root = createRoot(place);
  root.render(createElement(EmptyList, { count }));
  await settled();
  const empty = await scroll('empty list', found('#empty'));
  useProject.setState({ rows: makeRows(count), labels: DEFAULT_LABELS, articleId: 'a0' });
  root.render(createElement('div', { style: FRAME }, createElement(ArticlesPane)));
  await settled();
  const panel = await scroll('panel', scrollerOf(found('[aria-label="Articles"]')));
  return [...empty, ...panel];
}

function found(selector: string): Element {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`There is no ${selector}.`);
  return element;
}

function scrollerOf(list: Element): Element {
  let element: Element | null = list;
  while (element !== null && getComputedStyle(element).overflowY !== 'auto') {
    element = element.parentElement;
  }
  if (element === null) throw new Error('The list does not scroll.');
  return element;
}

declare global {
  interface Window {
    bench: {
      readonly functions: (count: number) => readonly Timed[];
      readonly scrolling: (count: number) => Promise<readonly Scrolled[]>;
    };
  }
}

window.bench = { functions: timeFunctions, scrolling };
