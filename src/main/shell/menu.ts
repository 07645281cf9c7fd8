import { Menu } from 'electron';
import type { AppMenu } from '../../ipc/methods/menu.ts';
import { firstMenu, itemsById, menuTemplate, type Send, shapeOf } from './menu-template.ts';

/**
 * The application's menu: a small one until the window has spoken, then what the window describes.
 * What is on, off or greyed changes in place, so that a menu that is open stays open.
 */
export function applicationMenu(send: Send): (menus: readonly AppMenu[]) => void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(firstMenu(process.platform)));
  let shape = '';
  return (menus) => {
    const next = shapeOf(menus);
    const shown = Menu.getApplicationMenu();
    if (next !== shape || shown === null) {
      shape = next;
      Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(menus, send)));
      return;
    }
    for (const { id, enabled, checked } of itemsById(menus)) {
      const item = shown.getMenuItemById(id);
      if (item === null) continue;
      if (item.enabled !== enabled) item.enabled = enabled;
      if (checked !== undefined && item.checked !== checked) item.checked = checked;
    }
  };
}
