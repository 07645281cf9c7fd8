import type { Annotation } from '../../../core/model/annotation.ts';
import { announce, select, useProject } from '../../state/project.ts';
import { reader, useReader } from './reader-state.ts';
import { labelName, shortQuote } from './tagging.ts';

/** Selects an annotation and brings it into sight. */
export function goToAnnotation(annotation: Annotation): void {
  const list = useProject.getState().article?.annotations ?? [];
  const place = list.findIndex((one) => one.id === annotation.id) + 1;
  select(annotation.id);
  const start = annotation.anchor.spans[0]?.[0] ?? 0;
  useReader.setState({ selected: undefined });
  reader()?.reveal(start);
  const name = labelName(annotation.label);
  announce(`${name}: ${shortQuote(annotation)}. ${place} of ${list.length}`);
}

/** Goes to the next or previous annotation in reading order; from the caret where none is selected. */
export function stepAnnotation(direction: 1 | -1): void {
  const { article, selected } = useProject.getState();
  const list = article?.annotations ?? [];
  const index = list.findIndex((one) => one.id === selected);
  let next: Annotation | undefined;
  if (index >= 0) {
    next = list[index + direction];
  } else {
    const caret = useReader.getState().selected?.focus ?? 0;
    const starts = (one: Annotation): number => one.anchor.spans[0]?.[0] ?? 0;
    next =
      direction === 1
        ? list.find((one) => starts(one) >= caret)
        : list.findLast((one) => starts(one) < caret);
  }
  if (next !== undefined) goToAnnotation(next);
  else if (list.length === 0) announce('There are no annotations here yet.');
  else announce(direction === 1 ? 'This is the last annotation.' : 'This is the first annotation.');
}
