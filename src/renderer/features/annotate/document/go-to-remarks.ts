import { flushSync } from 'react-dom';
import { select } from '../../../state/project.ts';
import { showDetailsPane } from '../../../state/view.ts';

/** A question under a label of the article. */
export interface Question {
  /** Label id. */
  readonly label: string;
  /** Attribute id; the first one where there is none. */
  readonly attribute: string | undefined;
}

function fieldOf({ label, attribute }: Question): HTMLElement | null {
  const wanted = attribute === undefined ? '' : `="${CSS.escape(attribute)}"`;
  return document.querySelector<HTMLElement>(
    `[data-article-remarks] [data-document-label="${CSS.escape(label)}"] [data-attribute${wanted}]`,
  );
}

/**
 * Goes to the labels of the article, or to a question under one of them; to its note where the
 * codebook has no labels for articles.
 */
export function goToRemarks(question?: Question): void {
  flushSync(() => {
    select(undefined);
    showDetailsPane(true);
  });
  const asked = question === undefined ? null : fieldOf(question);
  const first = document.querySelector<HTMLElement>(
    '[data-article-remarks] [data-attribute], [data-article-remarks] textarea',
  );
  const field = asked ?? first;
  field?.focus();
  field?.scrollIntoView({ block: 'nearest' });
}
