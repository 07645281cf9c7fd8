import { describe, expect, it, vi } from 'vitest';
import type { AppMenu } from '../../ipc/methods/menu.ts';
import { firstMenu, itemsById, menuTemplate, shapeOf } from './menu-template.ts';

const next = { type: 'command', id: 'article.next', title: '&Next', enabled: true } as const;
const dark = {
  type: 'command',
  id: 'look.dark',
  title: 'Dark',
  enabled: true,
  checked: false,
} as const;

const menus = (item: AppMenu['items'][number] = next): AppMenu[] => [
  { title: '&Go', items: [item, { type: 'separator' }, { type: 'role', role: 'quit' }] },
  { title: '&View', items: [{ type: 'submenu', title: 'Look', items: [dark] }] },
];

describe('menuTemplate', () => {
  it('tells the window which command was chosen, and how', () => {
    const send = vi.fn();
    const [go] = menuTemplate(menus(), send);
    const [item] = go?.submenu as Electron.MenuItemConstructorOptions[];
    item?.click?.({} as never, undefined, { triggeredByAccelerator: true } as never);
    item?.click?.({} as never, undefined, {} as never);
    expect(send.mock.calls).toEqual([
      ['article.next', true],
      ['article.next', false],
    ]);
  });

  it('leaves it to the window what is ticked', () => {
    const view = menuTemplate(menus(), vi.fn())[1];
    const [look] = view?.submenu as Electron.MenuItemConstructorOptions[];
    const [item] = look?.submenu as Electron.MenuItemConstructorOptions[];
    const clicked = { checked: true };
    item?.click?.(clicked as never, undefined, {} as never);
    expect(clicked.checked).toBe(false);
  });
});

it('only what cannot change in place changes the shape', () => {
  const shape = shapeOf(menus());
  expect(shapeOf(menus({ ...next, enabled: false }))).toBe(shape);
  expect(shapeOf(menus({ ...next, title: '&Further' }))).not.toBe(shape);
  expect(shapeOf(menus({ ...next, keys: 'N' }))).not.toBe(shape);
});

it('finds commands in submenus too', () => {
  expect(itemsById(menus()).map(({ id }) => id)).toEqual(['article.next', 'look.dark']);
});

it('there is a way to quit before the window has spoken', () => {
  expect(JSON.stringify(firstMenu('linux'))).toContain('quit');
  expect(JSON.stringify(firstMenu('darwin'))).toContain('appMenu');
});
