import type { Span } from '../../../core/model/span.ts';
import { clausesIn } from '../../../core/text/clauses.ts';
import { sentenceAt } from '../../../core/text/sentences.ts';
import type { Command } from '../../state/commands.ts';
import { announce, useProject } from '../../state/project.ts';
import { t } from '../../words/words.ts';
import { type DeskText, deskText } from './desk-text.ts';
import { openWordPick } from './word-pick.ts';

const onDesk = (): boolean => useProject.getState().article !== undefined;

function selectSpan(desk: DeskText, text: string, span: Span): void {
  desk.reveal(span);
  desk.focus();
  desk.selectWords(span);
  announce(text.slice(...span));
}

/** The sentence one is in: of what is selected, or of the caret. */
function sentenceNow(desk: DeskText, text: string): Span | undefined {
  const selection = desk.selection();
  const at = selection?.[0] ?? desk.caret() ?? desk.firstInSight();
  return sentenceAt(text, at);
}

function selectSentence(): void {
  const desk = deskText();
  const text = useProject.getState().article?.text ?? '';
  const sentence = desk === undefined ? undefined : sentenceNow(desk, text);
  if (desk === undefined || sentence === undefined) return;
  selectSpan(desk, text, sentence);
}

/** The clause after what is selected; the one at the caret without a selection; the first of a whole sentence. */
function nextClause(
  clauses: readonly Span[],
  sentence: Span,
  selection: Span | undefined,
  at: number,
): Span | undefined {
  if (selection === undefined) return clauses.find(([, end]) => at <= end);
  const isWhole = selection[1] - selection[0] >= sentence[1] - sentence[0];
  return isWhole ? clauses[0] : clauses.find(([start]) => start >= selection[1]);
}

function selectClause(extend: boolean): void {
  const desk = deskText();
  const text = useProject.getState().article?.text ?? '';
  const sentence = desk === undefined ? undefined : sentenceNow(desk, text);
  if (desk === undefined || sentence === undefined) return;
  const clauses = clausesIn(text, sentence);
  const selection = desk.selection();
  const next = nextClause(clauses, sentence, selection, desk.caret() ?? sentence[0]);
  const found = next ?? (extend ? undefined : clauses[0]);
  if (found === undefined) announce(() => t('annotate.clauseEnds'));
  else selectSpan(desk, text, extend && selection !== undefined ? [selection[0], found[1]] : found);
}

/** Ways to select words without walking to them. */
export const selectingCommands: readonly Command[] = [
  {
    id: 'select.letters',
    get title() {
      return t('annotate.byLetters');
    },
    get group() {
      return t('annotate.groupSelecting');
    },
    where: ['articles'],
    keys: ['w'],
    enabled: onDesk,
    run: openWordPick,
  },
  {
    id: 'select.clause',
    get title() {
      return t('annotate.nextClause');
    },
    get group() {
      return t('annotate.groupSelecting');
    },
    where: ['articles'],
    keys: ['c'],
    enabled: onDesk,
    run: () => selectClause(false),
  },
  {
    id: 'select.moreClauses',
    get title() {
      return t('annotate.extendClause');
    },
    get group() {
      return t('annotate.groupSelecting');
    },
    where: ['articles'],
    keys: ['Shift+c'],
    enabled: onDesk,
    run: () => selectClause(true),
  },
  {
    id: 'select.sentence',
    get title() {
      return t('annotate.selectSentence');
    },
    get group() {
      return t('annotate.groupSelecting');
    },
    where: ['articles'],
    keys: ['a'],
    enabled: onDesk,
    run: selectSentence,
  },
];
