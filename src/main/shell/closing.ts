import type { BrowserWindow } from 'electron';
import { app, dialog } from 'electron';
import type { Settled } from '../../ipc/methods/shell-words.ts';
import type { ShellWord } from '../../ipc/shell-word-list.ts';
import { reportBug } from './log.ts';
import { sendEvent } from './window.ts';

/** What closing has to know and do. */
export interface Closing {
  /** The window. */
  readonly window: () => BrowserWindow | undefined;
  /** Resolves with what the window still holds, once it has sent what it could. */
  readonly windowSettled: () => Promise<Settled>;
  /** What a dialog says, in the language of the window. */
  readonly say: (english: ShellWord) => string;
  /** Waits for the disk and lets go of the project. Answers what went wrong, if anything. */
  readonly close: () => Promise<string | undefined>;
}

const PATIENCE_MS = 10_000;

async function within<T>(promise: Promise<T>, otherwise: undefined): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(otherwise);
    }, PATIENCE_MS);
  });
  const first = await Promise.race([promise, late]);
  clearTimeout(timer);
  return first;
}

async function askToLeave(window: BrowserWindow, question: Settled['question']): Promise<boolean> {
  const answer = await dialog.showMessageBox(window, {
    type: 'warning',
    message: question.message,
    detail: question.detail,
    buttons: [question.stay, question.leave],
    defaultId: 0,
    cancelId: 0,
  });
  return answer.response === 1;
}

/**
 * Holds every way out of the application until what was acknowledged and what is on the way is
 * on disk. Answers how to send the closing of a window through the same gate.
 */
export function guardClosing(closing: Closing): (window: BrowserWindow) => void {
  let done = false;
  let leaving: Promise<void> | undefined;

  async function leave(): Promise<void> {
    const window = closing.window();
    if (window !== undefined && !window.isDestroyed()) {
      sendEvent(window, { type: 'quitting' });
      const settled = await within(closing.windowSettled(), undefined);
      const holds = settled !== undefined && settled.unsaved > 0;
      if (holds && !(await askToLeave(window, settled.question))) return;
    }
    const problem = await closing.close();
    if (problem !== undefined)
      dialog.showErrorBox(closing.say('Verbale could not close cleanly'), problem);
    done = true;
    app.quit();
  }

  app.on('before-quit', (event) => {
    if (done) return;
    event.preventDefault();
    leaving ??= leave()
      .catch((cause: unknown) => {
        reportBug('closing', cause);
      })
      .finally(() => {
        leaving = undefined;
      });
  });

  return (window) => {
    window.on('close', (event) => {
      if (done) return;
      event.preventDefault();
      app.quit();
    });
  };
}
