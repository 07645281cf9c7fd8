import { column, type Technique } from './technique.ts';

/** The floor: nothing is shown, and adding adds nothing. */
export function createTechnique(): Technique {
  const nothing = (): void => undefined;
  return {
    mount(host) {
      column(host);
    },
    add: nothing,
    remove: nothing,
    scroller: () => document.body,
  };
}
