import { inBackground } from '../../state/background.ts';
import type { Command } from '../../state/commands.ts';
import { announce, useProject } from '../../state/project.ts';
import { changeSettings, type Settings, useSettings } from '../../state/settings.ts';
import { useView } from '../../state/view.ts';
import { t } from '../../words/words.ts';
import { deskText } from './desk-text.ts';
import { markAsFurniture, notFurniture } from './furniture-edits.ts';

const onDesk = (): boolean =>
  useView.getState().place === 'articles' && useProject.getState().article !== undefined;

const SNAPS: readonly Settings['snap'][] = ['character', 'word', 'sentence'];

const TAKES = {
  character: 'annotate.takesExact',
  word: 'annotate.takesWords',
  sentence: 'annotate.takesSentences',
} as const;

/** The next way of widening a selection. */
export function cycleSnap(): void {
  const { snap } = useSettings.getState();
  const next = SNAPS[(SNAPS.indexOf(snap) + 1) % SNAPS.length] ?? 'word';
  inBackground(changeSettings({ snap: next }));
  announce(() => t(TAKES[next]));
}

/** Makes the text one step larger or smaller. */
function changeTextSize(step: 1 | -1): void {
  const { textSize } = useSettings.getState();
  const next = Math.min(26, Math.max(15, textSize + step));
  if (next !== textSize) inBackground(changeSettings({ textSize: next }));
  announce(() => t('annotate.textSizeSaid', { size: next }));
}

function toggleFurniture(): void {
  const open = useSettings.getState().furniture === 'open';
  inBackground(changeSettings({ furniture: open ? 'folded' : 'open' }));
  announce(open ? t('annotate.folded') : t('annotate.unfolded'));
}

/** What can be chosen about how an article is shown, and what of it counts. */
export const settingCommands: readonly Command[] = [
  {
    id: 'text.focus',
    get title() {
      return t('annotate.goText');
    },
    get group() {
      return t('annotate.groupReading');
    },
    where: ['articles'],
    keys: ['t'],
    enabled: onDesk,
    run: () => deskText()?.focus(),
  },
  {
    id: 'text.snap',
    get title() {
      return t('annotate.cycleSnap');
    },
    get group() {
      return t('annotate.groupReading');
    },
    where: ['articles'],
    keys: ['Alt+w'],
    enabled: onDesk,
    run: cycleSnap,
  },
  {
    id: 'furniture.toggle',
    get title() {
      return t('annotate.foldCommand');
    },
    get group() {
      return t('annotate.groupReading');
    },
    get menuTitle() {
      return t('keys.menuFurniture');
    },
    where: ['articles'],
    keys: ['f'],
    enabled: onDesk,
    checked: () => useSettings.getState().furniture === 'open',
    run: toggleFurniture,
  },
  {
    id: 'furniture.mark',
    get title() {
      return t('annotate.markFurniture');
    },
    get group() {
      return t('annotate.groupReading');
    },
    where: ['articles'],
    keys: ['Shift+f'],
    enabled: onDesk,
    run: markAsFurniture,
  },
  {
    id: 'furniture.unmark',
    get title() {
      return t('annotate.notFurniture');
    },
    get group() {
      return t('annotate.groupReading');
    },
    where: ['articles'],
    keys: [],
    enabled: onDesk,
    run: () => notFurniture(),
  },
  {
    id: 'text.larger',
    get title() {
      return t('annotate.larger');
    },
    get group() {
      return t('annotate.groupReading');
    },
    where: ['articles'],
    keys: ['+'],
    enabled: onDesk,
    run: () => changeTextSize(1),
  },
  {
    id: 'text.smaller',
    get title() {
      return t('annotate.smaller');
    },
    get group() {
      return t('annotate.groupReading');
    },
    where: ['articles'],
    keys: ['-'],
    enabled: onDesk,
    run: () => changeTextSize(-1),
  },
];
