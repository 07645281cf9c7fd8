import { create } from 'zustand';
import type { Span } from '../../../core/model/span.ts';
import { byLetters } from '../../../core/text/by-letters.ts';
import { sentenceAt } from '../../../core/text/sentences.ts';
import { runCommand } from '../../state/commands.ts';
import { announce, useProject } from '../../state/project.ts';
import { deskText } from './desk-text.ts';

/** Words that are being selected by their first letters. */
export interface WordPick {
  readonly open: boolean;
  readonly typed: string;
  /** What the letters select; `undefined` where they select nothing. */
  readonly span: Span | undefined;
  /** Where the search begins: the start of the sentence one is in. */
  readonly from: number;
}

const CLOSED: WordPick = { open: false, typed: '', span: undefined, from: 0 };

/** The selection by letters. */
export const useWordPick = create<WordPick>()(() => CLOSED);

const get = useWordPick.getState;

function textNow(): string {
  return useProject.getState().article?.text ?? '';
}

/** Begins to select words by their first letters. */
export function openWordPick(): void {
  const desk = deskText();
  if (desk === undefined) return;
  const at = desk.selection()?.[0] ?? desk.caret() ?? desk.firstInSight();
  const from = sentenceAt(textNow(), at)?.[0] ?? at;
  useWordPick.setState({ ...CLOSED, open: true, from });
}

function show(span: Span | undefined): void {
  const desk = deskText();
  if (span !== undefined) desk?.reveal(span);
  desk?.showTargets(span === undefined ? undefined : { fitting: [], over: [span], refused: false });
}

function look(typed: string, from: number): Span | undefined {
  const isHidden = (offset: number): boolean => deskText()?.foldedAt(offset) !== undefined;
  return byLetters(textNow(), typed, from, isHidden);
}

/** Takes over what is typed, and shows what that selects. */
export function typeLetters(typed: string): void {
  const span = look(typed, get().from);
  useWordPick.setState({ typed, span });
  show(span);
}

/** Goes to the next place that the same letters select. */
export function nextPlace(): void {
  const { typed, span } = get();
  if (span === undefined) return;
  const next = look(typed, span[0] + 1);
  useWordPick.setState({ span: next });
  show(next);
}

/** Ends it without a word: the focus has gone elsewhere. */
export function dropWordPick(): void {
  if (!get().open) return;
  useWordPick.setState(CLOSED);
  show(undefined);
}

/** Ends it and goes back to the text; what was found is selected there, unless it is called off. */
export function closeWordPick(keep: boolean): void {
  const { span } = get();
  dropWordPick();
  const desk = deskText();
  desk?.focus();
  if (!keep || span === undefined) return;
  desk?.selectWords(span);
  announce(textNow().slice(...span));
}

/**
 * True where a key is a label's and marks what was found: not at the start of a word, where it begins
 * a number.
 */
export function marksFound(key: string): boolean {
  const { typed, span } = get();
  return /^[1-9]$/u.test(key) && span !== undefined && !/\s$/u.test(typed);
}

/** Selects what was found and gives it the label of a key. */
export function markFound(key: string): void {
  closeWordPick(true);
  runCommand(`label.${key}`);
}
