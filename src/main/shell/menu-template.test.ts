import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import type { AppMenu } from '../../ipc/methods/menu.ts';
import { firstMenu, itemsById, menuTemplate, type Send, shapeOf } from './menu-template.ts';

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

const inside = (menu: MenuItemConstructorOptions | undefined): MenuItemConstructorOptions[] =>
  Array.isArray(menu?.submenu) ? menu.submenu : [];

describe('menuTemplate', () => {
  it('tells the window which command was chosen, and how', () => {
    const send = vi.fn<Send>();
    const [go] = menuTemplate(menus(), send);
    const [item] = inside(go);
    item?.click?.({} as never, undefined, { triggeredByAccelerator: true });
    item?.click?.({} as never, undefined, {});
    expect(send.mock.calls).toEqual([
      ['article.next', true],
      ['article.next', false],
    ]);
  });

  it('leaves it to the window what is ticked', () => {
    const view = menuTemplate(menus(), vi.fn<Send>())[1];
    const [look] = inside(view);
    const [item] = inside(look);
    const clicked = { checked: true };
    item?.click?.(clicked as never, undefined, {});
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
