import { inBackground } from '../../state/background.ts';
import { ANYWHERE, type Command } from '../../state/commands.ts';
import { changeSettings, type Settings } from '../../state/settings.ts';
import { openDialog } from '../../state/view.ts';

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
  theme('system', 'Look: as the system'),
  theme('light', 'Look: light'),
  theme('dark', 'Look: dark'),
  theme('high-contrast', 'Look: high contrast'),
];
