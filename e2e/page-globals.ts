import type { Bridge } from '../src/renderer/state/host.ts';

// What `page.evaluate` may name.
declare global {
  interface Window {
    readonly verbale: Bridge;
  }
}
