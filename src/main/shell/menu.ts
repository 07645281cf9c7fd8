import type { MenuItemConstructorOptions } from 'electron';
import { app, Menu } from 'electron';

type Send = (command: string) => void;

function item(
  label: string,
  command: string,
  send: Send,
  key?: string,
): MenuItemConstructorOptions {
  return {
    label,
    // The page binds the keys itself, so that they work the same in its fields and in tests.
    registerAccelerator: false,
    ...(key === undefined ? {} : { accelerator: key }),
    click: () => {
      send(command);
    },
  };
}

/** The application's menu in the platform's order. Every item is a command of the window. */
export function buildMenu(send: Send): Menu {
  const mac = process.platform === 'darwin';
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const file: MenuItemConstructorOptions[] = [
    item('New project…', 'project.new', send),
    item('Open project…', 'project.open', send, 'CmdOrCtrl+O'),
    item('Open the sample', 'project.sample', send),
    separator,
    item('Import files…', 'import.files', send, 'CmdOrCtrl+I'),
    item('Import a folder…', 'import.folder', send),
    item('Paste as new article…', 'import.paste', send, 'CmdOrCtrl+Shift+V'),
    item('Export…', 'export.open', send, 'CmdOrCtrl+E'),
    separator,
    item('Close project', 'project.close', send),
    ...(mac ? [] : [{ role: 'quit' } as const]),
  ];
  const edit: MenuItemConstructorOptions[] = [
    item('Undo', 'history.undo', send, 'CmdOrCtrl+Z'),
    item('Redo', 'history.redo', send, 'CmdOrCtrl+Shift+Z'),
    separator,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
  ];
  const view: MenuItemConstructorOptions[] = [
    item('Command palette…', 'palette.open', send, 'CmdOrCtrl+K'),
    item('Search', 'search.show', send, 'CmdOrCtrl+Shift+F'),
    item('Statistics', 'statistics.show', send, 'CmdOrCtrl+Shift+S'),
    item('Settings…', 'settings.open', send, 'CmdOrCtrl+,'),
    separator,
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen' },
  ];
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ label: app.name, role: 'appMenu' } as const] : []),
    { label: 'File', submenu: file },
    { label: 'Edit', submenu: edit },
    { label: 'View', submenu: view },
    { label: 'Help', submenu: [item('All keys', 'keys.open', send)] },
  ];
  return Menu.buildFromTemplate(template);
}
