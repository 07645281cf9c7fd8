import { type Display, lacksDisplay, openDisplay } from '../scripts/setup/display.mjs';

/**
 * How many apps run at a time. Where windows open on somebody's screen they would take the focus from
 * each other, so there it is one; on private displays it is one for each, and two keep two cores busy.
 */
export const E2E_WORKERS = lacksDisplay() || process.env['VERBALE_DISPLAYS'] !== undefined ? 2 : 1;

/** Tells workers, which are processes of their own, of the displays that were opened for them. */
const DISPLAYS = 'VERBALE_DISPLAYS';

/**
 * Opens a private display for each worker, where there is no screen.
 * @returns what closes them
 */
export async function openDisplays(say: (line: string) => void): Promise<() => Promise<void>> {
  if (!lacksDisplay()) return async () => {};
  const opened: Display[] = [];
  for (let i = 0; i < E2E_WORKERS; i += 1) opened.push(await openDisplay(say));
  process.env[DISPLAYS] = opened.map(({ env }) => env['DISPLAY']).join(' ');
  return async () => {
    await Promise.all(opened.map((display) => display.close()));
  };
}

/** Makes this worker's display that of everything it starts. */
export function takeDisplay(parallelIndex: number): void {
  const display = process.env[DISPLAYS]?.split(' ')[parallelIndex];
  if (display !== undefined) process.env['DISPLAY'] = display;
}
