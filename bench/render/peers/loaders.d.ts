import type { Technique } from '../page/technique.ts';

export declare const PEERS: Readonly<
  Record<string, () => Promise<{ readonly createTechnique: () => Technique }>>
>;
