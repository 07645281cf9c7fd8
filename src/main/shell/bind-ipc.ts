import type { IpcMainInvokeEvent } from 'electron';
import { ipcMain } from 'electron';
import { appError } from '../../ipc/errors.ts';
import type { Dispatcher } from '../../ipc/server.ts';
import { isOwnAddress } from './origin.ts';

/** Only the top frame of our own page may call. */
function isTrusted(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isOwnAddress(frame.url);
}

/**
 * Puts the dispatcher behind the one channel of the application. This is the only place that
 * registers a handler.
 */
export function bindIpc(dispatch: Dispatcher): void {
  ipcMain.handle('call', async (event, method: unknown, payload: unknown) => {
    if (!isTrusted(event) || typeof method !== 'string' || typeof payload !== 'string') {
      const error = appError('refused', 'This call does not come from the Verbale window.');
      return JSON.stringify({ ok: false, error });
    }
    return dispatch(method, payload);
  });
}
