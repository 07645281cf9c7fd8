import type { Span } from '../../../core/model/span.ts';
import { lineAt } from '../../../core/text/lines.ts';
import { nextUnmarked } from '../../../core/text/unmarked.ts';
import { inBackground } from '../../state/background.ts';
import type { Command } from '../../state/commands.ts';
import { announce, useProject } from '../../state/project.ts';
import { changeSettings, type Settings, useSettings } from '../../state/settings.ts';
import { useView } from '../../state/view.ts';
import type { PlainKey } from '../../words/catalogue.ts';
import { t } from '../../words/words.ts';
import { deskText } from './desk-text.ts';
import { openFind, stepFind, useFind } from './find.ts';
import { toggleFocusMode, useFocusMode } from './focus-mode.ts';

const onDesk = (): boolean =>
  useView.getState().place === 'articles' && useProject.getState().article !== undefined;

/** What can be numbered beside the text. */
export const NUMBERS: readonly { readonly value: Settings['numbers']; readonly name: PlainKey }[] =
  [
    { value: 'paragraphs', name: 'annotate.paragraphs' },
    { value: 'sentences', name: 'annotate.sentences' },
    { value: 'none', name: 'annotate.none' },
  ];

function cycleNumbers(): void {
  const { numbers } = useSettings.getState();
  const at = NUMBERS.findIndex(({ value }) => value === numbers);
  const next = NUMBERS[(at + 1) % NUMBERS.length];
  if (next === undefined) return;
  inBackground(changeSettings({ numbers: next.value }));
  announce(() => t('annotate.numbersSaid', { what: t(next.name).toLowerCase() }));
}

/**
 * Selects the next sentence without an annotation, so that a label's key marks it.
 * @param inNext true where it is looked for from the next paragraph on
 */
function goToUnmarked(inNext: boolean): void {
  const { article, rows, labels } = useProject.getState();
  const desk = deskText();
  if (article === undefined || desk === undefined) return;
  const helpers = new Set(labels.filter(({ helper }) => helper).map(({ id }) => id));
  const marked = article.annotations
    .filter(({ label }) => !helpers.has(label))
    .flatMap(({ anchor }) => anchor.spans);
  const furniture = rows.find((row) => row.article.id === article.articleId)?.article.furniture;
  const left = (furniture ?? []).map(({ start, end }): Span => [start, end]);
  const here = desk.selection()?.[1] ?? desk.caret() ?? desk.firstInSight();
  const from = inNext ? lineAt(article.text, here)[1] : here;
  const found = nextUnmarked(article.text, [...marked, ...left], from);
  if (found === undefined) {
    announce(() => t('annotate.allHave'));
    return;
  }
  desk.reveal(found);
  desk.focus();
  desk.selectWords(found);
  announce(article.text.slice(...found));
}

/** What helps to read; the menu of the text lists these. */
export const readingCommands: readonly Command[] = [
  {
    id: 'find.open',
    get title() {
      return t('annotate.find');
    },
    get group() {
      return t('annotate.groupReading');
    },
    where: ['articles'],
    keys: ['$mod+f'],
    enabled: onDesk,
    run: openFind,
  },
  {
    id: 'text.unmarked',
    get title() {
      return t('annotate.nextBare');
    },
    get group() {
      return t('annotate.groupReading');
    },
    where: ['articles'],
    keys: ['u'],
    enabled: onDesk,
    run: () => goToUnmarked(false),
  },
  {
    id: 'text.unmarkedParagraph',
    get title() {
      return t('annotate.nextBareParagraph');
    },
    get group() {
      return t('annotate.groupReading');
    },
    where: ['articles'],
    keys: ['Shift+u'],
    enabled: onDesk,
    run: () => goToUnmarked(true),
  },
  {
    id: 'text.focusMode',
    get title() {
      return t('annotate.focusMode');
    },
    get group() {
      return t('annotate.groupReading');
    },
    where: ['articles'],
    keys: ['z'],
    enabled: onDesk,
    checked: () => useFocusMode.getState().on,
    run: toggleFocusMode,
  },
];

const searching = (): boolean => onDesk() && useFind.getState().open;

/** Steps from place to place of a search that is open. */
export const findSteps: readonly Command[] = [
  {
    id: 'find.next',
    get title() {
      return t('annotate.findNext');
    },
    get group() {
      return t('annotate.groupReading');
    },
    where: ['articles'],
    keys: ['F3', '$mod+g'],
    enabled: searching,
    run: () => stepFind(1),
  },
  {
    id: 'find.previous',
    get title() {
      return t('annotate.findPrevious');
    },
    get group() {
      return t('annotate.groupReading');
    },
    where: ['articles'],
    keys: ['Shift+F3', '$mod+Shift+g'],
    enabled: searching,
    run: () => stepFind(-1),
  },
];

/** Changes what is numbered beside the text. */
export const numbersCommand: Command = {
  id: 'text.numbers',
  get title() {
    return t('annotate.cycleNumbers');
  },
  get group() {
    return t('annotate.groupReading');
  },
  where: ['articles'],
  keys: ['Alt+n'],
  enabled: onDesk,
  run: cycleNumbers,
};

/** Ends the focus mode once nothing is selected that Escape would drop first. */
export const focusEnd: Command = {
  id: 'text.focusEnd',
  get title() {
    return t('annotate.endFocus');
  },
  get group() {
    return t('annotate.groupReading');
  },
  where: ['articles'],
  keys: ['Escape'],
  enabled: () => onDesk() && useFocusMode.getState().on,
  run: toggleFocusMode,
};
