import { contextBridge, ipcRenderer, webUtils } from 'electron';

/** The whole of what the page can reach: one way to call, one way to listen, one question about a dropped file. */
contextBridge.exposeInMainWorld('verbale', {
  call: (method: string, payload: string): Promise<string> =>
    ipcRenderer.invoke('call', method, payload) as Promise<string>,
  onEvent: (listener: (event: string) => void): (() => void) => {
    const relay = (_event: unknown, json: string): void => {
      listener(json);
    };
    ipcRenderer.on('event', relay);
    return () => {
      ipcRenderer.removeListener('event', relay);
    };
  },
  pathOfFile: (file: File): string => webUtils.getPathForFile(file),
});
