import { create } from 'zustand';
import type { Span } from '../../../core/model/span.ts';
import { type FindOptions, findIn, foundFrom } from '../../../core/text/find.ts';
import { useProject } from '../../state/project.ts';
import { deskText } from './desk-text.ts';

/** The search in the open article. */
export interface FindState extends FindOptions {
  readonly open: boolean;
  readonly query: string;
  readonly spans: readonly Span[];
  /** True where there are more places than are listed. */
  readonly more: boolean;
  /** Index of the place one stands on; -1 for none. */
  readonly at: number;
}

/** The search. Nothing of it is kept across starts. */
export const useFind = create<FindState>()(() => ({
  open: false,
  query: '',
  matchCase: false,
  wholeWord: false,
  spans: [],
  more: false,
  at: -1,
}));

const get = useFind.getState;

/** Goes to one of the places; furniture around it unfolds. */
function goTo(at: number): void {
  const { spans } = get();
  useFind.setState({ at });
  const span = spans[at];
  if (span !== undefined) deskText()?.reveal(span);
  deskText()?.showFound(spans, at);
}

const isFolded = (offset: number | undefined): boolean =>
  offset !== undefined && deskText()?.foldedAt(offset) !== undefined;

/** While one types, what is folded away stays folded: the first place in sight comes first. */
function firstPlace(spans: readonly Span[], from: number): number {
  const at = foundFrom(spans, from);
  const order = [...spans.slice(at), ...spans.slice(0, Math.max(0, at))];
  const shown = order.find(([start]) => !isFolded(start));
  return shown === undefined ? at : spans.indexOf(shown);
}

/** Where one stands, or else reads: the search goes on from there. */
function placeNow(): number {
  const { spans, at } = get();
  return spans[at]?.[0] ?? deskText()?.firstInSight() ?? 0;
}

/** Looks again: for other words, in another way, or in another article. */
export function search(patch: Partial<FindOptions & Pick<FindState, 'query'>> = {}): void {
  const from = placeNow();
  useFind.setState(patch);
  const { open, query } = get();
  const text = useProject.getState().article?.text;
  if (!open || text === undefined) return;
  const found = findIn(text, query, get());
  const at = firstPlace(found.spans, from);
  useFind.setState({ ...found, at });
  if (at === -1 || isFolded(found.spans[at]?.[0])) deskText()?.showFound(found.spans, at);
  else goTo(at);
}

/** Opens the search, with the selected words where there are any, or takes the focus back to it. */
export function openFind(): void {
  const selection = deskText()?.selection();
  const words =
    selection === undefined ? '' : useProject.getState().article?.text.slice(...selection);
  useFind.setState({ open: true, at: -1 });
  if (words === undefined || words === '' || words.length > 200) search();
  else search({ query: words });
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLInputElement>('[data-find] input');
    field?.focus();
    field?.select();
  });
}

/** Closes the search; what one stands on is selected in the text. */
export function closeFind(): void {
  const { spans, at } = get();
  useFind.setState({ open: false, at: -1, spans: [] });
  const desk = deskText();
  desk?.showFound([], -1);
  desk?.focus();
  const span = spans[at];
  if (span !== undefined && !isFolded(span[0])) desk?.selectWords(span);
}

/** Goes to the next or previous place, around the ends. */
export function stepFind(step: 1 | -1): void {
  const { open, spans, at } = get();
  if (!open) openFind();
  else if (spans.length > 0) goTo((at + step + spans.length) % spans.length);
}
