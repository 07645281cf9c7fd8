import { inBackground } from '../../state/background.ts';
import type { Command } from '../../state/commands.ts';
import { announce, useProject } from '../../state/project.ts';
import { changeSettings, useSettings } from '../../state/settings.ts';
import { toggleAllFurniture } from './reader.tsx';
import { reader } from './reader-state.ts';
import { pressLabel, remove, selectedAnnotation, stepEdge, toggleFurniture } from './tagging.ts';
import { stepAnnotation } from './walk.ts';

const GROUP = 'Annotations';

function onDesk(): boolean {
  return useProject.getState().article !== undefined && reader() !== undefined;
}

function hasSelected(): boolean {
  return onDesk() && selectedAnnotation() !== undefined;
}

/** The command of a number key: whichever label has it now. */
function labelCommand(key: string): Command {
  const find = () => useProject.getState().labels.find((label) => label.shortcut === key);
  return {
    id: `label.${key}`,
    get title() {
      return `Mark as ${find()?.name ?? `label ${key}`}`;
    },
    group: GROUP,
    keys: [key],
    enabled: () => onDesk() && find() !== undefined,
    run() {
      const label = find();
      if (label !== undefined) pressLabel(label);
    },
  };
}

const SNAPS = ['word', 'sentence', 'character'] as const;

function nextSnap(): void {
  const index = SNAPS.indexOf(useSettings.getState().snap);
  const snap = SNAPS[(index + 1) % SNAPS.length] ?? 'word';
  inBackground(changeSettings({ snap }));
  announce(`Selections go by ${snap} now.`);
}

function edge(
  id: string,
  title: string,
  keys: string,
  which: 'start' | 'end',
  direction: 'forward' | 'backward',
): Command {
  const run = (): void => stepEdge(which, direction);
  return { id, title, group: GROUP, keys: [keys], enabled: hasSelected, run };
}

const moves: readonly Command[] = [
  edge('annotation.endForward', 'Move the end forward', 'Alt+ArrowRight', 'end', 'forward'),
  edge('annotation.endBack', 'Move the end back', 'Alt+ArrowLeft', 'end', 'backward'),
  edge(
    'annotation.startForward',
    'Move the start forward',
    'Alt+Shift+ArrowRight',
    'start',
    'forward',
  ),
  edge('annotation.startBack', 'Move the start back', 'Alt+Shift+ArrowLeft', 'start', 'backward'),
];

function focusNote(): void {
  document.querySelector<HTMLElement>('[data-annotation-note]')?.focus();
}

/** Everything that is done to words and annotations. */
export const annotateCommands: readonly Command[] = [
  ...['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(labelCommand),
  {
    id: 'annotation.next',
    title: 'Next annotation',
    group: GROUP,
    keys: ['j'],
    enabled: onDesk,
    run: () => stepAnnotation(1),
  },
  {
    id: 'annotation.previous',
    title: 'Previous annotation',
    group: GROUP,
    keys: ['k'],
    enabled: onDesk,
    run: () => stepAnnotation(-1),
  },
  ...moves,
  {
    id: 'annotation.note',
    title: 'Write a note',
    group: GROUP,
    keys: ['e'],
    enabled: hasSelected,
    run: focusNote,
  },
  {
    id: 'annotation.delete',
    title: 'Delete annotation',
    group: GROUP,
    keys: ['Delete', 'Backspace'],
    enabled: hasSelected,
    run() {
      const annotation = selectedAnnotation();
      if (annotation !== undefined) remove(annotation);
    },
  },
  {
    id: 'text.focus',
    title: 'Go to the text',
    group: GROUP,
    keys: ['t'],
    enabled: onDesk,
    run: () => reader()?.focus(),
  },
  {
    id: 'text.snap',
    title: 'Select by words, sentences or characters',
    group: GROUP,
    keys: ['w'],
    enabled: onDesk,
    run: nextSnap,
  },
  {
    id: 'furniture.fold',
    title: 'Fold or open all furniture',
    group: GROUP,
    keys: ['f'],
    enabled: onDesk,
    run: toggleAllFurniture,
  },
  {
    id: 'furniture.toggle',
    title: 'Mark the selection as furniture, or keep it as text',
    group: GROUP,
    keys: ['Shift+F'],
    enabled: onDesk,
    run: toggleFurniture,
  },
];
