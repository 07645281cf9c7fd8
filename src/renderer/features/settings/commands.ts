import { inBackground } from '../../state/background.ts';
import { ANYWHERE, type Command } from '../../state/commands.ts';
import { announce } from '../../state/project.ts';
import { changeSettings, type Settings, useSettings } from '../../state/settings.ts';
import { openDialog } from '../../state/view.ts';
import type { PlainKey } from '../../words/catalogue.ts';
import { t } from '../../words/words.ts';
import { STEP, WIDTHS } from './line-widths.ts';

function theme({ value, command, menu }: (typeof LOOKS)[number]): Command {
  return {
    id: `settings.theme.${value}`,
    get title() {
      return t(command);
    },
    get menuTitle() {
      return t(menu);
    },
    get group() {
      return t('settings.group');
    },
    where: ANYWHERE,
    keys: [],
    enabled: () => true,
    checked: () => useSettings.getState().theme === value,
    run: () => inBackground(changeSettings({ theme: value })),
  };
}

const LOOKS: readonly {
  readonly value: Settings['theme'];
  readonly command: PlainKey;
  readonly menu: PlainKey;
}[] = [
  { value: 'system', command: 'settings.chooseSystem', menu: 'settings.lookSystem' },
  { value: 'light', command: 'settings.chooseLight', menu: 'settings.lookLight' },
  { value: 'sepia', command: 'settings.chooseSepia', menu: 'settings.lookSepia' },
  { value: 'dark', command: 'settings.chooseDark', menu: 'settings.lookDark' },
  {
    value: 'high-contrast',
    command: 'settings.chooseHighContrast',
    menu: 'settings.lookHighContrast',
  },
];

function after<T>(values: readonly T[], value: T): T {
  return values[(values.indexOf(value) + 1) % values.length] ?? value;
}

function nextLook(): void {
  const now = LOOKS.find(({ value }) => value === useSettings.getState().theme);
  const next = now === undefined ? undefined : after(LOOKS, now);
  if (next === undefined) return;
  inBackground(changeSettings({ theme: next.value }));
  announce(() => t('settings.said', { choice: t(next.command) }));
}

const FONTS = ['serif', 'sans', 'mono'] as const;
const SPACINGS = ['close', 'normal', 'wide'] as const;

const FONT_SAID = {
  serif: 'settings.fontSerifSaid',
  sans: 'settings.fontSansSaid',
  mono: 'settings.fontMonoSaid',
} as const;

const SPACING_SAID = {
  close: 'settings.spacingCloseSaid',
  normal: 'settings.spacingNormalSaid',
  wide: 'settings.spacingWideSaid',
} as const;

function nextFont(): void {
  const textFont = after<Settings['textFont']>(FONTS, useSettings.getState().textFont);
  inBackground(changeSettings({ textFont }));
  announce(() => t(FONT_SAID[textFont]));
}

function nextSpacing(): void {
  const lineSpacing = after<Settings['lineSpacing']>(SPACINGS, useSettings.getState().lineSpacing);
  inBackground(changeSettings({ lineSpacing }));
  announce(() => t(SPACING_SAID[lineSpacing]));
}

function changeLetters(): void {
  const letterSpacing = useSettings.getState().letterSpacing === 'wide' ? 'normal' : 'wide';
  inBackground(changeSettings({ letterSpacing }));
  announce(() => t(letterSpacing === 'wide' ? 'settings.lettersWide' : 'settings.lettersNormal'));
}

function changeLineWidth(step: number): void {
  const { lineWidth } = useSettings.getState();
  const next = Math.min(WIDTHS[1], Math.max(WIDTHS[0], lineWidth + step));
  if (next !== lineWidth) inBackground(changeSettings({ lineWidth: next }));
  announce(() => t('settings.lineWidthSaid', { width: next }));
}

function reading(id: string, title: PlainKey, run: () => void): Command {
  return {
    id: `settings.${id}`,
    get title() {
      return t(title);
    },
    get group() {
      return t('settings.groupReading');
    },
    where: ANYWHERE,
    keys: [],
    enabled: () => true,
    run,
  };
}

/** What changes how the window looks. */
export const settingsCommands: readonly Command[] = [
  {
    id: 'settings.open',
    get title() {
      return t('settings.open');
    },
    get group() {
      return t('settings.group');
    },
    where: ANYWHERE,
    keys: ['$mod+,'],
    enabled: () => true,
    run: () => openDialog('settings'),
  },
  ...LOOKS.map(theme),
  {
    id: 'settings.look.next',
    get title() {
      return t('settings.nextLook');
    },
    get group() {
      return t('settings.group');
    },
    where: ANYWHERE,
    keys: ['Alt+l'],
    enabled: () => true,
    run: nextLook,
  },
  reading('font', 'settings.nextFont', nextFont),
  reading('lineSpacing', 'settings.nextSpacing', nextSpacing),
  reading('letterSpacing', 'settings.changeLetters', changeLetters),
  reading('lines.wider', 'settings.wider', () => changeLineWidth(STEP)),
  reading('lines.narrower', 'settings.narrower', () => changeLineWidth(-STEP)),
];
