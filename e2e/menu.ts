import type { RunningApp } from './running-app.ts';

/** Chooses a line of the application's menu, by the id of its command. */
export function clickMenu(app: RunningApp, id: string): Promise<void> {
  return app.electron.evaluate(({ Menu }, wanted) => {
    Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click({ triggeredByAccelerator: false });
  }, id);
}
