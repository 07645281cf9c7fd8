import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_LABELS } from '../../core/model/codebook.ts';
import { menuMethods } from '../../ipc/methods/menu.ts';
import { allCommands } from '../state/commands.ts';
import { useProject } from '../state/project.ts';
import { useSettings } from '../state/settings.ts';
import { commandsByMenu, describeMenus } from './app-menu.ts';
import { installCommands } from './install-commands.ts';
import { IN_NO_MENU } from './menu-layout.ts';

beforeEach(() => {
  installCommands();
  useSettings.setState({ keys: {} });
  useProject.setState({ labels: DEFAULT_LABELS });
  vi.stubGlobal('document', { documentElement: { dataset: {} } });
});

/** Commands that stand at another place on a Mac: in the menu of the app, else in File. */
const AT_THE_END = ['settings.open'];

describe('every command', () => {
  it('is in exactly one menu, or in none for a reason', () => {
    const inMenus = [...commandsByMenu().values()].flat().filter((id) => !AT_THE_END.includes(id));
    const lost = allCommands()
      .map(({ id }) => id)
      .filter((id) => !AT_THE_END.includes(id))
      .filter((id) => inMenus.filter((one) => one === id).length !== (id in IN_NO_MENU ? 0 : 1));
    expect(lost).toEqual([]);
  });

  it('that is left out exists', () => {
    const ids = new Set(allCommands().map(({ id }) => id));
    expect(Object.keys(IN_NO_MENU).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('that a menu names exists', () => {
    const ids = new Set(allCommands().map(({ id }) => id));
    expect([...commandsByMenu().values()].flat().filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe.each([
  ['a Mac', true],
  ['Windows and Linux', false],
])('the menus on %s', (_name, mac) => {
  it('pass the border', () => {
    expect(menuMethods['menu.show'].input.safeParse({ menus: describeMenus(mac) }).error).toBe(
      undefined,
    );
  });

  it('have the settings where people look for them', () => {
    const found = describeMenus(mac).find(({ items }) =>
      items.some((item) => item.type === 'command' && item.id === 'settings.open'),
    );
    expect(found?.title).toBe(mac ? 'Verbale' : '&File');
  });

  it('name labels of the codebook and no digit without one', () => {
    const annotate = describeMenus(mac).find(({ title }) => title.includes('Annotate'));
    const labels = annotate?.items.filter(
      (item) => item.type === 'command' && item.id.startsWith('label.'),
    );
    expect(labels).toHaveLength(DEFAULT_LABELS.length);
  });

  it('show the key in force', () => {
    useSettings.setState({ keys: { 'article.next': ['Alt+Shift+ArrowDown'] } });
    const items = describeMenus(mac).flatMap((menu) => menu.items);
    expect(
      items.find((item) => item.type === 'command' && item.id === 'article.next'),
    ).toMatchObject({ keys: 'Alt+Shift+Down', enabled: false });
  });
});
