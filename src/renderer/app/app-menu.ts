import type { Input } from '../../ipc/contract.ts';
import { allCommands, type Command, isEnabled, keysFor } from '../state/commands.ts';
import { MENU_IDS, type MenuId, menuName, withMnemonics } from '../state/menu-names.ts';
import { useProject } from '../state/project.ts';
import { t } from '../words/words.ts';
import { acceleratorOf } from './accelerator.ts';
import {
  IN_NO_MENU,
  MENU_LINES,
  MENU_OF_KIND,
  type MenuLine,
  type RoleLine,
  STANDS_FOR,
} from './menu-layout.ts';

type Menu = Input<'menu.show'>['menus'][number];
type Item = Menu['items'][number];

const SEPARATOR = { type: 'separator' } as const;

const commandsOf = (line: MenuLine): readonly string[] => {
  if (typeof line === 'string') return line === '-' ? [] : [line];
  return 'commands' in line ? line.commands : [];
};

/** The lines of a menu, with the commands of its kind that no line names at the end. */
function linesOf(menu: MenuId): readonly MenuLine[] {
  const named = new Set(MENU_IDS.flatMap((id) => MENU_LINES[id].flatMap(commandsOf)));
  const more = allCommands()
    .map(({ id }) => id)
    .filter((id) => !named.has(id) && !(id in IN_NO_MENU))
    .filter((id) => MENU_OF_KIND[id.split('.')[0] ?? ''] === menu);
  return more.length === 0 ? MENU_LINES[menu] : [...MENU_LINES[menu], '-', ...more];
}

/** The commands of each menu, by id. */
export function commandsByMenu(): ReadonlyMap<MenuId, readonly string[]> {
  return new Map(MENU_IDS.map((id) => [id, linesOf(id).flatMap(commandsOf)]));
}

/** The command that a line of the menu runs now: its own, or one that it stands for. */
export function commandBehind(id: string): Command | undefined {
  const ids = [id, ...(STANDS_FOR[id] ?? [])];
  const found = ids.map((one) => allCommands().find((command) => command.id === one));
  return found.find((one) => one !== undefined && isEnabled(one)) ?? found[0];
}

/** While a dialog lies over the window, only what the system does itself is left. */
export function isCovered(): boolean {
  return document.documentElement.dataset['modal'] !== undefined;
}

function isIdleLabel({ keyOfLabel, id }: Command): boolean {
  if (keyOfLabel !== true) return false;
  return useProject.getState().labels.every(({ shortcut }) => `label.${shortcut}` !== id);
}

function commandItem(id: string, mac: boolean): readonly Item[] {
  const command = allCommands().find((one) => one.id === id);
  if (command === undefined || isIdleLabel(command)) return [];
  const first = keysFor(command)[0];
  const keys = first === undefined ? undefined : acceleratorOf(first, mac);
  const behind = commandBehind(id);
  return [
    {
      type: 'command',
      id,
      title: command.menuTitle ?? command.title,
      ...(keys === undefined ? {} : { keys }),
      enabled: !isCovered() && behind !== undefined && isEnabled(behind),
      ...(command.checked === undefined ? {} : { checked: command.checked() }),
    },
  ];
}

function roleItem({ role, title }: RoleLine): Item {
  return { type: 'role', role, title: t(title) };
}

function itemsOf(line: MenuLine, mac: boolean): readonly Item[] {
  if (line === '-') return [SEPARATOR];
  if (typeof line === 'string') return commandItem(line, mac);
  if ('role' in line) return [roleItem(line)];
  const items = line.commands.flatMap((id) => commandItem(id, mac)) as Extract<
    Item,
    { type: 'submenu' }
  >['items'];
  return [{ type: 'submenu', title: t(line.title), items: lettered(items, mac) }];
}

/** Without lines at the ends and doubled ones. */
function tidied(items: readonly Item[]): readonly Item[] {
  const kept = items.filter(
    ({ type }, at) => type !== 'separator' || (at > 0 && items[at - 1]?.type !== 'separator'),
  );
  return kept.at(-1)?.type === 'separator' ? kept.slice(0, -1) : kept;
}

/** On Windows and Linux each line is chosen by a letter; on a Mac `&` is only a character. */
function lettered<T extends Item>(items: readonly T[], mac: boolean): T[] {
  const titles = items.map((item) => ('title' in item ? (item.title ?? '') : ''));
  const marked = mac ? titles.map((one) => one.replaceAll('&', '&&')) : withMnemonics(titles);
  return items.map((item, at) => ('title' in item ? { ...item, title: marked[at] ?? '' } : item));
}

function menuOf(id: MenuId, mac: boolean): Menu {
  const ends: readonly MenuLine[] = END_LINES[id]?.(mac) ?? [];
  const items = [...linesOf(id), ...ends].flatMap((line) => itemsOf(line, mac));
  const help = id === 'help' ? { role: 'help' as const } : {};
  return { title: menuName(id), ...help, items: lettered(tidied(items), mac) };
}

/** What stands at the end of menus on Windows and Linux, and in the menu of the app on a Mac. */
const END_LINES: Partial<Record<MenuId, (mac: boolean) => readonly MenuLine[]>> = {
  file: (mac) => (mac ? [] : ['-', 'settings.open', '-', { role: 'quit', title: 'keys.quit' }]),
  help: (mac) => (mac ? [] : ['-', { role: 'about', title: 'keys.about' }]),
};

const MAC_APP: readonly MenuLine[] = [
  { role: 'about', title: 'keys.about' },
  '-',
  'settings.open',
  '-',
  { role: 'services', title: 'keys.services' },
  '-',
  { role: 'hide', title: 'keys.hide' },
  { role: 'hideOthers', title: 'keys.hideOthers' },
  { role: 'unhide', title: 'keys.showAll' },
  '-',
  { role: 'quit', title: 'keys.quitVerbale' },
];

const MAC_WINDOW: readonly MenuLine[] = [
  { role: 'minimize', title: 'keys.minimise' },
  { role: 'zoom', title: 'keys.zoom' },
  '-',
  { role: 'front', title: 'keys.toFront' },
];

/** The application's menus as they are now, in the conventions of the platform. */
export function describeMenus(mac: boolean): Menu[] {
  const menus = MENU_IDS.map((id) => menuOf(id, mac));
  if (!mac) {
    const titles = withMnemonics(menus.map(({ title }) => title));
    return menus.map((menu, at) => ({ ...menu, title: titles[at] ?? menu.title }));
  }
  const plain = (lines: readonly MenuLine[]): Item[] => lines.flatMap((line) => itemsOf(line, mac));
  const app: Menu = { title: 'Verbale', items: plain(MAC_APP) };
  const windows: Menu = { title: t('keys.menuWindow'), role: 'window', items: plain(MAC_WINDOW) };
  return [app, ...menus.slice(0, -1), windows, ...menus.slice(-1)];
}
