import type { BrowserWindow } from 'electron';
import type { Paper } from '../service/paper.ts';

/** What Chromium calls a dialog that was closed. */
const CANCELLED = /cancell?ed/iu;

/** Prints what the window shows to paper. */
export function windowPaper(window: () => BrowserWindow | undefined): Paper {
  function contents(): Electron.WebContents {
    const open = window();
    if (open === undefined || open.isDestroyed()) throw new Error('The window is closed.');
    return open.webContents;
  }
  return {
    print: () =>
      new Promise((resolve) => {
        contents().print({ pageSize: 'A4', printBackground: false }, (success, reason) => {
          if (success) resolve('printed');
          else resolve(CANCELLED.test(reason) ? 'cancelled' : { reason });
        });
      }),
    pdf: () =>
      contents().printToPDF({
        pageSize: 'A4',
        preferCSSPageSize: true,
        printBackground: false,
        generateTaggedPDF: true,
      }),
  };
}
