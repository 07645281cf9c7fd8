import { z } from 'zod';
import { commandIdSchema } from '../keys-schema.ts';

/** A title as the platform's menus take it: `&` before the letter that chooses it. */
const title = z.string().min(1).max(300);

/** A key as Electron's menus write it. Nothing else may pass: Electron throws on what it cannot read. */
const accelerator = z
  .string()
  .regex(
    /^(?:(?:CmdOrCtrl|Ctrl|Alt|Shift|Super)\+){0,4}(?:[A-Z0-9!"#$%&'()*,\-./:;<=>?@[\\\]^_`{|}~]|Plus|Space|Tab|Backspace|Delete|Enter|Esc|Up|Down|Left|Right|Home|End|PageUp|PageDown|F(?:[1-9]|1\d|2[0-4]))$/u,
  );

const commandItem = z.strictObject({
  type: z.literal('command'),
  id: commandIdSchema,
  title,
  /** The first key in force. */
  keys: accelerator.optional(),
  enabled: z.boolean(),
  /** Present where it can be on or off. */
  checked: z.boolean().optional(),
});

/** What the system does itself. */
const roleItem = z.strictObject({
  type: z.literal('role'),
  role: z.enum([
    'about',
    'services',
    'hide',
    'hideOthers',
    'unhide',
    'quit',
    'cut',
    'copy',
    'paste',
    'selectAll',
    'resetZoom',
    'zoomIn',
    'zoomOut',
    'togglefullscreen',
    'minimize',
    'zoom',
    'front',
  ]),
  title: title.optional(),
});

const separator = z.strictObject({ type: z.literal('separator') });
const leaves = [commandItem, roleItem, separator] as const;

const submenu = z.strictObject({
  type: z.literal('submenu'),
  title,
  items: z.array(z.discriminatedUnion('type', leaves)).max(100),
});

const menu = z.strictObject({
  title,
  /** What the system adds to it: its list of windows, its search. */
  role: z.enum(['window', 'help']).optional(),
  items: z.array(z.discriminatedUnion('type', [...leaves, submenu])).max(100),
});

/** The application's menu, which the window describes and the system shows. */
export const menuMethods = {
  /** Shows these menus from now on. Called again whenever something of them changed. */
  'menu.show': {
    input: z.strictObject({ menus: z.array(menu).min(1).max(16) }),
    output: z.strictObject({}),
  },
} as const;

/** A menu as the window describes it. */
export type AppMenu = z.output<typeof menu>;
/** A line of a menu. */
export type AppMenuItem = AppMenu['items'][number];
