import { type Client, createClient } from '../../ipc/client.ts';
import type { AppEvent } from '../../ipc/contract.ts';

/** What the preload script puts on `window`; the whole of what the page can reach outside itself. */
export interface Bridge {
  /** Method and JSON in, JSON out. */
  readonly call: (method: string, payload: string) => Promise<string>;
  /** Events from the main process as JSON; returns how to stop listening. */
  readonly onEvent: (listener: (event: string) => void) => () => void;
  /** The path of a file that was dropped on the window; empty where it has none. */
  readonly pathOfFile: (file: File) => string;
}

declare global {
  interface Window {
    readonly verbale: Bridge;
  }
}

/** The one client of the border in the window. */
export const call: Client = createClient((method, payload) => window.verbale.call(method, payload));

/** Listens to the main process; returns how to stop. */
export function onEvent(listener: (event: AppEvent) => void): () => void {
  return window.verbale.onEvent((event) => {
    listener(JSON.parse(event) as AppEvent);
  });
}

/** Paths of dropped files and folders; those without one (dragged from a page) are left out. */
export function pathsOf(files: Iterable<File>): string[] {
  return [...files].map((file) => window.verbale.pathOfFile(file)).filter((path) => path !== '');
}
