import type { Label } from '../../../core/model/codebook.ts';
import { inBackground } from '../../state/background.ts';
import type { Command } from '../../state/commands.ts';
import { announce, select, useProject } from '../../state/project.ts';
import { useSettings } from '../../state/settings.ts';
import { showDetailsPane, useView } from '../../state/view.ts';
import { copyText } from '../../state/window.ts';
import { t } from '../../words/words.ts';
import { attributeCommands, tag } from './attribute-commands.ts';
import { commentCommands } from './comments/comment-commands.ts';
import { confidenceCommands } from './confidence-commands.ts';
import { deskText } from './desk-text.ts';
import { documentCommands } from './document/document-commands.ts';
import type { Edge } from './edges.ts';
import { moveEdge } from './edges.ts';
import { changeSpans, remove, selectedAnnotation } from './edits.ts';
import { findSteps, focusEnd, numbersCommand, readingCommands } from './reading-commands.ts';
import { seenCommands } from './seen-commands.ts';
import { selectingCommands } from './selecting-commands.ts';
import { settingCommands } from './setting-commands.ts';
import { spanCommands } from './span-commands.ts';
import { submitCommands } from './submit-commands.ts';
import { cycleStack, walk } from './walk.ts';

const onDesk = (): boolean =>
  useView.getState().place === 'articles' && useProject.getState().article !== undefined;
const picked = (): boolean => onDesk() && selectedAnnotation() !== undefined;

function labelFor(shortcut: string): Label | undefined {
  return useProject.getState().labels.find((label) => label.shortcut === shortcut);
}

/** One command a key; which label it gives depends on the codebook of the open project. */
function labelCommand(shortcut: string): Command {
  return {
    id: `label.${shortcut}`,
    keyOfLabel: true,
    get group() {
      return t('annotate.groupLabels');
    },
    where: ['articles'],
    get title() {
      return labelFor(shortcut)?.name ?? t('annotate.labelKey', { key: shortcut });
    },
    get keys() {
      return labelFor(shortcut) === undefined ? [] : [shortcut];
    },
    enabled: () => onDesk() && labelFor(shortcut) !== undefined,
    run() {
      const label = labelFor(shortcut);
      if (label !== undefined) tag(label);
    },
  };
}

/** Left and right are forward and back in a line from right to left. */
function shiftEdge(edge: Edge, arrow: 'left' | 'right'): void {
  const annotation = selectedAnnotation();
  const text = useProject.getState().article?.text;
  if (annotation === undefined || text === undefined) return;
  const { spans } = annotation.anchor;
  const offset = edge === 'start' ? spans[0]?.[0] : spans.at(-1)?.[1];
  const rightToLeft = deskText()?.isRightToLeft(offset ?? 0) === true;
  const direction = (arrow === 'right') === rightToLeft ? 'backward' : 'forward';
  const moved = moveEdge(text, spans, edge, direction, useSettings.getState().snap);
  if (moved === spans) announce(() => t('annotate.edgeStops'));
  else changeSpans(annotation, moved, edge === 'start' ? 'startMoved' : 'endMoved');
}

const MOVES = {
  'start left': 'annotate.moveStartLeft',
  'start right': 'annotate.moveStartRight',
  'end left': 'annotate.moveEndLeft',
  'end right': 'annotate.moveEndRight',
} as const;

function edgeCommand(edge: Edge, arrow: 'left' | 'right', keys: string): Command {
  return {
    id: `annotation.${edge}.${arrow}`,
    get title() {
      return t(MOVES[`${edge} ${arrow}`]);
    },
    get group() {
      return t('annotate.groupAnnotations');
    },
    where: ['articles'],
    keys: [keys],
    enabled: picked,
    run: () => shiftEdge(edge, arrow),
  };
}

/** Drops what is selected: first the words, then the annotation. */
function escape(): void {
  const text = deskText();
  if (text?.selection() !== undefined) text.clearSelection();
  else select(undefined);
}

function removePicked(): void {
  const annotation = selectedAnnotation();
  if (annotation === undefined) return;
  const inSide = document.activeElement?.closest('[data-article-text]') === null;
  remove(annotation);
  if (inSide) deskText()?.focus();
}

/** Goes to the details of the selected annotation. */
function openDetails(): void {
  showDetailsPane(true);
  requestAnimationFrame(() => {
    document
      .querySelector<HTMLElement>(
        '[data-annotation-details] [data-attribute], [data-annotation-details] button',
      )
      ?.focus();
  });
}

function openNote(): void {
  showDetailsPane(true);
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('[data-annotation-details] textarea')?.focus();
  });
}

function copyQuote(): void {
  const quote = selectedAnnotation()?.anchor.quote.join(' … ');
  if (quote !== undefined) inBackground(copyText(quote, () => t('state.quoteCopied')));
}

const annotations: readonly Command[] = [
  {
    id: 'annotation.next',
    get title() {
      return t('annotate.next');
    },
    get group() {
      return t('annotate.groupAnnotations');
    },
    where: ['articles'],
    keys: ['j'],
    enabled: onDesk,
    run: () => walk(1),
  },
  {
    id: 'annotation.previous',
    get title() {
      return t('annotate.previous');
    },
    get group() {
      return t('annotate.groupAnnotations');
    },
    where: ['articles'],
    keys: ['k'],
    enabled: onDesk,
    run: () => walk(-1),
  },
  {
    id: 'annotation.stack',
    get title() {
      return t('annotate.nextSame');
    },
    get group() {
      return t('annotate.groupAnnotations');
    },
    where: ['articles'],
    keys: ['s'],
    enabled: onDesk,
    run: cycleStack,
  },
  {
    id: 'annotation.details',
    get title() {
      return t('annotate.goDetails');
    },
    get group() {
      return t('annotate.groupAnnotations');
    },
    where: ['articles'],
    keys: ['Enter'],
    // Elsewhere Enter presses the button that has the focus.
    enabled: () => picked() && deskText()?.hasFocus() === true,
    run: openDetails,
  },
  {
    id: 'annotation.note',
    get title() {
      return t('annotate.writeNote');
    },
    get group() {
      return t('annotate.groupAnnotations');
    },
    where: ['articles'],
    keys: ['m'],
    enabled: picked,
    run: openNote,
  },
  {
    id: 'annotation.remove',
    get title() {
      return t('annotate.removeCommand');
    },
    get group() {
      return t('annotate.groupAnnotations');
    },
    where: ['articles'],
    keys: ['Delete', 'Backspace'],
    enabled: picked,
    run: removePicked,
  },
  edgeCommand('end', 'right', 'Alt+ArrowRight'),
  edgeCommand('end', 'left', 'Alt+ArrowLeft'),
  edgeCommand('start', 'right', 'Alt+Shift+ArrowRight'),
  edgeCommand('start', 'left', 'Alt+Shift+ArrowLeft'),
  {
    id: 'annotation.copy',
    get title() {
      return t('annotate.copyQuote');
    },
    get group() {
      return t('annotate.groupAnnotations');
    },
    where: ['articles'],
    keys: ['$mod+Shift+c'],
    enabled: picked,
    run: copyQuote,
  },
  {
    id: 'annotation.escape',
    get title() {
      return t('annotate.dropSelection');
    },
    get group() {
      return t('annotate.groupAnnotations');
    },
    where: ['articles'],
    keys: ['Escape'],
    enabled: () => picked() || (onDesk() && deskText()?.selection() !== undefined),
    run: escape,
  },
];

/** What can be done with the text on the desk and its annotations. */
export const annotateCommands: readonly Command[] = [
  ...['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(labelCommand),
  ...selectingCommands,
  ...annotations,
  ...spanCommands,
  ...attributeCommands,
  ...submitCommands,
  ...commentCommands,
  ...documentCommands,
  ...confidenceCommands,
  ...seenCommands,
  ...settingCommands,
  ...readingCommands,
  ...findSteps,
  numbersCommand,
  focusEnd,
];
