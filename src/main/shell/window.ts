import { BrowserWindow, nativeTheme } from 'electron';
import type { AppEvent } from '../../ipc/contract.ts';
import { reportBug } from './log.ts';
import { isOwnAddress, PAGE } from './origin.ts';

const PAPER = { light: '#FEFDFB', dark: '#191816' } as const;

/**
 * Opens the window. It is shown once the first picture is ready, so that nothing flashes.
 * @param language what is chosen in the settings, so that the first picture is in it
 */
export function openWindow(preload: string, language: string): BrowserWindow {
  const address = language === 'system' ? PAGE : `${PAGE}?language=${language}`;
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 640,
    show: false,
    title: 'Verbale',
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
    },
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  // `about:blank` asks nobody on its way (no `will-navigate`): the window comes back from there.
  window.webContents.on('did-navigate', (_event, where) => {
    if (!isOwnAddress(where)) setImmediate(showPage, window, address);
  });
  showPage(window, address);
  return window;
}

function showPage(window: BrowserWindow, address: string): void {
  if (window.isDestroyed()) return;
  // The project is open in this process and everything acknowledged is on disk: a page that
  // crashed comes back to it.
  window.webContents.on('render-process-gone', (_event, details) => {
    reportBug('page', new Error(`The page ended: ${details.reason}`));
    if (details.reason !== 'clean-exit' && !window.isDestroyed()) window.reload();
  });
  window.loadURL(address).catch((cause: unknown) => {
    reportBug('page', cause);
  });
}

/** Tells a window something unasked. */
export function sendEvent(window: BrowserWindow | undefined, event: AppEvent): void {
  if (window === undefined || window.isDestroyed()) return;
  window.webContents.send('event', JSON.stringify(event));
}
