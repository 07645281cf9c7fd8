import type { MenuItemConstructorOptions } from 'electron';
import type { AppMenu, AppMenuItem } from '../../ipc/methods/menu.ts';

/** Tells the window that an item was chosen; `byKey` where its key was pressed, not its line. */
export type Send = (command: string, byKey: boolean) => void;

type CommandItem = Extract<AppMenuItem, { type: 'command' }>;

function commandItem(item: CommandItem, send: Send): MenuItemConstructorOptions {
  const { id, title, keys, enabled, checked } = item;
  return {
    id,
    label: title,
    enabled,
    // The window binds the keys itself, so that they work the same in its fields.
    registerAccelerator: false,
    ...(keys === undefined ? {} : { accelerator: keys }),
    ...(checked === undefined ? {} : { type: 'checkbox' as const, checked }),
    click: (clicked, _window, event) => {
      // The system ticks it at once; the window says what it is.
      if (checked !== undefined) clicked.checked = !clicked.checked;
      send(id, event.triggeredByAccelerator === true);
    },
  };
}

function itemTemplate(item: AppMenuItem, send: Send): MenuItemConstructorOptions {
  switch (item.type) {
    case 'separator':
      return { type: 'separator' };
    case 'role':
      return { role: item.role, ...(item.title === undefined ? {} : { label: item.title }) };
    case 'submenu':
      return { label: item.title, submenu: item.items.map((one) => itemTemplate(one, send)) };
    case 'command':
      return commandItem(item, send);
  }
}

/** The menus as Electron takes them. */
export function menuTemplate(menus: readonly AppMenu[], send: Send): MenuItemConstructorOptions[] {
  return menus.map(({ title, role, items }) => ({
    label: title,
    ...(role === undefined ? {} : { role }),
    submenu: items.map((item) => itemTemplate(item, send)),
  }));
}

/** Every command of the menus. */
export function itemsById(menus: readonly AppMenu[]): readonly CommandItem[] {
  return menus.flatMap(({ items }) =>
    items.flatMap((item) => {
      const inside = item.type === 'submenu' ? item.items : [item];
      return inside.filter((one): one is CommandItem => one.type === 'command');
    }),
  );
}

/** Everything of the menus that cannot be changed in place, for comparison. */
export function shapeOf(menus: readonly AppMenu[]): string {
  return JSON.stringify(menus, (name, value: unknown) => {
    if (name === 'enabled') return undefined;
    return name === 'checked' ? true : value;
  });
}

/** What there is before the window has spoken: enough to edit a field and to quit. */
export function firstMenu(platform: string): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  return [
    mac ? { role: 'appMenu' } : { label: '&File', submenu: [{ role: 'quit' }] },
    { role: 'editMenu' },
  ];
}
