import { inBackground } from '../../state/background.ts';
import { ANYWHERE, type Command } from '../../state/commands.ts';
import { announce } from '../../state/project.ts';
import { changeSettings, type Settings, useSettings } from '../../state/settings.ts';
import { openDialog } from '../../state/view.ts';
import { STEP, WIDTHS } from './line-widths.ts';

function theme(value: Settings['theme'], title: string): Command {
  return {
    id: `settings.theme.${value}`,
    title,
    group: 'Window',
    where: ANYWHERE,
    keys: [],
    enabled: () => true,
    run: () => inBackground(changeSettings({ theme: value })),
  };
}

const LOOKS: readonly { readonly value: Settings['theme']; readonly name: string }[] = [
  { value: 'system', name: 'as the system' },
  { value: 'light', name: 'light' },
  { value: 'sepia', name: 'sepia' },
  { value: 'dark', name: 'dark' },
  { value: 'high-contrast', name: 'high contrast' },
];

function after<T>(values: readonly T[], value: T): T {
  return values[(values.indexOf(value) + 1) % values.length] ?? value;
}

function nextLook(): void {
  const now = LOOKS.find(({ value }) => value === useSettings.getState().theme);
  const next = now === undefined ? undefined : after(LOOKS, now);
  if (next === undefined) return;
  inBackground(changeSettings({ theme: next.value }));
  announce(`Look: ${next.name}.`);
}

const FONTS = ['serif', 'sans', 'mono'] as const;
const SPACINGS = ['close', 'normal', 'wide'] as const;

function nextFont(): void {
  const textFont = after<Settings['textFont']>(FONTS, useSettings.getState().textFont);
  inBackground(changeSettings({ textFont }));
  announce(`Font of the article: ${textFont}.`);
}

function nextSpacing(): void {
  const lineSpacing = after<Settings['lineSpacing']>(SPACINGS, useSettings.getState().lineSpacing);
  inBackground(changeSettings({ lineSpacing }));
  announce(`Line spacing: ${lineSpacing}.`);
}

function changeLetters(): void {
  const letterSpacing = useSettings.getState().letterSpacing === 'wide' ? 'normal' : 'wide';
  inBackground(changeSettings({ letterSpacing }));
  announce(`Letter spacing: ${letterSpacing}.`);
}

function changeLineWidth(step: number): void {
  const { lineWidth } = useSettings.getState();
  const next = Math.min(WIDTHS[1], Math.max(WIDTHS[0], lineWidth + step));
  if (next !== lineWidth) inBackground(changeSettings({ lineWidth: next }));
  announce(`Line width ${String(next)}.`);
}

function reading(id: string, title: string, run: () => void): Command {
  return {
    id: `settings.${id}`,
    title,
    group: 'Reading',
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
    title: 'Settings…',
    group: 'Window',
    where: ANYWHERE,
    keys: ['$mod+,'],
    enabled: () => true,
    run: () => openDialog('settings'),
  },
  ...LOOKS.map(({ value, name }) => theme(value, `Look: ${name}`)),
  {
    id: 'settings.look.next',
    title: 'Next look',
    group: 'Window',
    where: ANYWHERE,
    keys: ['Alt+l'],
    enabled: () => true,
    run: nextLook,
  },
  reading('font', 'Next font of the article', nextFont),
  reading('lineSpacing', 'Next line spacing', nextSpacing),
  reading('letterSpacing', 'Letters wide apart or normal', changeLetters),
  reading('lines.wider', 'Wider lines', () => changeLineWidth(STEP)),
  reading('lines.narrower', 'Narrower lines', () => changeLineWidth(-STEP)),
];
